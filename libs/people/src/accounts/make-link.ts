import type { Clock, Sql } from '#platform';
import { hashOf, newToken } from '../session/token.ts';

const MINUTES = 15;

export interface MadeLink {
  readonly token: string;
  readonly expires: Date;
}

/** A one-time sign-in link that somebody hands over; undefined when nobody with a role has this address. Valid for 15 minutes. */
export async function makeLink(sql: Sql, email: string, clock: Clock): Promise<MadeLink | undefined> {
  const token = newToken();
  const expires = new Date(clock.now().getTime() + MINUTES * 60_000);
  const made = await sql(LINK, [hashOf(token), email, expires, clock.today()]);
  return made.length ? { token, expires } : undefined;
}

const LINK = `insert into app.sign_in_link (id, account_id, expires_at)
  select $1, a.id, $3 from app.account a where lower(a.email) = lower($2) and exists (
    select from app.membership m where m.account_id = a.id and (m.ended_on is null or m.ended_on > $4::date))
  returning account_id`;
