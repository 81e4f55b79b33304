import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import type { MeetingPlan, NewGuest } from '#dossiers';
import { meetingPurposes } from '#policy';
import { asList } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

/** When, where and what for. */
export class PlanForm {
  @IsString() @Transform(trimmed) dag = '';
  @IsString() @Transform(trimmed) tijd = '';

  @MaxLength(200, { message: 'Maak dit korter: hoogstens 200 tekens.' })
  @Matches(/\S/, { message: 'Vul in waar het gesprek is, of plak de link.' })
  @IsString() @Transform(trimmed) plaats = '';

  @IsIn(meetingPurposes.map(({ code }) => code), { message: 'Kies waarvoor het gesprek is.' })
  doel = '';
}

/** And who is invited. */
export class InviteForm extends PlanForm {
  @IsUUID('all', { each: true, message: 'Kies wie je uitnodigt.' })
  @Transform(asList) wie: string[] = [];

  @MaxLength(120, { message: 'Maak de naam korter: hoogstens 120 tekens.' })
  @IsString() @Transform(trimmed) gemeente = '';

  @ValidateIf(({ adres }: InviteForm) => adres !== '')
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@gemeente.nl.' })
  @Transform(trimmed) adres = '';
}

export class RecordForm {
  @MaxLength(2000, { message: 'Maak de afspraken korter: hoogstens 2.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op wat is afgesproken. Is er niets afgesproken? Schrijf dat op.' })
  @IsString() @Transform(trimmed) afspraken = '';

  @IsUUID('all', { each: true, message: 'Kies wie er was.' })
  @Transform(asList) waren: string[] = [];
}

export class RewordForm {
  @MaxLength(2000, { message: 'Maak de afspraken korter: hoogstens 2.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op wat is afgesproken. Is er niets afgesproken? Schrijf dat op.' })
  @IsString() @Transform(trimmed) anders = '';

  @Matches(/^\d{1,15}$/, { message: 'Open deze pagina opnieuw.' })
  @IsString() gezien = '';
}

export const planOf = ({ dag, tijd, plaats, doel }: PlanForm): MeetingPlan => ({ day: dag, time: tijd, place: plaats, purpose: doel });

export const guestsOf = ({ wie, gemeente, adres }: InviteForm): NewGuest[] => [
  ...wie.map((member) => ({ member })),
  ...(adres ? [{ kind: 'municipality' as const, name: gemeente || 'Gemeente', email: adres }] : []),
];
