import type { QueryResultRow } from 'pg';
import type { Actor, Tx } from '#platform';

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
