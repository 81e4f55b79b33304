import { Transform } from 'class-transformer';
import { IsString, IsUUID, Matches, MaxLength, ValidateBy, ValidateIf } from 'class-validator';
import { addDays, isDay } from '#platform';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
export const SOMEBODY_ELSE = 'ander';
const MOST_DAYS = 366;

const IsDay = (message: string): PropertyDecorator => ValidateBy({ name: 'isDay', validator: { validate: (value) => typeof value === 'string' && isDay(value) } }, { message });

/** When a school sits together, and with whom. */
export class TableForm {
  @IsDay('Kies de dag van de Overstaptafel.')
  @Transform(trimmed) dag = '';

  @MaxLength(2000, { message: 'Maak dit korter: hoogstens 2.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op wie er aan tafel zit.' })
  @IsString() @Transform(trimmed) aanwezig = '';
}

/** One thing that somebody will do, by a day. */
export class AgreementForm {
  @MaxLength(500, { message: 'Maak de afspraak korter: hoogstens 500 tekens. Twee afspraken mag ook.' })
  @Matches(/\S/, { message: 'Schrijf op wat is afgesproken.' })
  @IsString() @Transform(trimmed) wat = '';

  @Matches(/\S/, { message: 'Kies wie het doet.' })
  @IsString() wie = '';

  @ValidateIf(({ wie }: AgreementForm) => wie === SOMEBODY_ELSE)
  @MaxLength(120, { message: 'Maak de naam korter: hoogstens 120 tekens.' })
  @Matches(/\S/, { message: 'Vul in wie het doet, met de organisatie erbij.' })
  @IsString() @Transform(trimmed) naam = '';

  @IsDay('Kies op welke dag het klaar is.')
  @Transform(trimmed) voor = '';
}

export class LeaveOutForm {
  @MaxLength(300, { message: 'Maak de reden korter: hoogstens 300 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op waarom jullie deze leerling niet bespreken.' })
  @IsString() @Transform(trimmed) reden = '';
}

export class AddForm {
  @IsUUID(undefined, { message: 'Kies een leerling.' }) leerling = '';
}

/** A table is of this year: further away is a slip of the keyboard. */
export function tableSlips({ dag }: TableForm, today: string): FormError[] {
  if (!isDay(dag) || dag >= addDays(today, -MOST_DAYS) && dag <= addDays(today, MOST_DAYS)) return [];
  return [{ field: 'dag', text: 'Deze dag is meer dan een jaar weg. Kijk het jaar na.' }];
}

/** A name beside somebody of the school: one of the two is a slip, and we do not guess which. */
export function agreementSlips({ wie, naam, voor }: AgreementForm, today: string): FormError[] {
  const errors: FormError[] = [];
  if (naam && wie && wie !== SOMEBODY_ELSE) errors.push({ field: 'naam', text: 'Je koos iemand van school en vulde ook een naam in. Haal er één weg.' });
  if (voor && voor < today) errors.push({ field: 'voor', text: 'Deze dag is al geweest. Kies vandaag of later.' });
  if (isDay(voor) && voor > addDays(today, MOST_DAYS)) errors.push({ field: 'voor', text: 'Deze dag is meer dan een jaar weg. Kies een eerdere dag.' });
  return errors;
}
