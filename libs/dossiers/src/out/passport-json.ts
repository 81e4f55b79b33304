import type { Dossier } from './dossier.ts';

/** The passport for programs: the same as stands in the PDF, held by `public/schema/paspoort-1.json`. `schema` is where that is served. */
export const passportJson = (dossier: Dossier, schema: string): string => JSON.stringify({ $schema: schema, version: 1, ...dossier }, null, 2);

/** The student's own copy of everything, held by `public/schema/kopie-1.json`. */
export const ownCopyJson = (dossier: Dossier, held: object, schema: string): string => JSON.stringify({ $schema: schema, version: 1, ...dossier, held }, null, 2);
