import { fold } from './fold.ts';

const OFFICIAL: Readonly<Record<string, string>> = { denhaag: 'sgravenhage', denbosch: 'shertogenbosch' };

/** A file names few of them, thousands of times. */
const known = new Map<string, string>();
const REMEMBERED = 2000;

/** One key per municipality, for Den Haag and Den Bosch the official name. */
export function foldMunicipality(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const folded = fold(name);
  const key = OFFICIAL[folded] ?? folded;
  if (known.size < REMEMBERED) known.set(name, key);
  return key;
}
