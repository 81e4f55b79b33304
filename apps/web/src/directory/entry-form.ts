import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { ContactForm } from '#people';
import { addDays, isDay } from '#platform';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const NUMBER = /^(?:\+31|0031|0)(?:[\s()-]*\d){9}$/;
const WRONG_NUMBER = { message: 'Vul een Nederlands telefoonnummer van tien cijfers in, bijvoorbeeld 038 123 45 67.' };
const SHORTER = { message: 'Maak dit korter: hoogstens 120 tekens.' };
const AHEAD_DAYS = 366;

/** How a colleague is reached, and who is called while they are away. */
export class EntryForm {
  @ValidateIf(({ telefoon }: EntryForm) => telefoon !== '') @Matches(NUMBER, WRONG_NUMBER) @Transform(trimmed) telefoon = '';
  @MaxLength(120, SHORTER) @IsString() @Transform(trimmed) wanneer = '';
  @MaxLength(120, SHORTER) @IsString() @Transform(trimmed) voor = '';
  @IsOptional() @IsIn(['ja']) verborgen?: string;
  @MaxLength(120, SHORTER) @IsString() @Transform(trimmed) vervanger = '';
  @ValidateIf(({ vervangtelefoon }: EntryForm) => vervangtelefoon !== '') @Matches(NUMBER, WRONG_NUMBER) @Transform(trimmed) vervangtelefoon = '';
  @ValidateIf(({ vervangadres }: EntryForm) => vervangadres !== '') @MaxLength(254) @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@school.nl.' }) @Transform(trimmed) vervangadres = '';
  @IsString() @Transform(trimmed) tot = '';
}

/** Whoever stands in has a name, a way to be reached and a last day that is not past; without a name there is no stand-in. */
export function entrySlips({ vervanger, vervangtelefoon, vervangadres, tot }: EntryForm, today: string): FormError[] {
  if (!vervanger && !vervangtelefoon && !vervangadres && !tot) return [];
  const errors: FormError[] = [];
  if (!vervanger) errors.push({ field: 'vervanger', text: 'Vul in wie vervangt, of maak de vakken over vervanging leeg.' });
  if (!vervangtelefoon && !vervangadres) errors.push({ field: 'vervangtelefoon', text: 'Vul een telefoonnummer of een mailadres van de vervanger in.' });
  if (!isDay(tot)) errors.push({ field: 'tot', text: 'Kies tot en met welke dag iemand vervangt.' });
  else if (tot < today || tot > addDays(today, AHEAD_DAYS)) errors.push({ field: 'tot', text: 'Kies een dag van vandaag tot over een jaar.' });
  return errors;
}

export const entryOf = ({ telefoon, wanneer, voor, verborgen, vervanger, vervangtelefoon, vervangadres, tot }: EntryForm) => ({
  phone: telefoon || null, isListed: verborgen !== 'ja', covers: voor || null, reach: wanneer || null,
  awayName: vervanger || null, awayPhone: vervangtelefoon || null, awayEmail: vervangadres || null, awayUntil: tot || null,
});

/** What is kept, as it would have been typed; a stand-in whose last day went by is gone. */
export const typedOf = (kept: ContactForm, today: string): object => {
  const away = kept.awayUntil && kept.awayUntil >= today ? kept : undefined;
  return {
    telefoon: kept.phone ?? '', wanneer: kept.reach ?? '', voor: kept.covers ?? '', verborgen: kept.isListed ? undefined : 'ja',
    vervanger: away?.awayName ?? '', vervangtelefoon: away?.awayPhone ?? '', vervangadres: away?.awayEmail ?? '', tot: away?.awayUntil ?? '',
  };
};
