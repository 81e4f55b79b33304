import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { addDays, isDay } from '#platform';
import { inViewFound, type InViewFound } from '#policy';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const AHEAD_DAYS = 366;

/** What a check found, and perhaps a day to call. */
export class CheckForm {
  @IsIn(inViewFound.map(({ code }) => code), { message: 'Kies hoe het nu gaat.' })
  gevonden: InViewFound;

  @MaxLength(2000, { message: 'Maak je notitie korter: hoogstens 2.000 tekens.' }) @IsString()
  notitie = '';

  @IsString() @Transform(trimmed) bellen = '';
}

export const callSlips = ({ bellen }: CheckForm, today: string): FormError[] =>
  !bellen || (isDay(bellen) && bellen >= today && bellen <= addDays(today, AHEAD_DAYS)) ? [] : [{ field: 'bellen', text: 'Kies een dag van vandaag tot over een jaar, of laat de dag leeg.' }];
