import type { OwnMail, Visitor } from '#people';
import { mailChoices, paths, remindersOf, roleOf } from '#policy';
import type { FormError } from '../pages/forms.ts';

interface SettingsPage {
  readonly title: string;
  readonly [field: string]: unknown;
}

export interface Again {
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FormError[];
}

/** Which start alerts reach somebody of this role, if any: those cannot be switched off. */
const ALWAYS: Readonly<Record<string, string>> = {
  student: 'Nieuws over je aanmelding en over wie meeleest, krijg je altijd: dat gaat over jou.',
  default: 'Meldingen dat een jongere niet is gestart, krijg je altijd: als die mail wegvalt, mist niemand de jongere.',
};

/** One's own mails: what may come less often, and until when somebody is away. */
export function settingsPage({ role, organisation }: Visitor, { choices, awayUntil }: OwnMail, today: string, { typed = {}, errors = [] }: Again = {}): SettingsPage {
  const rows = remindersOf(role);
  return {
    title: 'Mijn mails',
    action: paths.mailSettings,
    away: role === 'student' || !rows.length ? undefined : { action: paths.mailAway, back: paths.mailBack, until: awayUntil, typed: typed.tot ?? '', ...awayText(role) },
    account: paths.account,
    role: roleOf(role)?.dutch,
    organisation,
    always: ALWAYS[role] ?? ALWAYS.default,
    kinds: rows.map(({ code, field, dutch, hint, choices: may }) => ({
      field,
      legend: dutch,
      hint,
      value: typed[field] ?? choices[code as keyof OwnMail['choices']] ?? 'always',
      options: mailChoices.filter((row) => may.includes(row.code)).map((row) => ({ code: row.code, text: row.dutch })),
    })),
    errors,
    today,
  };
}

const awayText = (role: string): { also: string } => ({
  also: role === 'mentor' ? 'Meldingen dat een leerling niet is gestart, gaan dan ook naar de decaan.' : 'Meldingen dat een jongere niet is gestart, gaan door.',
});
