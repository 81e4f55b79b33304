import { type Sql, type Tx, WORKER } from '#platform';
import { image, LIVING } from '../bringing/changes.ts';
import { prepare, settleTouched, tieApplications, tieMentors } from '../bringing/conclude.ts';
import { forgetSenders } from '../bringing/senders.ts';
import { whatWasBuiltOn } from './built-on.ts';
import type { Delivery } from './delivery.ts';

const TOO_LATE = 'Dit bestand is langer dan een dag geleden ingelezen. Breng een verbeterd bestand.';
const BUILT_ON = 'Op dit bestand is verder gewerkt: gegevens zijn daarna veranderd of gebruikt. Terugdraaien kan niet meer; breng een verbeterd bestand.';

/** Why it cannot be undone. */
class Kept extends Error {}

/** Puts back exactly what was there before, or says on the delivery why not; what was reported is retracted by events. */
export async function undo(tx: Tx, delivery: Delivery, day: string, since: Date): Promise<void> {
  try {
    await tx.run(WORKER, async (sql) => {
      await sql("select pg_advisory_xact_lock(hashtext('overstap import')), app.take_turn()");
      const [still] = await sql<{ ended_at: Date }>("select ended_at from app.delivery where id = $1 and state = 'undo-wanted' for update", [delivery.id]);
      if (!still) return;
      if (still.ended_at < since) throw new Kept(TOO_LATE);
      await putBack(sql, delivery.id, day);
      await sql("update app.delivery set state = 'undone', undone_at = clock_timestamp(), problem = null, attempts = 0 where id = $1", [delivery.id]);
    });
  } catch (error) {
    const problem = reasonOf(error);
    if (problem === null) throw error;
    await tx.run(WORKER, (sql) => sql("update app.delivery set state = 'done', problem = $2, attempts = 0 where id = $1 and state = 'undo-wanted'", [delivery.id, problem]));
  }
}

const FOREIGN_KEY = '23503';

function reasonOf(error: unknown): string | null {
  if (error instanceof Kept) return error.message;
  return error instanceof Error && 'code' in error && error.code === FOREIGN_KEY ? BUILT_ON : null;
}

async function putBack(sql: Sql, id: string, day: string): Promise<void> {
  const answer = await whatWasBuiltOn(sql, id);
  if (answer) throw new Kept(answer);
  for (const table of Object.keys(LIVING)) await refuseWhenChanged(sql, id, table);
  await prepare(sql);
  await sql(`insert into touched_application select row_id from app.delivery_change where delivery_id = $1 and table_name = 'application'
    union select application_id from app.event where delivery_id = $1 and application_id is not null`, [id]);
  await sql(`insert into touched_leaver select row_id from app.delivery_change where delivery_id = $1 and table_name = 'leaver'
    union select a.leaver_id from app.application a join touched_application t on t.id = a.id where a.leaver_id is not null`, [id]);
  await letStatusesWaitAgain(sql, id);
  await retractEvents(sql, id, day);
  for (const table of Object.keys(LIVING)) await restore(sql, id, table);
  await remove(sql, id);
  await follow(sql, day);
}

async function refuseWhenChanged(sql: Sql, id: string, table: string): Promise<void> {
  const changed = await sql(
    `select from app.delivery_change c left join app.${table} t on t.id = c.row_id
    where c.delivery_id = $1 and c.table_name = $2 and c.after is distinct from ${image(table, 't')} limit 1`,
    [id, table],
  );
  if (changed.length) throw new Kept(BUILT_ON);
}

/** Statuses that had been waiting for an application that goes again: nothing that was reported is lost. */
async function letStatusesWaitAgain(sql: Sql, id: string): Promise<void> {
  await sql(
    `insert into app.waiting_status (college_id, number, status, as_of, note, delivery_id)
    select a.college_id, a.number, e.became, e.as_of, e.note, e.delivery_id
    from app.event e join app.application a on a.id = e.application_id
    join app.delivery_change c on c.row_id = a.id and c.delivery_id = $1 and c.before is null
    where e.kind = 'status-reported' and e.source <> 'sweep' and e.delivery_id is distinct from $1
      and not exists (select from app.event undone where undone.retracts = e.id)
    order by e.id on conflict do nothing`,
    [id],
  );
}

async function retractEvents(sql: Sql, id: string, day: string): Promise<void> {
  await sql(
    `insert into app.event (leaver_id, application_id, kind, was, became, as_of, source, organisation_id, delivery_id, retracts)
    select e.leaver_id, e.application_id, case e.kind when 'status-reported' then 'status-retracted' else e.kind end,
      case e.kind when 'status-reported' then null else e.became end, case e.kind when 'status-reported' then e.became else e.was end,
      $2, 'file', e.organisation_id, e.delivery_id, e.id
    from app.event e where e.delivery_id = $1 and e.retracts is null and e.kind in ('status-reported', 'result-known', 'destination-known')
      and not exists (select from app.event undone where undone.retracts = e.id) order by e.id`,
    [id, day],
  );
  await sql('delete from app.waiting_status where delivery_id = $1', [id]);
}

async function restore(sql: Sql, id: string, table: string): Promise<void> {
  const columns = await sql<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'id' and attname <> all($2)",
    [`app.${table}`, LIVING[table]],
  );
  const names = columns.map(({ name }) => name);
  await sql(
    `update app.${table} t set (${names.join()}) = (select ${names.map((name) => `p.${name}`).join()} from jsonb_populate_record(null::app.${table}, c.before) p)
    from app.delivery_change c where c.delivery_id = $1 and c.table_name = $2 and c.before is not null and t.id = c.row_id`,
    [id, table],
  );
  if (table === 'organisation') await restoreMunicipalities(sql, id);
}

async function restoreMunicipalities(sql: Sql, id: string): Promise<void> {
  const changed = "select c.row_id, c.before -> 'municipalities' as towns from app.delivery_change c where c.delivery_id = $1 and c.table_name = 'organisation' and c.before ? 'municipalities'";
  await sql(`delete from app.organisation_municipality m using (${changed}) c where m.organisation_id = c.row_id`, [id]);
  await sql(`insert into app.organisation_municipality select c.row_id, town ->> 'municipality', town ->> 'folded'
    from (${changed}) c cross join jsonb_array_elements(c.towns) town`, [id]);
}

/** What the delivery made goes, children first; what still refers to it stops the undoing. */
async function remove(sql: Sql, id: string): Promise<void> {
  const made = (table: string): string => `select row_id from app.delivery_change where delivery_id = $1 and table_name = '${table}' and before is null`;
  await sql(`update app.application set leaver_id = null, tie = 'waiting' where tie = 'automatic' and leaver_id in (${made('leaver')})`, [id]);
  await forgetSenders(sql, id);
  for (const table of ['application', 'presence', 'leaver', 'programme', 'membership', 'account', 'organisation']) {
    await sql(`delete from app.${table} where id in (${made(table)})`, [id]);
  }
}

async function follow(sql: Sql, day: string): Promise<void> {
  await sql('select app.refresh_statuses(array(select distinct id from touched_application))');
  await tieMentors(sql);
  await tieApplications(sql, day);
  await settleTouched(sql, day);
}
