import type { Pool } from 'pg';

/** Kept when the example moves to another day: who there is and the rules. Everything that happened goes. */
const KEPT = [
  'account', 'calendar', 'desk_rule', 'destination_rule', 'installation', 'membership', 'organisation', 'organisation_municipality',
  'phase_rule', 'programme', 'session', 'signal_rule', 'status_rule', 'upper_age',
];

/** Only for the example region, and only as the owner of the tables: nobody else can take an event away. */
export async function emptyExample(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('app.%I', relname), ', ') as tables from pg_class
     where relnamespace = 'app'::regnamespace and relkind = 'r' and relname <> all($1)
       and (select origin from app.installation) = 'example'`,
    [KEPT],
  );
  if (rows[0]?.tables) await owner.query(`truncate ${rows[0].tables} restart identity`);
}
