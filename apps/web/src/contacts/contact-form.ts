import { Transform } from 'class-transformer';
import { IsEmail, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { NewContact } from '#dossiers';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** Somebody of the college whom students and mentors may call or mail. */
export class ContactForm {
  @IsString() @Transform(trimmed) opleiding = '';

  @MaxLength(120, { message: 'Maak de naam korter: hoogstens 120 tekens.' })
  @Matches(/\S/, { message: 'Vul in wie de contactpersoon is.' })
  @IsString() @Transform(trimmed) naam = '';

  @MaxLength(80, { message: 'Maak dit korter: hoogstens 80 tekens.' })
  @Matches(/\S/, { message: 'Vul in wat deze persoon doet, bijvoorbeeld intaker.' })
  @IsString() @Transform(trimmed) functie = '';

  @ValidateIf(({ telefoon }: ContactForm) => telefoon !== '')
  @Matches(/^(?:\+31|0031|0)(?:[\s()-]*\d){9}$/, { message: 'Vul een Nederlands telefoonnummer van tien cijfers in, bijvoorbeeld 038 123 45 67.' })
  @Transform(trimmed) telefoon = '';

  @ValidateIf(({ adres }: ContactForm) => adres !== '')
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@school.nl.' })
  @Transform(trimmed) adres = '';

  @MaxLength(120, { message: 'Maak dit korter: hoogstens 120 tekens.' })
  @IsString() @Transform(trimmed) wanneer = '';
}

export const lacksWay = ({ telefoon, adres }: ContactForm): FormError[] =>
  telefoon || adres ? [] : [{ field: 'telefoon', text: 'Vul een telefoonnummer of een mailadres in.' }];

export const contactOf = ({ opleiding, naam, functie, telefoon, adres, wanneer }: ContactForm): NewContact => ({
  crebo: opleiding || null, name: naam, worksAs: functie, phone: telefoon || null, email: adres || null, reach: wanneer || null,
});
