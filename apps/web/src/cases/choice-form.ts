import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Cases, Reopening } from '#alerts';
import { isDay } from '#platform';
import { caseChoices, choiceText, reopenings, type CaseChoice } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { dayOff } from './work-days.ts';

type Chosen = Parameters<Cases['choose']>[2];

const courses = ['full-time', 'bbl'] as const;

interface Option {
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
}

/** One click per answer: a choice that asks for the course stands there once for each, unless the course is known. */
export function optionsFor(pathway: string | null): Option[] {
  return caseChoices.flatMap((row): Option[] => {
    if (!row.asksCourse) return [{ code: row.code, text: row.dutch, hint: 'hint' in row ? row.hint : undefined }];
    const known = row.code === 'starts-after-all' && pathway;
    if (known) return [{ code: `${row.code}.${pathway === 'bbl' ? 'bbl' : 'full-time'}`, text: row.dutch }];
    return courses.map((course) => ({ code: `${row.code}.${course}`, text: choiceText(row.code, course) }));
  });
}

const CODES = [...optionsFor(null), ...optionsFor('bol'), ...optionsFor('bbl')].map(({ code }) => code);

export class ChoiceForm {
  @IsIn(CODES, { message: 'Kies wat de uitkomst is.' })
  uitkomst: string;

  @MaxLength(2000, { message: 'Maak je notitie korter: hoogstens 2.000 tekens.' })
  @IsString()
  notitie = '';

  /** When to try again, for an attempt; nothing asked when it is not in the form. */
  @Matches(/^(\d{4}-\d{2}-\d{2})?$/, { message: 'Vul een dag in, of laat het vak leeg.' })
  @IsOptional()
  opnieuw?: string;

  @Matches(/^\d{0,18}$/)
  gezien = '';
}

export class ReopenForm {
  @IsIn(reopenings.map(({ code }) => code), { message: 'Kies waarom de zaak weer opengaat.' })
  reden: Reopening;
}

const rowOf = ({ uitkomst }: ChoiceForm) => caseChoices.find(({ code }) => code === String(uitkomst).split('.')[0]);

export const effectOf = (form: ChoiceForm): 'attempt' | 'close' | 'hand-over' => rowOf(form)?.effect ?? 'attempt';

/** "Anders" says nothing by itself. */
export function slips(form: ChoiceForm, today: string): FormError[] {
  const code = rowOf(form)?.code;
  if (form.opnieuw && !isDay(form.opnieuw)) return [{ field: 'opnieuw', text: 'Deze dag bestaat niet. Kies een andere dag, of laat het vak leeg.' }];
  if (form.opnieuw && effectOf(form) === 'attempt' && form.opnieuw < today) return [{ field: 'opnieuw', text: 'Deze dag is al geweest. Kies vandaag of later.' }];
  const off = form.opnieuw && effectOf(form) === 'attempt' ? dayOff(form.opnieuw) : undefined;
  if (off) return [{ field: 'opnieuw', text: off }];
  if (form.notitie.trim() || code !== 'something-else') return [];
  return [{ field: 'notitie', text: 'Schrijf op wat de uitkomst is.' }];
}

export function chosenOf({ uitkomst, notitie, opnieuw, gezien }: ChoiceForm): Chosen {
  const [choice, course] = uitkomst.split('.') as [CaseChoice, Chosen['course']];
  return { choice, course, note: notitie, seen: gezien || undefined, nextOn: opnieuw === undefined ? undefined : opnieuw || null };
}
