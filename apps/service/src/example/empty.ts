import type { Pool } from 'pg';
import { again } from '#platform';

/** Kept when the example moves to another day: who there is and the rules, whose tables end in _rule. Everything that happened goes. */
const KEPT = [
  'account', 'calendar', 'installation', 'membership', 'organisation', 'organisation_municipality', 'programme', 'session', 'upper_age',
];

/** A student signs in as a leaver: that membership goes, the others stay, and a table that is pointed at cannot be emptied. */
const LET_GO = 'alter table app.membership drop constraint membership_leaver_id_fkey';

/** After what they did is gone: of who still stands in a story nothing can be removed. */
const HOLD = `delete from app.membership where leaver_id is not null;
alter table app.membership add foreign key (leaver_id) references app.leaver on delete cascade`;

/** Emptying waits for every table in turn, in which work of the background that has some of them may stand in its way and wait for it. */
const TRIES = 20;

/** Only for the example region, and only as the owner of the tables: nobody else can take an event away. */
export async function emptyExample(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('app.%I', relname), ', ') as tables from pg_class
     where relnamespace = 'app'::regnamespace and relkind = 'r' and relname <> all($1) and relname not like '%\\_rule'
       and (select origin from app.installation) = 'example'`,
    [KEPT],
  );
  const tables = rows[0]?.tables;
  if (tables) await again(() => owner.query(`${LET_GO}; truncate ${tables} restart identity; ${HOLD}`), TRIES);
}
