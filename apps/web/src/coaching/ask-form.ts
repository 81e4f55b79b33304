import { IsUUID, Matches } from 'class-validator';
import { addDays, isDay } from '#platform';
import { coachTerms } from '#policy';
import type { FormError } from '../pages/forms.ts';

export class AskForm {
  @IsUUID(undefined, { message: 'Kies een overstapcoach.' })
  coach = '';

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Vul in tot en met welke dag de coach meekijkt.' })
  tot = '';
}

export class StopForm {
  @IsUUID()
  stop: string;
}

/** A last day that does not exist, is over, or lies further ahead than anybody may ask. */
export function slipsIn({ tot }: AskForm, today: string): FormError[] {
  if (!tot) return [];
  if (!isDay(tot)) return [{ field: 'tot', text: 'Deze dag bestaat niet.' }];
  if (tot <= today) return [{ field: 'tot', text: 'Kies een dag na vandaag.' }];
  return tot > addDays(today, coachTerms.mostDays) ? [{ field: 'tot', text: 'Kies een dag binnen een jaar. Langer nodig? Dan vraag je het opnieuw.' }] : [];
}
