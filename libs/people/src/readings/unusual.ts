import type { QueryResultRow } from 'pg';
import { WORKER, type Actor, type Tx } from '#platform';
import { paths } from '#policy';

export interface UnusualReading extends QueryResultRow {
  readonly hour: Date;
  readonly person: string;
  readonly leavers: number;
}

const RECENT = `
select u.hour, app.full_name(a.given_name, a.name_prefix, a.family_name) as person, u.leavers from app.unusual_reading u
join app.membership m on m.id = u.member_id join app.account a on a.id = m.account_id
where u.organisation_id = (select app.my_organisation()) and u.hour >= $1 order by u.hour desc limit 20`;

/** Who of the own organisation opened very many in an hour, since a moment. */
export const unusualReadings = (tx: Tx, actor: Actor, since: Date): Promise<UnusualReading[]> =>
  tx.read<UnusualReading>(actor, { text: RECENT, values: [since] });

/** Mails the organisations of which somebody opened very many in the last hour; once per person and hour. */
export async function tellUnusualReadings(tx: Tx, today: string, publicUrl: URL): Promise<void> {
  const link = new URL(paths.readingLog, publicUrl).href;
  await tx.write(WORKER, [{ text: 'select app.tell_unusual_readings($1, $2)', values: [today, link] }]);
}
