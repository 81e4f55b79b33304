import type { Email } from 'postal-mime';
import { mailReasons, signals } from '#policy';
import type { Digest } from './seen.ts';

const SILENT = 'School heeft niets doorgegeven';
const FAMILY_OR_BIRTH = /Bakker|\b(19|20)\d\d-\d\d-\d\d\b|geboren/;

/** What a digest that was kept says: `mentor no-show 3`, counted from its words; a silent programme counts as one. */
function saidBy({ text = '' }: Email): string[] {
  const said: string[] = [];
  let reason: (typeof mailReasons)[number] | undefined;
  for (const line of text.split(/\r?\n/)) {
    reason = mailReasons.find(({ dutch }) => dutch === line) ?? reason;
    const kind = signals.find(({ dutch }) => line.startsWith(`- ${dutch}: `));
    const people = [...line.matchAll(/(\d+) (?:uit|zonder)\b/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    if (kind) said.push(`${reason?.code} ${kind.code} ${people}`);
    if (line.startsWith(`- ${SILENT}`)) said.push(silent(String(reason?.code), /, (\d+) jongere/.exec(line)?.[1]));
  }
  return added(said);
}

const silent = (reason: string, people = ''): string =>
  reason === 'college' || reason === 'region' ? `${reason} silence 1` : `${reason} start-unconfirmed ${people}`;

/** The same from what it should tell. */
const sayingOf = (told: readonly string[]): string[] =>
  added(told.map((one) => one.split(' ').slice(1, 3).join(' ') + ' 1'));

function added(counts: readonly string[]): string[] {
  const sums = new Map<string, number>();
  for (const line of counts) {
    const [reason, kind, count] = line.split(' ');
    sums.set(`${reason} ${kind}`, (sums.get(`${reason} ${kind}`) ?? 0) + Number(count));
  }
  return [...sums].map(([what, count]) => `${what} ${count}`).sort();
}

/** What is wrong with the letters of one digest: none or two of them, another reader, other counts, or a name. */
export function faultsOf({ id, to, state, told }: Digest, kept: ReadonlyMap<string, readonly Email[]>): string[] {
  const letters = kept.get(`<mail-${id}@overstap.example>`) ?? [];
  if (state !== 'sent') return letters.length ? [`${to}: ${state}, and kept`] : [];
  const [letter, ...more] = letters;
  if (!letter || more.length) return [`${to}: ${letters.length} letters`];
  const [said, wanted] = [saidBy(letter), sayingOf(told ?? [])].map((lines) => lines.join(', '));
  return [
    ...(said === wanted ? [] : [`${to}: says ${said}, not ${wanted}`]),
    ...(letter.to?.[0]?.address === to ? [] : [`${to}: went to ${letter.to?.[0]?.address}`]),
    ...(FAMILY_OR_BIRTH.test(`${letter.subject} ${letter.text}`) ? [`${to}: names somebody`] : []),
  ];
}
