import { Transform } from 'class-transformer';
import { IsEmail, IsIn, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { isDay } from '#platform';
import { diplomas, municipalities, schoolTypes, upperAges } from '#policy';
import { foldMunicipality, type YoungPerson } from '#transfers';
import type { FormError } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);
const FROM_AGE = 12;
const known = new Set(municipalities.map(foldMunicipality));

/** Somebody without a school, as an officer enters them. */
export class YoungPersonForm {
  @MaxLength(100)
  @Matches(/\p{L}/u, { message: 'Vul de voornaam in.' })
  @Transform(trimmed)
  voornaam = '';

  @MaxLength(40)
  @IsString()
  @Transform(trimmed)
  tussenvoegsel = '';

  @MaxLength(100)
  @Matches(/\p{L}/u, { message: 'Vul de achternaam in.' })
  @Transform(trimmed)
  achternaam = '';

  @IsString()
  @Transform(trimmed)
  geboren = '';

  @MaxLength(100)
  @Matches(/\p{L}/u, { message: 'Vul in waar de jongere woont.' })
  @Transform(trimmed)
  gemeente = '';

  @ValidateIf(({ mail }: YoungPersonForm) => mail !== '')
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@mail.nl, of laat het leeg.' })
  @Transform(trimmed)
  mail = '';

  @IsIn(schoolTypes.map(({ code }) => code), { message: 'Kies de laatste school.' })
  school = '';

  @IsIn(['', ...diplomas.map(({ code }) => code)])
  diploma = '';

  @IsIn(['ja'], { message: 'Vertel het eerst aan de jongere. Zet dan hier een vinkje.' })
  weet = '';
}

const ageOn = (born: string, today: string): number => Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0);

export class RemoveForm {
  @IsUUID('all')
  jongere = '';
}

/** What the rules ask: a real birth date, of an age that the service follows, and a municipality that exists. */
export function slips({ geboren, gemeente }: YoungPersonForm, today: string): FormError[] {
  const errors: FormError[] = [];
  const upTo = upperAges.findLast(({ validFrom }) => validFrom <= today)?.years ?? upperAges[0].years;
  if (!isDay(geboren) || geboren > today) errors.push({ field: 'geboren', text: 'Vul de geboortedatum in.' });
  else if (ageOn(geboren, today) < FROM_AGE) errors.push({ field: 'geboren', text: `Deze jongere is jonger dan ${FROM_AGE}. Kijk of het jaar klopt.` });
  else if (ageOn(geboren, today) >= upTo) errors.push({ field: 'geboren', text: `Overstap volgt jongeren tot ${upTo} jaar. Deze jongere is ouder.` });
  if (!known.has(foldMunicipality(gemeente))) errors.push({ field: 'gemeente', text: 'Deze gemeente kennen we niet. Kijk of de naam klopt; een dorp is meestal geen gemeente.' });
  return errors;
}

export const personOf = (form: YoungPersonForm): YoungPerson => ({
  givenName: form.voornaam, prefix: form.tussenvoegsel, familyName: form.achternaam, birthDate: form.geboren, municipality: form.gemeente,
  email: form.mail || undefined, schoolType: form.school, diploma: form.diploma || undefined,
});
