/**
 * Clocks of open cases that ran out by a day, at which organisation: of the desk, and both sides of a request that nobody answered;
 * and, the morning after, that there is such a request.
 * Also of a case whose signal is gone, of which no digest tells: who lets go of it starts its first clock anew.
 */
const overdue = `
create or replace function app.overdue_on(day date) returns table (case_id uuid, organisation_id uuid, clock text, since date) language sql stable as $$
  with held as materialized (
    select c.id, c.desk_id, c.picked_up_on, c.contacted_on, c.intake_on, coalesce(c.at_desk_since, c.opened_on) as since, c.released_on, o.region
    from app.desk_case c join app.organisation o on o.id = c.desk_id where c.closed_on is null),
  running as materialized (
    select h.id, h.desk_id, h.region, k.clock, k.since from held h cross join lateral (
      values ('pick-up', h.picked_up_on, greatest(h.since, h.released_on)), ('contact', h.contacted_on, h.since), ('intake', h.intake_on, h.since)) k (clock, done_on, since)
    where k.done_on is null),
  -- Thousands of cases began on the same few days: their days are counted once, and each case is looked at only when one ran out.
  begun as materialized (
    select distinct h.region, k.clock, k.since from (select distinct region, since, released_on from held) h cross join lateral (
      values ('pick-up', greatest(h.since, h.released_on)), ('contact', h.since), ('intake', h.since)) k (clock, since)),
  over as materialized (
    select * from begun r where app.working_days(r.since, day) > app.clock_days(r.region, r.clock, r.since))
  select r.id, r.desk_id, r.clock, r.since from running r join over using (clock, since) where r.region is not distinct from over.region
  union
  select h.id, side.organisation_id, side.clock, q.asked_on
  from held h join app.case_hand_over q on q.case_id = h.id and q.answer is null
  cross join lateral (select q.from_id, 'hand-over' union select q.to_id, 'hand-over' where q.to_id is not null
    union select m.organisation_id, 'region-hand-over' from app.membership m join app.organisation o on o.id = m.organisation_id
      where q.to_region = o.region and m.role = 'region-administrator') side (organisation_id, clock)
  where app.working_days(q.asked_on, day) > app.clock_days(h.region, 'pick-up', q.asked_on)
  union
  select q.case_id, coalesce(q.to_id, m.organisation_id), case when q.to_id is null then 'region-asked' else 'asked' end, q.asked_on
  from held h join app.case_hand_over q on q.case_id = h.id and q.answer is null
  left join (app.membership m join app.organisation o on o.id = m.organisation_id and m.role = 'region-administrator') on q.to_region = o.region
  where q.asked_on < day and (q.to_id is not null or m.id is not null)
  union
  select c.id, m.organisation_id, 'region-queue', coalesce(c.at_desk_since, c.opened_on)
  from app.desk_case c join app.organisation o on o.region = c.queue_region join app.membership m on m.organisation_id = o.id and m.role = 'region-administrator'
  where c.closed_on is null and c.desk_id is null
    and app.working_days(coalesce(c.at_desk_since, c.opened_on), day) > app.clock_days(c.queue_region, 'pick-up', coalesce(c.at_desk_since, c.opened_on))
$$;`;

/** The coordinators of each desk who can be reached; without any all its officers; without those who administers the region. And whom a region is told by. */
const hearers = `
create or replace function app.clock_hearers(day date) returns table (account_id uuid, email text, organisation_id uuid, region text, told_of uuid, for_region boolean) language sql stable as $$
  with people as materialized (
    select p.*, m.coordinates from app.reachable_on(day) p join app.membership m on m.id = p.member_id
    where p.role in ('attendance-officer', 'doorstroompunt-officer', 'region-administrator')),
  ranked as (
    select p.account_id, p.email, p.organisation_id, p.region, o.id as told_of,
      case when p.organisation_id <> o.id then 3 when p.role = 'region-administrator' then 3 when p.coordinates then 1 else 2 end as rank
    from app.organisation o join people p on p.organisation_id = o.id or p.region = o.region and p.role = 'region-administrator'
    where o.kind in ('leerplicht', 'doorstroompunt', 'gemeente'))
  select distinct account_id, email, organisation_id, region, told_of, false from ranked r
  where rank = (select min(b.rank) from ranked b where b.told_of = r.told_of)
  union select account_id, email, organisation_id, region, organisation_id, true from people where role = 'region-administrator'
$$;`;

/** What was noted on an earlier day of which no mail was made, since the service was down between the sweep and the mail, is told on this day. */
const untold = `
create or replace function app.untold_clocks(day date) returns setof app.clock_warning language sql stable as $$
  with noted as materialized (
    select w.*, w.clock like 'region-%' as for_region from app.clock_warning w where w.told_on < untold_clocks.day and w.told_on >= untold_clocks.day - 30),
  told as materialized (
    select distinct h.told_of, h.for_region, t.told_on from (select distinct told_on from noted) t cross join lateral app.clock_hearers(t.told_on) h
    join app.mail m on m.account_id = h.account_id and m.day = t.told_on and m.template in ('case-clocks', 'digest') and m.state <> 'dropped')
  select n.case_id, n.organisation_id, n.clock, n.since, n.told_on from noted n
  where not exists (select from told t where (t.told_of, t.for_region, t.told_on) = (n.organisation_id, n.for_region, n.told_on))
$$;
create or replace function app.note_untold(day date) returns void language plpgsql as $$
begin
  if not exists (select from app.untold_clocks(note_untold.day)) then return; end if;
  update app.clock_warning w set told_on = note_untold.day
  from app.untold_clocks(note_untold.day) u join app.organisation o on o.id = u.organisation_id
  join app.overdue_on(note_untold.day) d on (d.case_id, d.organisation_id, d.clock, d.since) = (u.case_id, u.organisation_id, u.clock, u.since)
  where (w.case_id, w.organisation_id, w.clock, w.since) = (u.case_id, u.organisation_id, u.clock, u.since)
    and not app.is_quiet(note_untold.day, o.holiday_region, o.region);
end $$;`;

/**
 * A clock of a case is told once at each desk; quiet days wait. Noted by the sweep, so that a digest of the day tells it; at other moments
 * only on a day that was not swept.
 */
const noting = `
create or replace function app.note_clocks(day date) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('warn of clocks'));
  insert into app.clock_warning (case_id, organisation_id, clock, since, told_on)
  select d.case_id, d.organisation_id, d.clock, d.since, note_clocks.day from app.overdue_on(note_clocks.day) d join app.organisation o on o.id = d.organisation_id
  where not app.is_quiet(note_clocks.day, o.holiday_region, o.region)
    and not exists (select from app.clock_warning w where w.organisation_id = d.organisation_id and w.told_on = note_clocks.day)
  on conflict do nothing;
  perform app.note_untold(note_clocks.day);
end $$;`;

/** One mail per person and day: who has a digest of this day reads it there. So the sweep goes first, however late; on a day before the last one swept none comes. */
const warning = `
create or replace function app.warn_of_clocks(day date) returns int language plpgsql as $$
declare queued int;
begin
  if not exists (select from app.sweep s where s.day >= warn_of_clocks.day) then return 0; end if;
  if not exists (select from app.sweep s where s.day = warn_of_clocks.day) then perform app.note_clocks(warn_of_clocks.day); end if;
  perform pg_advisory_xact_lock(hashtext('warn of clocks'));
  with mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day)
    select distinct on (h.account_id) h.account_id, h.email, h.organisation_id, h.region, 'case-clocks', warn_of_clocks.day
    from (select distinct organisation_id, clock like 'region-%' as for_region from app.clock_warning w where w.told_on = warn_of_clocks.day) f
    join app.clock_hearers(warn_of_clocks.day) h on (h.told_of, h.for_region) = (f.organisation_id, f.for_region)
    where not exists (select from app.mail m where m.account_id = h.account_id and m.day = warn_of_clocks.day
      and (m.template = 'case-clocks' or m.template = 'digest' and m.state <> 'dropped'))
    order by h.account_id, h.organisation_id returning 1)
  select count(*) into queued from mails;
  return queued;
end $$;`;

/** What a mail of a day still has to tell when it goes, to whom it is still meant for: nothing about what was done meanwhile. */
const telling = `
create or replace function app.late_cases_for(of_mail uuid, day date) returns table (clock text, number bigint, at_desk boolean) language sql stable as $$
  select distinct w.clock, c.number, bool_or(h.organisation_id = w.organisation_id and not h.for_region) over (partition by w.clock, c.id)
  from app.mail x join app.clock_hearers(late_cases_for.day) h on h.account_id = x.account_id
  join app.clock_warning w on (w.organisation_id, w.clock like 'region-%') = (h.told_of, h.for_region) and w.told_on = x.day
  join app.overdue_on(late_cases_for.day) d on (d.case_id, d.organisation_id, d.clock, d.since) = (w.case_id, w.organisation_id, w.clock, w.since)
  join app.desk_case c on c.id = w.case_id
  where x.id = of_mail order by w.clock, c.number
$$;`;

/** Given and taken by who looks after the people of the desk. */
const coordinating = `
create or replace function app.let_coordinate(member uuid, wanted boolean, day date) returns text language plpgsql as $$
declare found app.membership;
begin
  select m.* into found from app.membership m join app.organisation o on o.id = m.organisation_id
    where m.id = member and m.role in ('attendance-officer', 'doorstroompunt-officer') and (m.ended_on is null or m.ended_on > day) for update of m;
  if found.id is null or not app.i_administer(found.organisation_id) then return 'gone'; end if;
  if found.coordinates = wanted then return 'done'; end if;
  update app.membership set coordinates = wanted where id = member;
  perform app.tell_of(member, case when wanted then 'coordinates-given' else 'coordinates-taken' end, day, null, null);
  return 'done';
end $$;`;

export const caseClocks = [overdue, hearers, untold, noting, warning, telling, coordinating].join('\n');

export const coordinatingFunctions = ['let_coordinate(uuid, boolean, date)'];
