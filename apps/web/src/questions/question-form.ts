import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { RegionQuestion, RegionQuestionWords } from '#dossiers';
import { forbiddenIn, regionQuestionTypes, schoolTypes } from '#policy';
import { asList, type FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const types = regionQuestionTypes.map(({ code }) => code);
const [FEWEST, MOST, LONGEST] = [2, 10, 80];

export class QuestionForm {
  @MaxLength(150, { message: 'Maak de vraag korter: hoogstens 150 tekens.' })
  @MinLength(5, { message: 'Schrijf de vraag op.' })
  @IsString({ message: 'Schrijf de vraag op.' })
  @Transform(trimmed)
  vraag = '';

  @MaxLength(200, { message: 'Maak de uitleg korter: hoogstens 200 tekens.' })
  @IsString({ message: 'Schrijf de uitleg op of laat hem leeg.' })
  @Transform(trimmed)
  uitleg = '';

  @IsIn(types, { message: 'Kies hoe een leerling antwoordt.' })
  soort: RegionQuestion['type'] | '' = '';

  @IsString({ message: 'Zet elke keuze op een eigen regel.' })
  keuzes = '';

  @IsIn(['ja', 'nee'], { message: 'Kies of het antwoord leeg mag blijven.' })
  leeg = '';

  @IsIn(schoolTypes.map(({ code }) => code), { each: true, message: 'Kies alleen schoolsoorten die hier staan.' })
  @Transform(asList)
  voor: string[] = [];

  /** Pressed to look at it first. */
  @IsOptional()
  @IsString()
  bekijk?: string;
}

const isChoice = (type: string): boolean => type === 'choice' || type === 'many';

const linesOf = (text: string): string[] => [...new Set(text.split('\n').map((line) => line.trim()).filter(Boolean))];

/** The words of the question as typed. */
export const wordsOf = ({ vraag, uitleg, soort, keuzes, leeg, voor }: QuestionForm): RegionQuestionWords => ({
  asks: vraag,
  hint: uitleg || null,
  options: isChoice(soort) ? linesOf(keuzes) : [],
  mayBeEmpty: leeg === 'ja',
  onlyFor: voor.length ? voor : null,
});

export const formOf = ({ asks, hint, type, options, mayBeEmpty, onlyFor }: RegionQuestion): QuestionForm =>
  Object.assign(new QuestionForm(), { vraag: asks, uitleg: hint ?? '', soort: type, keuzes: options.join('\n'), leeg: mayBeEmpty ? 'ja' : 'nee', voor: [...(onlyFor ?? [])] });

/** What the form itself cannot say: choices that are none, and subjects that a region never asks about. */
export function faultsOf(form: QuestionForm): FormError[] {
  const { options } = wordsOf(form);
  const faults = (['vraag', 'uitleg', 'keuzes'] as const).flatMap((field) => forbiddenFault(field, form[field]));
  const isWrong = isChoice(form.soort) && (options.length < FEWEST || options.length > MOST || options.some((option) => option.length > LONGEST));
  return isWrong ? [...faults, { field: 'keuzes', text: `Geef ${FEWEST} tot ${MOST} keuzes, elk op een eigen regel en niet te lang.` }] : faults;
}

function forbiddenFault(field: string, text: string): FormError[] {
  const found = forbiddenIn(text);
  return found ? [{ field, text: `Vraag niet naar ${found.subject} (hier staat ‘${found.word}’).` }] : [];
}
