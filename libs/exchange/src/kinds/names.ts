import { familyName, foldName } from '#transfers';
import { text } from '../values/texts.ts';
import { column, needed, type Read, type Write } from './kind.ts';

/** The three columns of a name, the same in every file of persons. */
export const nameColumns = [
  needed('roepnaam', 'given_name', text, { also: ['voornaam', 'roepnaam leerling'] }),
  column('tussenvoegsel', 'name_prefix', text, { also: ['tussenvoegsels', 'voorvoegsel', 'voorvoegsels', 'tv', 'tussenv'] }),
  needed('achternaam', 'family_name', text, { also: ['familienaam', 'geslachtsnaam'] }),
];

export const foldedFields = { folded_given: 'text', folded_family: 'text', sort_name: 'text' } as const;

/** Registers `Vries, de` as de Vries, and adds what the name is compared and sorted by. */
export function deriveName(read: Read, write: Write): void {
  const name = familyName(read('name_prefix'), read('family_name'));
  const folded = foldName(read('given_name'), name);
  write('name_prefix', name.prefix);
  write('family_name', name.family);
  write('folded_given', folded.given);
  write('folded_family', folded.family);
  write('sort_name', folded.sort);
}
