import { fold } from './fold.ts';

const OFFICIAL: Readonly<Record<string, string>> = { denhaag: 'sgravenhage', denbosch: 'shertogenbosch' };

/** One key per municipality, for Den Haag and Den Bosch the official name. */
export function foldMunicipality(name: string): string {
  const folded = fold(name);
  return OFFICIAL[folded] ?? folded;
}
