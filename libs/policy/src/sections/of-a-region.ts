import { byStudent } from './by-student.ts';
import type { QuestionType, Section } from './section.ts';

/** A region asks more in these: what a student writes and no special category is. */
export const askableSections: readonly Section[] = byStudent.filter(({ sensitivity, stands }: Section) => sensitivity === 'ordinary' && stands === 'mine');

/** More than this in one part keeps students from finishing it. */
export const MOST_REGION_QUESTIONS = 4;

export const regionQuestionTypes = [
  { code: 'short', dutch: 'Een korte tekst' },
  { code: 'long', dutch: 'Een langere tekst' },
  { code: 'choice', dutch: 'Eén keuze' },
  { code: 'many', dutch: 'Meer keuzes' },
] as const satisfies readonly { readonly code: QuestionType; readonly dutch: string }[];

export type RegionQuestionType = (typeof regionQuestionTypes)[number]['code'];

/**
 * What a region never asks: a college may not weigh it, and what is special-category needs consent of its own. Beginnings of words;
 * they catch a mistake, not bad will, so the page says the rule too.
 */
export const forbiddenSubjects = [
  { dutch: 'gezondheid', begins: ['gezond', 'ziek', 'medic', 'medisch', 'allergi', 'dysle', 'dyscalc', 'adhd', 'add', 'autis', 'diagnos', 'handicap', 'beperking', 'psych', 'depress', 'zwanger', 'therap', 'stoornis', 'verslav'], because: 'Een bijzonder gegeven, met een eigen onderdeel en eigen toestemming.' },
  { dutch: 'thuis en familie', begins: ['thuis', 'gezin', 'scheiding', 'gescheiden', 'ouder', 'opvoed', 'pleeg', 'jeugdzorg', 'schuld', 'uitkering'], because: 'Hoort in het onderdeel Thuis en gezondheid, als de leerling dat wil.' },
  { dutch: 'geloof', begins: ['geloof', 'gelovig', 'religi', 'godsdienst', 'kerk', 'moskee', 'islam', 'moslim', 'christ', 'joods'], because: 'Een bijzonder gegeven.' },
  { dutch: 'afkomst', begins: ['afkomst', 'etnisch', 'nationalit', 'geboorteland', 'paspoortnummer', 'verblijfs'], because: 'Een bijzonder gegeven; op school van belang is alleen of iemand mag leren.' },
  { dutch: 'seksualiteit', begins: ['seks', 'geaardheid', 'homo', 'lesbisch', 'transgender'], because: 'Een bijzonder gegeven.' },
  { dutch: 'politie en justitie', begins: ['politie', 'justitie', 'strafblad', 'veroordeeld', 'reclassering'], because: 'Een strafrechtelijk gegeven.' },
  { dutch: 'een persoonsnummer', begins: ['bsn', 'burgerservice', 'pgn', 'persoonsgebonden', 'onderwijsnummer', 'sofi'], because: 'Regels 11: nergens bewaard.' },
] as const;

/** The first word that touches on what may not be asked, with the subject. */
export function forbiddenIn(text: string): { readonly subject: string; readonly word: string } | undefined {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const exact = ['add', 'ouder'];
  for (const { dutch, begins } of forbiddenSubjects) {
    const word = words.find((one) => begins.some((begin: string) => (exact.includes(begin) ? [begin, `${begin}s`].includes(one) : one.startsWith(begin))));
    if (word) return { subject: dutch, word };
  }
  return undefined;
}
