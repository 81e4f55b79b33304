import { aanmeldingen } from './aanmeldingen.ts';
import { aanwezigheid } from './aanwezigheid.ts';
import type { Kind } from './kind.ts';
import { leerlingen } from './leerlingen.ts';
import { medewerkers } from './medewerkers.ts';
import { opleidingen } from './opleidingen.ts';
import { organisaties } from './organisaties.ts';
import { statussen } from './statussen.ts';
import { uitslagen } from './uitslagen.ts';

export const kinds: readonly Kind[] = [organisaties, medewerkers, leerlingen, uitslagen, aanwezigheid, opleidingen, aanmeldingen, statussen];

export const kindOf = (name: string): Kind | undefined => kinds.find((kind) => kind.name === name);
