import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { addDays, isDay } from '#platform';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const AHEAD_DAYS = 366;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What a college does with a warm handover; what belongs to another step is left out. */
export class WorkForm {
  @IsIn(['plannen', 'geweest', 'nagekeken', 'niet-nodig'], { message: 'Kies wat je wilt vastleggen.' })
  doe = '';

  @IsString() @Transform(trimmed) dag = '';
  @IsString() @Transform(trimmed) tijd = '';
  @IsString() @Transform(trimmed) geweest = '';
  @MaxLength(2000, { message: 'Maak de afspraken korter: hoogstens 2.000 tekens.' }) @IsString() @Transform(trimmed) afspraken = '';
  @IsString() nakomen = '';
  @MaxLength(500, { message: 'Maak deze tekst korter: hoogstens 500 tekens.' }) @IsString() @Transform(trimmed) toelichting = '';
}

/** A talk is planned ahead, was held behind, and says what was agreed. */
export function workSlips({ doe, dag, tijd, geweest, afspraken, nakomen }: WorkForm, today: string): FormError[] {
  if (doe === 'plannen') return planSlips(dag, tijd, today);
  if (doe === 'nagekeken') return ['ja', 'nee'].includes(nakomen) ? [] : [{ field: 'nakomen', text: 'Kies of de afspraken worden nagekomen.' }];
  if (doe !== 'geweest') return [];
  const errors: FormError[] = [];
  if (!isDay(geweest) || geweest > today) errors.push({ field: 'geweest', text: 'Kies de dag van het gesprek: vandaag of een dag die was.' });
  if (!afspraken) errors.push({ field: 'afspraken', text: 'Schrijf op wat is afgesproken. Is er niets afgesproken? Schrijf dat op.' });
  return errors;
}

/** A meeting within a year, at a time of the day. */
export function planSlips(dag: string, tijd: string, today: string): FormError[] {
  const errors: FormError[] = [];
  if (!isDay(dag)) errors.push({ field: 'dag', text: 'Vul de dag van het gesprek in.' });
  else if (dag < today) errors.push({ field: 'dag', text: 'Deze dag is al voorbij. Kies vandaag of later.' });
  else if (dag > addDays(today, AHEAD_DAYS)) errors.push({ field: 'dag', text: 'Deze dag is meer dan een jaar weg. Kijk of het jaar klopt.' });
  if (!TIME.test(tijd)) errors.push({ field: 'tijd', text: 'Vul in hoe laat het gesprek is, bijvoorbeeld 10:30.' });
  return errors;
}
