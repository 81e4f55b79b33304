import { intervalOf } from '#policy';

/**
 * Who is past the term of a leaver on a day: the transfer ended, the passport is gone, nobody looks for them, nobody follows them and
 * nothing about them is open. A signal that a whole term did not close holds nobody back: over the upper age no desk gets it. The only place that says so; whatever forgets asks here.
 */
const leavers = `
create or replace function app.leavers_past(on_day date) returns table (leaver_id uuid) language sql stable as $$
  select t.leaver_id from app.transfers_ended(on_day) t
  where (t.ended_on + interval '${intervalOf('leaver')}')::date <= on_day
    and not exists (select from app.in_view v where v.leaver_id = t.leaver_id and (v.closed_on is null or (v.closed_on + interval '${intervalOf('in-view')}')::date > on_day))
    and not exists (select from app.removal r where r.leaver_id = t.leaver_id and r.removed_at is null)
    and not exists (select from app.membership m where m.leaver_id = t.leaver_id)
    and not exists (select from app.signal s where s.leaver_id = t.leaver_id and s.closed_on is null and (s.opened_on + interval '${intervalOf('leaver')}')::date > on_day)
    and not exists (select from app.coaching c where c.leaver_id = t.leaver_id and c.ended_on is null)
$$;`;

/** Applications that never were anybody's. */
const applications = `
create or replace function app.applications_past(on_day date) returns table (application_id uuid) language sql stable as $$
  select a.id from app.application a left join app.calendar k on k.school_year = a.school_year
  where a.leaver_id is null and a.anonymous_on is null
    and (greatest(k.early_leaver_until, a.starts_on, a.status_on, a.last_event_on) + interval '${intervalOf('untied')}')::date <= on_day
$$;`;

/** Of these leavers and applications the ones that are past their term, with what hangs on them: for the owner of events, who sees no other table. */
const rows = `
create or replace function app.past_rows(asked uuid[], on_day date) returns setof uuid language sql stable as $$
  with past as materialized (select leaver_id from app.leavers_past(on_day) where leaver_id = any(asked))
  select leaver_id from past
  union all select a.id from app.application a join past using (leaver_id)
  union all select c.id from app.desk_case c join past using (leaver_id)
  union all select application_id from app.applications_past(on_day) where application_id = any(asked)
$$;
select app.give_to_worker('app.past_rows(uuid[], date)');
do $$ begin execute format('grant execute on function app.past_rows(uuid[], date) to %I', current_user); end $$;`;

/** Students and parents of these leavers whose passport is being removed: their name goes from events too, or the removal could not happen. */
const members = `
create or replace function app.removed_members(asked uuid[]) returns setof uuid language sql stable as $$
  select m.id from app.membership m join app.removal r on r.leaver_id = m.leaver_id and r.removed_at is not null where m.leaver_id = any(asked)
$$;
select app.give_to_worker('app.removed_members(uuid[])');
do $$ begin execute format('grant execute on function app.removed_members(uuid[]) to %I', current_user); end $$;`;

export const pastLeavers = [leavers, applications, rows, members].join('\n');
