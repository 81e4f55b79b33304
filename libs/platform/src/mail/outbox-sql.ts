/** Leases run on the time of the database. The unit is seconds. */
const LEASE = `now() + make_interval(secs => $2)`;

/** A lease that ran out belonged to somebody who died: nobody knows whether that mail went. */
export const CLAIM = `
update app.mail m set attempts = m.attempts + 1, locked_until = ${LEASE},
  may_have_arrived = m.may_have_arrived or m.locked_until is not null
from (
  select id from app.mail
  where state = 'queued' and run_at <= now() and (locked_until is null or locked_until < now())
  order by run_at, id limit $1 for update skip locked) ready
where m.id = ready.id
returning m.id, m.template, m.to_address as "to", m.day::text, m.page, m.may_have_arrived as "mayHaveArrived",
  coalesce(m.refused_since <= now() - interval '72 hours', false) as overdue`;

export const RENEW = `update app.mail set locked_until = ${LEASE} where id = any($1) and state = 'queued'`;

/** Gives up what is worthless by now, and tells whether anything is left to send. */
export const DUE = `
with expired as (
  update app.mail set state = 'dropped', page = '{}'
  where state = 'queued' and expires_at <= now() and (locked_until is null or locked_until < now())
  returning id)
select exists (
  select from app.mail where state = 'queued' and run_at <= now() and (locked_until is null or locked_until < now())
    and id not in (select id from expired)) as due`;

/** What waits for its next try need not wait. */
export const HASTEN = `update app.mail set run_at = now() where state = 'queued' and run_at > now() and locked_until is null`;

export const WAITING = `
select count(*)::int as waiting from app.mail
where state = 'queued' and (locked_until is null or locked_until < now())`;

const PAGE_LEFT = `case when m.expires_at is null then m.page else '{}' end`;

export const SENT = `
update app.mail m set state = 'sent', accepted_at = now(), server_said = v.said, last_error = null, locked_until = null,
  page = ${PAGE_LEFT}
from unnest($1::uuid[], $2::text[]) v (id, said) where m.id = v.id and m.state = 'queued'`;

export const DROPPED = `
update app.mail m set state = 'dropped', locked_until = null, page = ${PAGE_LEFT} where m.id = any($1) and m.state = 'queued'`;

/** A minute, doubled at each try up to four hours, spread by a quarter so that they do not all come back at once. */
export const LATER = `
update app.mail m set locked_until = null, last_error = v.why, server_said = v.said,
  may_have_arrived = m.may_have_arrived or v.arrived, refused_since = coalesce(m.refused_since, now()),
  run_at = now() + least(interval '4 hours', interval '1 minute' * power(2, least(m.attempts, 10) - 1)) * (0.75 + random() * 0.5)
from unnest($1::uuid[], $2::text[], $3::text[], $4::bool[]) v (id, why, said, arrived) where m.id = v.id and m.state = 'queued'`;

export const ASIDE = `
update app.mail m set locked_until = null, attempts = m.attempts - 1, run_at = now() + make_interval(secs => v.seconds)
from unnest($1::uuid[], $2::float8[]) v (id, seconds) where m.id = v.id and m.state = 'queued'`;

export const DEAD = `
update app.mail m set state = 'dead', locked_until = null, last_error = $2, server_said = $3, page = ${PAGE_LEFT}
where m.id = $1 and m.state = 'queued' returning m.id`;
