/**
 * Of these leavers, who would still have a start alert on a day, had their region changed nothing in its calendar since the last
 * sweep. What a person works on is not closed by a date that moved; the very questions of a sweep, asked with the changes taken back.
 */
const held = `
create or replace function app.held_by_calendar(day date, leavers uuid[]) returns uuid[] language plpgsql as $$
declare
  since date := coalesce((select max(s.day) from app.sweep s where s.day <= held_by_calendar.day), '-infinity');
  held uuid[] := '{}';
begin
  if not exists (select from app.leaver l join app.calendar_change c on c.region = l.region and c.school_year = l.school_year
    where l.id = any(leavers) and c.changed_on >= since) then return held; end if;
  begin
    insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at)
    select distinct c.region, c.school_year, c.field, (select b.value from app.calendar_change b
      where (b.region, b.school_year, b.field) = (c.region, c.school_year, c.field) and b.changed_on < since order by b.id desc limit 1), held_by_calendar.day, clock_timestamp()
    from app.calendar_change c where c.changed_on >= since;
    held := array(select j.leaver_id from app.judged_on(held_by_calendar.day, leavers) j join app.signal_rule r on r.code = j.kind and r.start_alert);
    raise exception 'only a question' using errcode = 'OV001';
  exception when sqlstate 'OV001' then null;
  end;
  return held;
end $$;`;

/**
 * A case that outlived its signal closes when the facts say how it ended; not one that somebody has while a mentor says where the
 * young person goes, and not one that somebody opened again although they say so.
 * In a sweep nearly no case did: which did is asked first, or every leaver is read for it.
 */
const settled = `
create or replace function app.close_settled(day date, leavers uuid[]) returns void language plpgsql as $$
declare outlived uuid[] := array(select c.leaver_id from app.desk_case c where c.closed_on is null and c.leaver_id = any(leavers)
  and not exists (select from app.signal s where s.leaver_id = c.leaver_id and s.closed_on is null));
begin
  if outlived = '{}' then return; end if;
  with ended as (
    select c.id, case when a.pathway is not null then 'started' else 'destination-known' end as because, case when a.pathway is null then d.outcome when a.pathway = 'bbl' then 'bbl' else 'full-time' end as outcome
    from app.desk_case c join app.leaver l on l.id = c.leaver_id
    left join app.destination_rule d on d.code = l.destination and d.settled
    left join lateral (select coalesce(a.pathway, '') as pathway from app.application a where a.leaver_id = l.id and a.status = 'started' order by a.status_on limit 1) a on true
    where c.closed_on is null and (a.pathway is not null or c.owner_id is null or l.destination_source is distinct from 'mentor') and c.leaver_id = any(outlived) and l.destination is distinct from 'deceased' and (a.pathway is not null or d.code is not null)
      and not exists (select from app.event e where e.leaver_id = c.leaver_id and e.case_id = c.id and e.kind = 'case-reopened')),
  closed as (
    update app.desk_case c set closed_on = day, offered_to = null, outcome = e.outcome from ended e where c.id = e.id
    returning c as of_case, e.because)
  insert into app.event (leaver_id, case_id, kind, was, became, as_of, audience, source, organisation_id, member_id)
  select (o.of_case).leaver_id, (o.of_case).id, 'case-closed', case when o.because = 'started' then 'started' end, (o.of_case).outcome, day, 'all', 'page', by.organisation_id, by.member_id
  from closed o cross join lateral app.who_closed(o.of_case, o.because) by;
end $$;`;

export const heldCases = `${held}\n${settled}`;
