import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { addDays, isDay } from '#platform';
import { NOTED_MOST, notedKinds, type NotedKind } from '#policy';
import type { OwnChoice } from '#transfers';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const YEAR = 366;

/** A choice or an application, as a student or mentor notes it. */
export class ChoiceForm {
  @IsUUID('all', { message: 'Kies een mbo-school.' })
  mbo = '';

  @ValidateIf(({ opleiding }: ChoiceForm) => opleiding !== '')
  @IsUUID('all', { message: 'Kies een opleiding uit de lijst.' })
  opleiding = '';

  @MaxLength(120, { message: 'Maak de naam van de opleiding korter: hoogstens 120 tekens.' })
  @IsString()
  @Transform(trimmed)
  anders = '';

  @IsIn(notedKinds.map(({ code }) => code), { message: 'Kies hoe ver het is.' })
  soort: NotedKind;

  @IsString()
  @Transform(trimmed)
  dag = '';
}

/** What the rules ask of a choice: a programme, and the day of applying for who already did. */
export function slips({ mbo, opleiding, anders, soort, dag }: ChoiceForm, today: string, known: readonly OwnChoice[]): FormError[] {
  const errors: FormError[] = [];
  if (!opleiding && !anders) errors.push({ field: 'opleiding', text: 'Kies een opleiding, of schrijf hieronder op welke het is.' });
  if (opleiding && anders) errors.push({ field: 'anders', text: 'Je koos een opleiding uit de lijst. Laat dit leeg, of kies hierboven ‘Staat er niet bij’.' });
  if (soort === 'submitted') errors.push(...wrongDay(dag, today));
  const isReported = known.some(({ state, collegeId, programmeId }) => !state && collegeId === mbo && programmeId !== null && programmeId === opleiding);
  if (isReported) errors.push({ field: 'opleiding', text: 'Deze aanmelding staat er al. De mbo-school heeft hem doorgegeven.' });
  if (known.filter(({ state }) => state && state !== 'withdrawn').length >= NOTED_MOST.open) errors.push({ field: 'mbo', text: `Er staan al ${NOTED_MOST.open} keuzes. Haal er eerst een weg die niet meer geldt.` });
  const isApplied = known.some((one) => (one.state === 'waiting' || one.state === 'too-long') && one.collegeId === mbo && (opleiding ? one.programmeId === opleiding : one.programmeId === null && one.programme === anders));
  if (soort === 'planned' && isApplied) errors.push({ field: 'opleiding', text: 'Deze staat er al als aanmelding. Klopt dat niet? Haal hem daar weg.' });
  return errors;
}

function wrongDay(dag: string, today: string): FormError[] {
  if (!isDay(dag)) return [{ field: 'dag', text: 'Vul de dag van aanmelden in.' }];
  if (dag > today) return [{ field: 'dag', text: 'Deze dag moet nog komen. Is het nog niet gedaan? Kies dan het voornemen.' }];
  return dag < addDays(today, -YEAR) ? [{ field: 'dag', text: 'Deze dag is langer dan een jaar geleden. Kijk of het jaar klopt.' }] : [];
}

export const MOVES = ['hoger', 'lager', 'weg', 'terug'] as const;

/** What is done with one of the choices. */
export class MoveForm {
  @IsUUID('all')
  keuze = '';

  @IsIn(MOVES)
  doe: (typeof MOVES)[number];
}
