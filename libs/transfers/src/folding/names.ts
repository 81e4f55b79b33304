import { fold, foldWords, tight } from './fold.ts';

export interface FamilyName {
  readonly prefix: string;
  readonly family: string;
}

export interface FoldedName {
  readonly given: string;
  readonly family: string;
  /** For lists: the main part of the family name, then the given name. */
  readonly sort: string;
}

const PREFIX_WORDS = new Set(
  "aan af al bij d da dal dalla de degli del della den der des di do dos du el het in la las le les lo los of onder op over s t te ten ter thor tot uit uijt van vanden ver von voor vor zu zum zur".split(' '),
);

const isPrefix = (text: string): boolean => text !== '' && foldWords(text).split(' ').every((word) => PREFIX_WORDS.has(word));

/** `Vries, de` is registered as `de` and `Vries`; a prefix that stands twice, apart and in the family name, counts once. */
export function familyName(prefix: string, family: string): FamilyName {
  const comma = family.lastIndexOf(',');
  const after = comma > 0 ? family.slice(comma + 1).trim() : '';
  if (isPrefix(after)) return familyName(joined(prefix, after), family.slice(0, comma).trim());
  if (prefix && foldWords(family).startsWith(`${foldWords(prefix)} `)) {
    const rest = family.split(/\s+/).slice(prefix.split(/\s+/).length).join(' ');
    return { prefix, family: rest || family };
  }
  return { prefix, family };
}

const joined = (prefix: string, more: string): string => (!prefix || fold(prefix) === fold(more) ? more : `${prefix} ${more}`);

/** The same for every way in which formats lets one name be written. */
export function foldName(given: string, { prefix, family }: FamilyName): FoldedName {
  const [first, last] = [foldWords(given), foldWords(family)];
  return { given: tight(first), family: tight(`${foldWords(prefix)}${last}`), sort: `${mainPart(last)} ${first}`.trim() };
}

/** What remains of a folded family name without the prefix words in front. */
function mainPart(family: string): string {
  if (!family.includes(' ')) return family;
  const words = family.split(' ');
  const from = words.findIndex((word) => !PREFIX_WORDS.has(word));
  return from < 0 ? family : words.slice(from).join(' ');
}
