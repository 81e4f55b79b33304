import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { destinations, mentorChoices } from '#policy';
import type { MentorNote } from '#alerts';
import type { FormError } from '../pages/forms.ts';

const CHOICES = mentorChoices.map(({ code }) => code);
const SETTLED = destinations.filter(({ settled }) => settled).map(({ code }) => code);
const asks = (choice: string): boolean => mentorChoices.some(({ code, destination }) => code === choice && destination === 'asked');

/** What somebody notes about a leaver: one choice, where to when it asks so, a note if they like. */
export class NoteForm {
  @IsIn(CHOICES, { message: 'Kies wat je nu weet over de leerling.' })
  keuze: MentorNote['choice'];

  @ValidateIf(({ keuze }: NoteForm) => asks(keuze))
  @IsIn(SETTLED, { message: 'Kies waar de leerling heen gaat.' })
  bestemming = '';

  @MaxLength(2000, { message: 'Maak je notitie korter: hoogstens 2.000 tekens.' })
  @IsString()
  notitie = '';
}

/** A destination beside a choice that asks for none: one of the two is a slip, and we do not guess which. */
export function slips({ keuze, bestemming }: NoteForm): FormError[] {
  if (!bestemming || !keuze || asks(keuze)) return [];
  return [{ field: 'keuze', text: 'Je koos ook waarheen. Kies dan ‘Gaat iets anders doen’, of haal de bestemming weg.' }];
}

export const noteOf = ({ keuze, bestemming, notitie }: NoteForm): MentorNote => ({ choice: keuze, destination: bestemming || undefined, note: notitie });
