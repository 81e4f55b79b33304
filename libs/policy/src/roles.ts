/** What somebody does at an organisation (rules 10, formats: medewerkers). */
export interface RoleRow {
  readonly code: string;
  readonly dutch: string;
  /** The word in files, and other ways it is written; none when no file gives this role. */
  readonly written: readonly string[];
  /** The kind of actor, and so the database role, that a request of this role takes. */
  readonly actor: 'student' | 'guardian' | 'mentor' | 'school' | 'office' | 'college' | 'desk' | 'region' | 'privacy' | 'support' | 'coach' | 'guest';
  /** At which kinds of organisation it exists. */
  readonly at: readonly string[];
  readonly because: string;
}

const sending = ['vo', 'pro', 'vso', 'vavo', 'isk', 'mbo'] as const;

export const roles = [
  { code: 'student', dutch: 'leerling', written: [], actor: 'student', at: sending, because: 'Ziet alles over zichzelf en wie meelas.' },
  { code: 'guardian', dutch: 'ouder of verzorger', written: [], actor: 'guardian', at: sending, because: 'Tot 16 jaar leest een ouder mee; daarna alleen op uitnodiging.' },
  { code: 'mentor', dutch: 'mentor', written: ['mentor'], actor: 'mentor', at: sending, because: 'Kent de leerling en belt als eerste.' },
  { code: 'careers-dean', dutch: 'decaan', written: ['decaan'], actor: 'school', at: sending, because: 'Ziet de overstap van de hele school.' },
  { code: 'team-leader', dutch: 'teamleider', written: ['teamleider'], actor: 'school', at: sending, because: 'Als de decaan.' },
  { code: 'support-coordinator', dutch: 'ondersteuningscoördinator', written: ['ondersteuningscoordinator', 'ondersteuningscoördinator', 'zorgcoördinator'], actor: 'support', at: sending, because: 'Schrijft over ondersteuning voor wie dat nodig heeft; ziet van de anderen alleen naam en klas.' },
  { code: 'school-administrator', dutch: 'schoolbeheerder', written: ['schoolbeheerder'], actor: 'office', at: sending, because: 'Brengt de bestanden van de school.' },
  { code: 'summer-team', dutch: 'zomerteam', written: ['zomerteam'], actor: 'mentor', at: [...sending, 'gemeente'], because: 'Als een mentor, voor wie de lijst in de zomer krijgt, tot en met 30 september.' },
  { code: 'intake-officer', dutch: 'intaker', written: ['intaker'], actor: 'college', at: ['mbo'], because: 'Spreekt wie zich aanmeldt en geeft door wie is gestart.' },
  { code: 'study-coach', dutch: 'studieloopbaanbegeleider', written: ['studieloopbaanbegeleider', 'slb'], actor: 'college', at: ['mbo'], because: 'Ziet wie er in de eerste weken is.' },
  { code: 'attendance-officer', dutch: 'leerplichtambtenaar', written: ['leerplichtambtenaar'], actor: 'desk', at: ['leerplicht'], because: 'Leerplicht en kwalificatieplicht tot 18 jaar.' },
  { code: 'doorstroompunt-officer', dutch: 'RMC-consulent', written: ['rmc-consulent', 'rmc consulent', 'doorstroompunt-consulent'], actor: 'desk', at: ['doorstroompunt'], because: 'Helpt jongeren van 18 jaar en ouder terug.' },
  { code: 'transition-coach', dutch: 'overstapcoach', written: ['overstapcoach'], actor: 'coach', at: ['doorstroompunt', 'vo', 'mbo'], because: 'Ziet alleen wie daar zelf ja op zei, zolang het duurt.' },
  { code: 'work-income-officer', dutch: 'consulent Werk & Inkomen', written: ['consulent-werk', 'consulent werk'], actor: 'mentor', at: ['gemeente'], because: 'Zender van jongeren uit de bijstand; als een mentor.' },
  { code: 'region-administrator', dutch: 'regiobeheerder', written: ['regiobeheerder'], actor: 'region', at: ['doorstroompunt', 'gemeente'], because: 'Beheert bestanden en de wachtrij van de regio; ziet geen dossiers.' },
  { code: 'regional-coordinator', dutch: 'regiocoördinator', written: ['regiocoordinator', 'regiocoördinator'], actor: 'guest', at: ['doorstroompunt', 'gemeente'], because: 'Ziet alleen aantallen, nooit personen.' },
  { code: 'privacy-officer', dutch: 'privacyfunctionaris', written: ['privacyfunctionaris'], actor: 'privacy', at: [...sending, 'leerplicht', 'doorstroompunt', 'gemeente'], because: 'Ziet alleen het logboek van de eigen organisatie.' },
] as const satisfies readonly RoleRow[];

export type Role = (typeof roles)[number]['code'];

/** Roles that somebody has by working at an organisation; a student or parent is let in by the mentor. */
export const staffRoles: readonly RoleRow[] = roles.filter(({ written }) => written.length > 0);

export const roleOf = (code: string): RoleRow | undefined => roles.find((row) => row.code === code);

/** What somebody in this role is called at a kind of organisation: who sends from an mbo is a study coach (rules 3). */
export const roleWord = (code: string, organisationKind: string): string =>
  code === 'mentor' && organisationKind === 'mbo' ? 'studieloopbaanbegeleider van wie vertrekt' : (roleOf(code)?.dutch ?? code);
