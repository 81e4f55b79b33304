import { IsIn, IsString, MaxLength, ValidateIf } from 'class-validator';
import { asksProof, destinations, exitProfiles, mentorChoices, proofFits, proofs } from '#policy';
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

  @ValidateIf(({ keuze, bestemming }: NoteForm) => asks(keuze) && asksProof(bestemming))
  @IsIn(proofs.map(({ code }) => code), { message: 'Kies hoe je dit weet.' })
  bewijs = '';

  @MaxLength(2000, { message: 'Maak je notitie korter: hoogstens 2.000 tekens.' })
  @IsString()
  notitie = '';
}

/** The exit profile of a leaver of PrO or vso; nothing chosen: not known yet. */
export class ProfileForm {
  @IsIn(['', ...exitProfiles.map(({ code }) => code)])
  profiel = '';
}

/** A destination beside a choice that asks for none: one of the two is a slip, and we do not guess which. */
export function slips({ keuze, bestemming, bewijs }: NoteForm): FormError[] {
  if (asks(keuze) && asksProof(bestemming) && !proofFits(bewijs, bestemming)) return [{ field: 'bewijs', text: 'Dit bewijs past niet bij waar de leerling heen gaat. Kies een ander.' }];
  if (!bestemming || !keuze || asks(keuze)) return [];
  return [{ field: 'keuze', text: 'Je koos ook waarheen. Kies dan ‘Gaat iets anders doen’, of haal de bestemming weg.' }];
}

export const noteOf = ({ keuze, bestemming, bewijs, notitie }: NoteForm): MentorNote => ({ choice: keuze, destination: bestemming || undefined, proof: asksProof(bestemming) ? bewijs : undefined, note: notitie });
