/** How a question is answered. `experiences` is a short list of stages or jobs: where, what, how long. `file` always may be empty; one in a section. */
export type QuestionType = 'short' | 'long' | 'choice' | 'many' | 'experiences' | 'file';

export interface Question {
  readonly code: string;
  readonly asks: string;
  readonly hint?: string;
  readonly type: QuestionType;
  readonly options?: readonly string[];
  /** The page says "mag leeg blijven". */
  readonly mayBeEmpty?: boolean;
  /** Stays the writer's own: no reader, no export but the writer's copy. */
  readonly onlyMine?: boolean;
  /** Asked only of leavers of these school types; absent: of everybody. */
  readonly onlyFor?: readonly string[];
  /** The same question in words that fit who leaves practical or special education. */
  readonly inPractice?: string;
}

/** On what ground it may be passed on (rules 9; the school's report: Wet sterk beroepsonderwijs, since 1 August 2020). */
export const bases = [
  { code: 'statutory', dutch: 'wettelijk rapport van de school', because: 'Sinds 1 augustus 2020 mag de school dit doorgeven zonder toestemming. De leerling leest het eerst en mag zeggen wat niet klopt.' },
  { code: 'choice', dutch: 'keuze van de leerling', because: 'De leerling schrijft het zelf en kiest zelf wie het leest.' },
  { code: 'consent', dutch: 'uitdrukkelijke toestemming', because: 'Bijzondere gegevens: per school toestemming, onder 16 jaar ook van een ouder.' },
] as const;

/** From when a receiver may read what was shared with it. */
export const releases = [
  { code: 'on-application', dutch: 'bij een aanmelding', from: 'submitted', reads: 'De school leest dit meteen.', because: 'Zonder aanmelding hoeft een school niets te weten.' },
  { code: 'on-intake-invitation', dutch: 'bij een uitnodiging voor de intake', from: 'intake-invited', reads: 'De school leest dit vanaf een uitnodiging voor de intake.', because: 'Dan wordt het gesprek voorbereid.' },
  { code: 'on-admission', dutch: 'na toelating', from: 'provisionally-placed', reads: 'De school leest dit pas als je bent toegelaten.', because: 'Hulp en gezondheid mogen nooit meewegen bij de toelating.' },
] as const;

export interface Section {
  readonly code: string;
  /** In addresses. */
  readonly address: string;
  /** The numbers of rules 9 that it holds. */
  readonly numbers: readonly number[];
  /** Its name, in the words of the student. */
  readonly dutch: string;
  /** Its name to a college or a parent, where the other one speaks to the student. */
  readonly toOthers?: string;
  /** What it is for, below the heading. */
  readonly lead: string;
  readonly writer: 'student' | 'mentor' | 'support-coordinator' | 'school-file';
  readonly basis: (typeof bases)[number]['code'];
  readonly sensitivity: 'ordinary' | 'special';
  readonly release: (typeof releases)[number]['code'];
  /** Where it stands on the page of the passport. */
  readonly stands: 'mine' | 'from-school' | 'sharing';
  /** Counts for "4 van de 7 klaar". */
  readonly counts: boolean;
  /** Years after the transfer ended (rules 11). */
  readonly keptYears: number;
  /** Its counterpart in the OSO data set, profile VOMBO; null when there is none. */
  readonly oso: string | null;
  readonly questions: readonly Question[];
  readonly because: string;
}
