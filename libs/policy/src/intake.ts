import type { Status } from './statuses.ts';

interface IntakeGroup {
  readonly code: string;
  readonly dutch: string;
  /** The statuses that it takes; absent: what no other group takes. */
  readonly statuses?: readonly Status[];
  /** Only while something that can be read waits: until somebody opened it, or longer, until there is an answer, or only what may be read from admission on. */
  readonly whileShared?: Readonly<Partial<Record<Status, 'opened' | 'answered' | 'admission-opened'>>>;
  /** The college is the one who must act, so waiting long is marked. */
  readonly isOurTurn: boolean;
  readonly because: string;
}

/** From here on a college may also read what waited for admission (releases in sections/section.ts). */
const admitted = ['provisionally-placed', 'admitted', 'place-offered', 'place-accepted', 'enrolled', 'started'] as const satisfies readonly Status[];
const untilOpened = { 'provisionally-placed': 'admission-opened', admitted: 'admission-opened', 'place-offered': 'admission-opened', 'place-accepted': 'admission-opened', enrolled: 'admission-opened', started: 'admission-opened' } as const;

/** How the work list of a college is divided, in the order of its page; an application stands in the first that fits. */
export const intakeGroups = [
  {
    code: 'new', dutch: 'Nieuw gedeeld', statuses: ['submitted', 'intake-invited', ...admitted], whileShared: { submitted: 'answered', 'intake-invited': 'opened', ...untilOpened }, isOurTurn: true,
    because: 'De leerling deelde iets. Wie alleen is aangemeld, wacht op een antwoord; wie is uitgenodigd, wacht tot iemand het leest. Na toelating komt erbij wat eerder niet mocht meewegen: dat wacht ook tot iemand het leest.',
  },
  { code: 'meeting', dutch: 'Gesprek gepland, uitkomst mist', statuses: ['intake-planned', 'intake-held'], isOurTurn: true, because: 'Er is een gesprek of het was er al. De leerling weet de uitkomst nog niet.' },
  { code: 'waiting', dutch: 'Wacht op leerling', statuses: ['submitted', 'intake-invited'], isOurTurn: false, because: 'Er is niets nieuws om te lezen: de leerling is aan zet.' },
  { code: 'done', dutch: 'Klaar', isOurTurn: false, because: 'Er is een uitkomst. Wie op de reservelijst staat, weet dat ook: de intake is klaar.' },
] as const satisfies readonly IntakeGroup[];

export type IntakeGroupCode = (typeof intakeGroups)[number]['code'];

/** Working days after which a student who waits for the college is marked (ux 5.1, "Wacht op mbo"). */
export const INTAKE_WAIT = { workingDays: 5, because: 'Een week zonder antwoord voelt voor een leerling als nee.' } as const;

/** Months after its start that an application stays on the list. */
export const INTAKE_LIST = { months: 6, because: 'Zo lang mag een mbo-school lezen wat is gedeeld.' } as const;

/** What an intake officer reads in the first minute, the student's own words first; each only when it was shared. */
export const summaryRows = [
  { section: 'who-am-i', question: 'in-my-words', dutch: 'In eigen woorden' },
  { section: 'why-this-course', question: 'wants', dutch: 'Wil graag' },
  { section: 'what-i-need', question: 'helps-most', dutch: 'Dit helpt' },
  { section: 'mentor-part', question: 'advice', dutch: 'Past het? Advies van de mentor' },
] as const;
