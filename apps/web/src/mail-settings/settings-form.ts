import { addDays, isDay } from '#platform';
import { LONGEST_ABSENCE_DAYS, type MailChoice, type ReminderRow } from '#policy';
import type { OwnMail } from '#people';
import type { FormError } from '../pages/forms.ts';

type Typed = Readonly<Record<string, unknown>>;

/** What was chosen for each reminder of this role; a form without one of them, or with another word, is asked again. */
export function chosen(rows: readonly ReminderRow[], typed: Typed): { choices: OwnMail['choices']; errors: FormError[] } {
  const said = rows.map(({ code, field, choices }) => [code, choices.find((choice) => choice === typed[field]), field] as const);
  return {
    choices: Object.fromEntries(said.filter(([, choice]) => choice).map(([code, choice]) => [code, choice as MailChoice])),
    errors: said.filter(([, choice]) => !choice).map(([, , field]) => ({ field, text: 'Kies of je deze mail wilt.' })),
  };
}

/** Until which day somebody is away: today or later, and no longer than a year. */
export function awaySlips(day: unknown, today: string): FormError[] {
  const until = typeof day === 'string' ? day : '';
  if (!isDay(until)) return [{ field: 'tot', text: 'Vul de laatste dag in dat je er niet bent.' }];
  if (until < today) return [{ field: 'tot', text: 'Deze dag is al voorbij. Kies vandaag of later.' }];
  if (until > addDays(today, LONGEST_ABSENCE_DAYS)) return [{ field: 'tot', text: 'Deze dag is meer dan een jaar weg. Kijk of het jaar klopt.' }];
  return [];
}
