import { Transform } from 'class-transformer';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import type { OfferWords, SupportOffer } from '#alerts';
import { supportOfferKinds, type SupportOfferKind } from '#policy';
import { IsDayIfAny } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const SHORTER = { message: 'Maak dit korter: hoogstens 200 tekens.' };

export class OfferForm {
  @IsIn(supportOfferKinds.map(({ code }) => code), { message: 'Kies wat voor aanbod het is.' })
  soort = '';

  @MaxLength(120, { message: 'Maak de naam korter: hoogstens 120 tekens.' })
  @Matches(/\S/, { message: 'Vul in hoe het heet.' })
  @IsString() @Transform(trimmed) naam = '';

  @MaxLength(80, { message: 'Maak dit korter: hoogstens 80 tekens.' })
  @IsString() @Transform(trimmed) gemeente = '';

  @MaxLength(200, SHORTER)
  @Matches(/\S/, { message: 'Vul in hoe een bureau iemand aanmeldt: een telefoonnummer of mailadres.' })
  @IsString() @Transform(trimmed) contact = '';

  @MaxLength(200, SHORTER)
  @IsString() @Transform(trimmed) voor = '';

  @IsDayIfAny('Vul een dag in, of laat het vak leeg.')
  tot = '';
}

export const wordsOf = ({ soort, naam, gemeente, contact, voor, tot }: OfferForm): OfferWords => ({
  kind: soort as SupportOfferKind,
  name: naam,
  municipality: gemeente,
  contact,
  forWhom: voor,
  validUntil: tot || null,
});

export const formOf = ({ kind, name, municipality, contact, forWhom, validUntil }: SupportOffer): OfferForm => ({
  soort: kind,
  naam: name,
  gemeente: municipality,
  contact,
  voor: forWhom,
  tot: validUntil ?? '',
});

export const kindOf = (code: string): string => supportOfferKinds.find((row) => row.code === code)?.dutch ?? code;
