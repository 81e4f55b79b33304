import type { Role } from './roles.ts';

/** How often somebody wants a reminder; `always` until they say otherwise. */
export const mailChoices = [
  { code: 'always', dutch: 'Aan', because: 'Zo staat het tot iemand iets anders kiest.' },
  { code: 'weekly', dutch: 'Hoogstens één keer per week', because: 'Wie elke dag kijkt, heeft aan een samenvatting genoeg.' },
  { code: 'never', dutch: 'Uit', because: 'Wie zelf kijkt, heeft geen mail nodig.' },
] as const;

export type MailChoice = (typeof mailChoices)[number]['code'];

/** Mails that somebody may have less often (ux 5.5). Start alerts are not among them: nobody can switch those off. */
export interface ReminderRow {
  readonly code: string;
  /** Its name in the form. */
  readonly field: string;
  readonly dutch: string;
  readonly hint: string;
  readonly roles: readonly Role[];
  readonly choices: readonly MailChoice[];
  readonly because: string;
}

const MENTORS = ['mentor', 'work-income-officer', 'summer-team'] as const;
const OFFICERS = ['attendance-officer', 'doorstroompunt-officer'] as const;

export const reminders = [
  { code: 'monday-list', field: 'maandag', dutch: 'Leerlingen die jou nodig hebben', hint: 'Op maandag, met aantallen. Alleen als er iets te doen is.', roles: MENTORS, choices: ['always', 'never'], because: 'M1: één mail per week is genoeg voor wat kan wachten.' },
  { code: 'urgent-news', field: 'nieuws', dutch: 'Nieuws over een aanmelding', hint: 'Dezelfde dag: afgewezen of teruggetrokken, terwijl er nog een andere aanmelding loopt.', roles: MENTORS, choices: ['always', 'never'], because: 'M2: wie dit dezelfde dag hoort, kan dezelfde dag bellen.' },
  { code: 'school-standing', field: 'stand', dutch: 'Stand van de overstap', hint: 'Elke maand, en in maart elke week. Alleen aantallen.', roles: ['careers-dean'], choices: ['always', 'never'], because: 'D1: in maart telt elke week, vóór 1 april.' },
  { code: 'passports-shared', field: 'paspoorten', dutch: 'Nieuwe paspoorten', hint: 'In de ochtend, als er iets is gedeeld dat nog niemand opende.', roles: ['intake-officer'], choices: ['always', 'weekly', 'never'], because: 'I1: wie elke dag inlogt, ziet het zelf.' },
  { code: 'students-waiting', field: 'wachten', dutch: 'Leerlingen die op jullie wachten', hint: 'Hoogstens één keer per week.', roles: ['intake-officer'], choices: ['always', 'never'], because: 'I2: wachten is voor een leerling lang.' },
  { code: 'give-starts', field: 'starts', dutch: 'Doorgeven wie niet is gestart', hint: 'Op de startdag en een week later, als er nog niets is doorgegeven.', roles: ['intake-officer'], choices: ['always', 'never'], because: 'I3: zonder bericht wordt elke geplaatste jongere een melding.' },
  { code: 'late-cases', field: 'te-laat', dutch: 'Jongeren die te laat contact krijgen', hint: 'Na vijf werkdagen zonder contact, hoogstens één keer per week over dezelfde jongere.', roles: OFFICERS, choices: ['always', 'never'], because: 'R2: een zaak die stil ligt, moet iemand merken.' },
  { code: 'view-checks', field: 'in-beeld', dutch: 'Wie in beeld is: weer kijken', hint: 'Als een kwartaal om is, of op de dag die je afsprak. Over dezelfde controle één keer.', roles: OFFICERS, choices: ['always', 'never'], because: 'Regels 8: in beeld tot terugkeer; zonder bericht kijkt niemand.' },
  { code: 'region-monitor', field: 'monitor', dutch: 'Monitor overstap', hint: 'De eerste maandag van de maand: drie cijfers over de regio.', roles: ['region-administrator', 'regional-coordinator'], choices: ['always', 'never'], because: 'C1: sturen kan alleen wie de cijfers kent.' },
  { code: 'passport-waits', field: 'paspoort', dutch: 'Je paspoort wacht op je', hint: 'Als je een week niets deed. Hoogstens drie keer.', roles: ['student'], choices: ['always', 'never'], because: 'L2: het paspoort is van de leerling, het tempo ook.' },
  { code: 'apply-in-time', field: 'aanmelden', dutch: 'Meld je op tijd aan', hint: 'Drie keer, vlak voor de uiterste aanmelddatum. Alleen als je nog geen aanmelding hebt.', roles: ['student'], choices: ['always', 'never'], because: 'L7: wie zich vóór 1 april aanmeldt, heeft meer recht op een plek.' },
] as const satisfies readonly ReminderRow[];

export type Reminder = (typeof reminders)[number]['code'];

/** What somebody of this role may have less often, in the order of the page. */
export const remindersOf = (role: string): readonly ReminderRow[] => reminders.filter((row) => (row.roles as readonly string[]).includes(role));

/** The furthest day on which somebody may say to be back, counted from today. */
export const LONGEST_ABSENCE_DAYS = 366;

/** Staff who are reminded beside the digest; who has a digest or another mail of these today hears it on the next day. */
export const STAFF_REMINDERS = ['late-cases', 'school-standing', 'region-monitor'] as const satisfies readonly Reminder[];

/** When somebody of a desk hears that nobody was reached (ux R2); earlier than "te laat" of rules 8, so that it can still be in time. */
export const LATE_CASES = { workingDays: 5, daysBetween: 7, from: '07:00' } as const;

/** How a school stands (ux D1): what quiet days put off to the last days of a month waits for the next month, which is near. */
export const SCHOOL_STANDING = { notInLastDays: 3 } as const;

/** The first weeks of a programme (ux I3): asked on the start date, and once more after so many days. */
export const START_MAILS = { daysBetween: 7 } as const;

/** Numbers under this stay hidden outside the own school (rules 12). */
export const FEWEST_SHOWN = 5;
