import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { sweep } from '#alerts';
import { bytesSource, fileSource, importFiles, kindOf, type ImportOrder, type KindName } from '#exchange';
import { KEEP_EXAMPLE_PERSONS } from '#people';
import { addDays, Clock, type Tx } from '#platform';
import { actOn } from './acts.ts';
import { workOnCases } from './cases.ts';
import { letCoachesIn } from './coaching.ts';
import { daysBefore, EXAMPLE_YEAR } from './days.ts';
import { emptyExample } from './empty.ts';
import { checkInView } from './in-view.ts';
import { takeTime } from './lead-times.ts';
import { meetTogether } from './meetings.ts';
import { tellTheMorning } from './morning.ts';
import { readOldNews } from './news.ts';
import { writePassports } from './passports.ts';
import { sendAndName } from './school-sends.ts';
import { letStudentsIn } from './students.ts';
import { leaveAnMbo } from './study-coach.ts';
import { callInSummer, nameSummerTeams, passToSummer } from './summer.ts';
import { workTogether } from './together.ts';

const FOLDER = path.resolve('examples/ijssel-vecht');

/** Colleges bring their file once a week: what happened in the last days is only known today, so that there is news. */
const LATE_DAYS = 6;

/** Where a row says its day: nobody applies, and nothing is reported, before it is so. */
const DAY_IN: Partial<Record<KindName, number>> = { aanmeldingen: 10, statussen: 2 };

const ORDER: readonly KindName[] = ['organisaties', 'medewerkers', 'opleidingen', 'leerlingen', 'uitslagen', 'aanwezigheid', 'aanmeldingen', 'statussen'];

/** Whether nobody has put data of their own into this database; an example that was never finished may be filled again. */
export async function mayFill(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>(
    "select coalesce(origin = 'example', not exists (select from app.organisation)) as may from app.installation",
  );
  return rows[0]?.may ?? false;
}

/** The day on which the example stands; undefined when it was never filled to the end. */
export async function standsOn(owner: Pool): Promise<string | undefined> {
  const { rows } = await owner.query<{ day: string | null }>(
    "select to_char(example_day, 'yyyy-mm-dd') as day from app.installation where origin = 'example'",
  );
  return rows[0]?.day ?? undefined;
}

interface Hands {
  readonly owner: Pool;
  readonly worker: Tx;
  /** As the pages have it, for what people do in their own name. */
  readonly web: Tx;
  /** For links in mails. */
  readonly publicUrl: URL;
}

/** Empties the example and lives its year again up to a day: files dated until then, the sweeps of the days before, what people did. */
export async function fillExample({ owner, worker, web, publicUrl }: Hands, day: string): Promise<void> {
  await owner.query("update app.installation set origin = 'example', example_day = null, example_persons = null");
  await emptyExample(owner);
  const days = daysBefore(day);
  const late = addDays(day, -LATE_DAYS);
  for (const name of ORDER) await bring(worker, name, day, { on: days[0] ?? day, before: late });
  await leaveAnMbo(worker, days[0] ?? day, day);
  await owner.query('update app.membership set accepted_at = $1::date', [days[0] ?? day]);
  await nameSummerTeams(worker, day);
  for (const earlier of days) {
    await sweep(worker, earlier);
    await actOn(worker, web, earlier);
    await passToSummer(worker, earlier);
  }
  await bring(worker, 'statussen', day, { on: day });
  await sweep(worker, day);
  await workOnCases(worker, web, day);
  await checkInView(worker, web, day);
  await letStudentsIn(worker, day);
  await letCoachesIn(worker, web, day);
  await writePassports(worker, web, new Clock({ today: day }), publicUrl);
  await sendAndName(worker, web, day);
  await meetTogether(worker, web, publicUrl, day);
  await takeTime(worker);
  await passToSummer(worker, day);
  await callInSummer(worker, day);
  await workTogether(worker, web, day);
  await readOldNews(worker);
  await tellTheMorning(worker, day);
  await owner.query('update app.installation set example_day = $1', [day]);
  await owner.query(KEEP_EXAMPLE_PERSONS);
}

interface Brought {
  readonly on: string;
  /** Statuses dated from this day on come later. */
  readonly before?: string;
}

async function bring(tx: Tx, name: KindName, day: string, { on, before }: Brought): Promise<void> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`No kind ${name}`);
  const files = fs.readdirSync(FOLDER).filter((file) => file.startsWith(name) && endsBy(file, day));
  const column = DAY_IN[name];
  const until = name === 'aanmeldingen' ? addDays(day, 1) : before;
  const sources = files.map((file) => (column && until ? datedBefore(file, until, column) : fileSource(path.join(FOLDER, file), file)));
  if (sources.length) await importFiles(tx, { kind, files: sources, year: EXAMPLE_YEAR, day: on });
}

/** The file as it was before a day: what was reported later is not in it yet. */
function datedBefore(file: string, day: string, column: number): ImportOrder['files'][number] {
  const [header, ...rows] = fs.readFileSync(path.join(FOLDER, file), 'utf8').split('\n');
  const earlier = rows.filter((row) => (row.split(';')[column] ?? '').split('-').toReversed().join('-') < day);
  return bytesSource(file, Buffer.from([header, ...earlier].join('\n')));
}

/** A slice of the statuses says in its name until when it runs. */
function endsBy(file: string, day: string): boolean {
  const [, until] = /-tot-(\d{4}-\d{2}-\d{2})\.csv$/.exec(file) ?? [];
  return !until || until <= day;
}
