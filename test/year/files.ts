import { destinations, examResults, statuses, diplomas } from '#policy';
import { linesOf, type Line, type Persona } from './persona.ts';
import { classes, programmes } from './region.ts';

/** One row of a file, or something that somebody at work does, on its day. */
export interface Happening {
  readonly day: string;
  readonly moment: 'before the mail' | 'by day' | 'evening';
  readonly who: Persona;
  readonly file?: { readonly kind: string; readonly owner: string; readonly row: string };
  readonly act?: { readonly by: string; readonly words: readonly string[] };
}

export interface YearFile {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
}

const HEADERS: Readonly<Record<string, string>> = {
  leerlingen: 'leerlingnummer;roepnaam;achternaam;geboortedatum;gemeente;schooljaar;schoolsoort;uitstroomprofiel;klas;mentor',
  uitslagen: 'leerlingnummer;examenuitslag;diploma;bestemming',
  aanmeldingen: 'aanmeldnummer;roepnaam;achternaam;geboortedatum;vooropleiding;crebo;leerweg;startdatum;aangemeld_op',
  statussen: 'aanmeldnummer;status;per_datum',
};

const FAMILY = 'Bakker';
const givenName = ({ key }: Persona): string => key.charAt(0).toUpperCase() + key.slice(1);
const schoolOf = ({ mentor }: Persona): string => classes[mentor]!.school;

/** What the schools bring in October. */
export function pupilFiles(personas: readonly Persona[]): YearFile[] {
  const rows = personas.map((who, at) => ({ owner: schoolOf(who), row: pupil(who, at) }));
  return [...new Set(rows.map(({ owner }) => owner))].map((owner) => file('leerlingen', owner, rows.filter((one) => one.owner === owner).map(({ row }) => row)));
}

function pupil(who: Persona, at: number): string {
  const { class: group, email } = classes[who.mentor]!;
  return [1001 + at, givenName(who), FAMILY, who.born, who.home, who.year, who.type, who.profile ?? '', group, email].join(';');
}

export const file = (kind: string, owner: string, rows: readonly string[]): YearFile =>
  ({ kind, name: `${kind}-${owner}.csv`, text: `${HEADERS[kind]}\n${rows.join('\n')}\n` });

export const happenings = (personas: readonly Persona[]): Happening[] => personas.flatMap((who, at) => lifeOf(who, String(1001 + at)));

function lifeOf(who: Persona, number: string): Happening[] {
  const applications: { college: string; number: string }[] = [];
  const known: Record<string, string> = {};
  return linesOf(who.life).flatMap(ordinarySpring).map(({ day, words: said }) => {
    const { words, on, moment } = whenBrought(said, day);
    const [first = '', second = '', third = ''] = words;
    if (first === 'applies') return { day: on, moment, who, file: application(day, second) };
    if (RESULTS.has(first)) return { day: on, moment, who, file: { kind: 'uitslagen', owner: schoolOf(who), row: knowing(first, second) } };
    const status = statuses.find(({ code }) => code === (/^[A-C]$/.test(first) ? second : first));
    if (status) return { day: on, moment, who, file: reported(applicationCalled(first), status.dutch, day) };
    return { day: on, moment: 'by day', who, act: { by: first, words: [second, third].filter(Boolean) } };
  });

  function application(day: string, asked: string): Happening['file'] {
    const [crebo = '', starts] = asked.split('/');
    const programme = programmes[crebo]!;
    applications.push({ college: programme.college, number: `${who.key}-${'ABC'.charAt(applications.length)}` });
    const row = [applications.at(-1)!.number, givenName(who), FAMILY, who.born, schoolOf(who), crebo, programme.pathway, starts ?? programme.starts, day];
    return { kind: 'aanmeldingen', owner: programme.college, row: row.join(';') };
  }

  /** A school's file says each time all that it knows. */
  function knowing(column: string, code: string): string {
    known[column] = wordFor(column, code);
    return [number, known.result, known.diploma, known.destination].map((word) => word ?? '').join(';');
  }

  function applicationCalled(letter: string): (typeof applications)[number] {
    return applications[/^[A-C]$/.test(letter) ? 'ABC'.indexOf(letter) : applications.length - 1]!;
  }
}

const reported = ({ college, number }: { college: string; number: string }, dutch: string, day: string): Happening['file'] =>
  ({ kind: 'statussen', owner: college, row: [number, dutch, day].join(';') });

const RESULTS = new Set(['result', 'diploma', 'destination']);

function wordFor(column: string, code: string): string {
  if (column === 'destination') return destinations.find((row) => row.code === code)!.dutch;
  return (column === 'result' ? examResults : diplomas).find((row) => row.code === code)!.written[0]!;
}

/** `placed 25001` without a day: applied in February, admitted in May. */
const ordinarySpring = (line: Line): Line[] =>
  line.day !== 'placed' ? [line] : [{ day: '2026-02-02', words: ['applies', ...line.words] }, { day: '2026-05-12', words: ['admitted'] }];

function whenBrought(said: readonly string[], day: string): { words: readonly string[]; on: string; moment: Happening['moment'] } {
  const before = said.join(' ').endsWith('before the mail');
  const rest = before ? said.slice(0, -3) : said;
  const at = rest.indexOf('brought');
  return { words: at < 0 ? rest : rest.slice(0, at), on: at < 0 ? day : rest[at + 1]!, moment: before ? 'before the mail' : 'evening' };
}

export function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
