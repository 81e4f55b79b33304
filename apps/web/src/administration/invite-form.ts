import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsEmail, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { NewPerson } from '#people';
import { staffRoles } from '#policy';
import { asList } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const ROLE = 'Kies minstens één rol.';
const codes = staffRoles.map(({ code }) => code);

/** Whom to invite, and as what. */
export class InviteForm {
  @IsEmail({}, { message: 'Vul het mailadres van het werk in, bijvoorbeeld naam@school.nl.' })
  @Transform(trimmed)
  email = '';

  @MaxLength(100, { message: 'Maak de roepnaam korter.' })
  @MinLength(1, { message: 'Vul de roepnaam in.' })
  @IsString({ message: 'Vul de roepnaam in.' })
  @Transform(trimmed)
  roepnaam = '';

  @MaxLength(50, { message: 'Maak het tussenvoegsel korter.' })
  @IsString()
  @Transform(trimmed)
  tussenvoegsel = '';

  @MaxLength(100, { message: 'Maak de achternaam korter.' })
  @MinLength(1, { message: 'Vul de achternaam in.' })
  @IsString({ message: 'Vul de achternaam in.' })
  @Transform(trimmed)
  achternaam = '';

  @IsIn(codes, { each: true, message: ROLE })
  @ArrayNotEmpty({ message: ROLE })
  @Transform(asList)
  rol: string[] = [];

  @IsOptional()
  @IsIn(['ja'], { message: 'Zet het vinkje aan of uit.' })
  beheer?: string;
}

/** The roles that exist at this kind of organisation. */
export const rolesAt = (kind: string): { code: string; text: string; hint: string }[] =>
  staffRoles.filter(({ at }) => at.includes(kind)).map(({ code, dutch, because }) => ({ code, text: dutch, hint: because }));

export const personOf = ({ email, roepnaam, tussenvoegsel, achternaam, rol, beheer }: InviteForm): NewPerson => ({
  email, givenName: roepnaam, namePrefix: tussenvoegsel, familyName: achternaam, roles: rol, administers: beheer === 'ja',
});

/** What is wrong beside the form itself: a role that this organisation does not have. */
export const strangeRoles = ({ rol }: InviteForm, kind: string): { field: string; text: string }[] =>
  rol.every((code) => rolesAt(kind).some((role) => role.code === code)) ? [] : [{ field: 'rol', text: ROLE }];
