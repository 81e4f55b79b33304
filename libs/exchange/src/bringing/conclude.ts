import type { Sql } from '#platform';
import type { KindName } from '../kinds/kind.ts';

interface Concluded {
  readonly tied: number;
  readonly waiting: number;
  readonly missing: number;
}

/** The lists that files of one command fill for what follows from them together. */
export async function prepare(sql: Sql): Promise<void> {
  await sql('create temp table new_leaver (id uuid) on commit drop');
  await sql('create temp table touched_leaver (id uuid) on commit drop');
  await sql('create temp table touched_application (id uuid) on commit drop');
  await sql('create temp table tied_beforehand (application_id uuid, leaver_id uuid) on commit drop');
  await sql('create temp table seen (school_id uuid, number text, school_year text, good boolean) on commit drop');
}

/** What follows from the files of one command: standings, mentors, ties, questions, signals that no longer hold, cards. */
export async function conclude(sql: Sql, kind: KindName, day: string, deliveryId?: string): Promise<Concluded> {
  await countWhatCame(sql, kind);
  await sql('select app.refresh_statuses(array(select distinct id from touched_application))');
  await sql('insert into touched_leaver select a.leaver_id from app.application a join touched_application t on t.id = a.id where a.leaver_id is not null');
  const missing = kind === 'leerlingen' ? await askAfterMissing(sql, day, deliveryId) : 0;
  const schools = SCHOOLS_OF[kind];
  if (schools) {
    await sql(`select app.let_study_coaches_send(${schools})`);
    await tieMentors(sql, schools);
  }
  const tied = (await followUp(sql, kind, day)) ?? 0;
  await countForPages(sql);
  const [row] = await sql<{ waiting: number }>("select count(*)::int as waiting from app.application where leaver_id is null and tie = 'waiting'");
  return { tied, missing, waiting: row?.waiting ?? 0 };
}

const EVERY_SCHOOL = 'array(select id from app.organisation)';
const SCHOOLS_OF: Partial<Record<KindName, string>> = { leerlingen: 'array(select distinct school_id from seen)', medewerkers: EVERY_SCHOOL };

const TOUCHED = '(select count(*) from touched_application) + (select count(*) from touched_leaver) > 10000';
const MANY_NEW = '(select count(*) from new_leaver) > 1000';
const COUNTED: Partial<Record<KindName, { table: string; when: string }>> = {
  leerlingen: { table: 'leaver', when: MANY_NEW },
  aanmeldingen: { table: 'application', when: TOUCHED },
  statussen: { table: 'event', when: TOUCHED },
};

/** What follows is planned with what this file brought in mind, which nobody else can have counted yet. */
async function countWhatCame(sql: Sql, kind: KindName): Promise<void> {
  const counted = COUNTED[kind];
  if (counted) await sql(`select app.count_written($1) where ${counted.when}`, [counted.table]);
}

/** Pages that were planned for a region without leavers are planned again before they see thousands. */
const countForPages = (sql: Sql) => sql(`select app.count_written('card') where ${MANY_NEW}`);

/** Ties, closed signals and cards follow from what was touched; a file that changed nothing costs none of it. */
async function followUp(sql: Sql, kind: KindName, day: string): Promise<number | undefined> {
  const [touched] = await sql<{ some: boolean }>(`select exists (select from new_leaver) or exists (select from touched_leaver)
    or exists (select from touched_application) as some`);
  if (!touched?.some) return undefined;
  const tied = kind === 'leerlingen' || kind === 'aanmeldingen' ? await tieApplications(sql, day) : 0;
  await sql('select app.first_cards(array(select id from new_leaver n where not exists (select from touched_leaver t where t.id = n.id)))');
  await settleTouched(sql, day);
  return tied;
}

const AT_ONCE = 50_000;

/** Signals that no longer hold and cards, some leavers at a time: the memory that the database needs stays the same. */
export async function settleTouched(sql: Sql, day: string): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const [batch] = await sql<{ last: string | null }>(
      `with batch as (
        select distinct t.id from touched_leaver t join app.leaver l on l.id = t.id where t.id > $1 order by t.id limit ${AT_ONCE}),
      settled as materialized (select app.settle($2, array(select id from batch)))
      select (select id from batch order by id desc limit 1) as last from settled`,
      [after, day],
    );
    if (!batch?.last) return;
    after = batch.last;
  }
}

/**
 * A leaver whom a newer file of the school and year leaves out stays, with a question to the school. Mended rows that come
 * again are no such file: it names at least half of who is known.
 */
async function askAfterMissing(sql: Sql, day: string, deliveryId: string | undefined): Promise<number> {
  await sql('analyze seen');
  const [row] = await sql<{ missing: number }>(
    `with named as (select school_id, school_year, count(distinct number) as leavers from seen where good group by 1, 2),
    whole as (
      select school_id, school_year from named join app.leaver l using (school_id, school_year)
      group by school_id, school_year, leavers having leavers * 2 >= count(*)),
    absent as (
      select l.id, l.missing_since from app.leaver l join whole using (school_id, school_year)
      where not exists (select from seen s where (s.school_id, s.number, s.school_year) = (l.school_id, l.number, l.school_year))),
    asked as (
      update app.leaver l set missing_since = $1 from absent a where a.id = l.id and a.missing_since is null),
    kept as (
      insert into app.delivery_change (delivery_id, table_name, row_id, before)
      select $2::uuid, 'leaver', l.id, to_jsonb(l) from absent a join app.leaver l on l.id = a.id where $2::uuid is not null and a.missing_since is null)
    select count(*)::int as missing from absent`,
    [day, deliveryId ?? null],
  );
  return row?.missing ?? 0;
}

/** Whom these schools name as mentor; without schools, at every school. */
export async function tieMentors(sql: Sql, schools = EVERY_SCHOOL): Promise<void> {
  await sql(`insert into touched_leaver select id from app.tie_mentors(${schools}) as t (id) except select id from new_leaver`);
}

export async function tieApplications(sql: Sql, day: string): Promise<number> {
  const [row] = await sql<{ tied: number }>(
    `with told as (
      insert into app.event (leaver_id, application_id, kind, became, as_of, source)
      select leaver_id, application_id, 'tied', 'automatic', $1, 'file' from tied_beforehand),
    tied as (select * from app.tie_waiting($1) union all select application_id, leaver_id from tied_beforehand),
    touched as (insert into touched_leaver select leaver_id from tied)
    select count(*)::int as tied from tied`,
    [day],
  );
  await sql('insert into touched_leaver select * from app.refresh_candidates(null)');
  return row?.tied ?? 0;
}
