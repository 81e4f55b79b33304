import { weekday } from '#platform';
import { act } from './acts.ts';
import { file, grouped, happenings, pupilFiles, type Happening, type YearFile } from './files.ts';
import type { Persona } from './persona.ts';
import { medewerkers, opleidingen, organisaties } from './region.ts';
import { digestsOf, lateOn, shownNow, type Digest } from './seen.ts';
import type { World } from './world.ts';

export interface Day {
  readonly day: string;
  readonly shown: ReadonlyMap<string, string>;
  readonly digests: readonly Digest[];
  /** Whose desk is late that evening. */
  readonly late: readonly string[];
  /** Sweeps there were at 05.59 and after the work of 06.00. */
  readonly sweeps: readonly [early: number, after: number];
}

const organisations: readonly YearFile[] = [
  { kind: 'organisaties', name: 'organisaties.csv', text: organisaties },
  { kind: 'medewerkers', name: 'medewerkers.csv', text: medewerkers },
  { kind: 'opleidingen', name: 'opleidingen.csv', text: opleidingen },
];

/** The evening on which the schools bring their pupils, and all that other files said until then. Everybody at work has been in; Mark coordinates his desk. */
export async function begin(at: World, personas: readonly Persona[], day: string): Promise<void> {
  at.moveTo(day, '20:00');
  await at.bring([...organisations, ...pupilFiles(personas)]);
  await bringAll(at, personas, '', day);
  await at.sql('update app.membership set accepted_at = now() where accepted_at is null');
  await at.sql("update app.membership m set coordinates = true from app.account a where a.id = m.account_id and a.email like 'mark@%'");
}

/** At once what the files after one day said, up to and including another. */
export const bringAll = (at: World, personas: readonly Persona[], after: string, until: string): Promise<void> =>
  at.bring(filesOf(lastOnes(happenings(personas).filter(({ day }) => day > after && day <= until))));

/** Without the results that a later file of the school replaced. */
const lastOnes = (all: readonly Happening[]): Happening[] =>
  all.filter((one, at) => one.file?.kind !== 'uitslagen' || !all.slice(at + 1).some(({ who, file: later }) => who === one.who && later?.kind === 'uitslagen'));

/** Lives these days one at a time and remembers what each of them showed; on some the worker lies still, and people go on. */
export async function liveThrough(at: World, personas: readonly Persona[], days: readonly string[], stopped: readonly string[] = []): Promise<Day[]> {
  const life = grouped(happenings(personas), ({ day }) => day);
  const lived: Day[] = [];
  for (const day of days) lived.push(await liveDay(at, day, life.get(day) ?? [], !stopped.includes(day)));
  return lived;
}

async function liveDay(at: World, day: string, today: readonly Happening[], worker: boolean): Promise<Day> {
  const bring = (moment: Happening['moment']) => at.bring(filesOf(today.filter((one) => one.moment === moment)));
  at.moveTo(day, '05:59');
  if (worker) await at.work('sweep');
  const early = await sweeps(at);
  at.moveTo(day, '06:00');
  if (worker) await at.work(weekday(day) === 1 ? undefined : 'sweep');
  const after = await sweeps(at);
  await bring('before the mail');
  if (worker) await at.deliver();
  at.moveTo(day, '07:00');
  if (worker) await at.work('reminders');
  if (worker) await at.deliver();
  at.moveTo(day, '10:00');
  for (const { act: asked, who } of today) if (asked) await act(at, who.key, asked);
  at.moveTo(day, '20:00');
  await bring('evening');
  return { day, shown: await shownNow(at), digests: await digestsOf(at, day), late: await lateOn(at, day), sweeps: [early, after] };
}

const sweeps = async ({ sql }: World): Promise<number> => (await sql<{ count: number }>('select count(*)::int from app.sweep'))[0]!.count;

const ORDER = ['uitslagen', 'aanmeldingen', 'statussen'];

function filesOf(today: readonly Happening[]): YearFile[] {
  const rows = today.flatMap(({ file: row }) => row ?? []);
  const named = [...grouped(rows, ({ kind, owner }) => `${kind} ${owner}`).values()];
  return named
    .map((some) => file(some[0]!.kind, some[0]!.owner, some.map(({ row }) => row)))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
