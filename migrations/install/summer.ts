import { PLACED_FROM_RANK, summerOutcomes, summerRules } from '#policy';

/** Whom nobody expects yet: an open signal, or no place; not started, and going nowhere else. */
const open = `
create or replace function app.open_for_summer(day date)
returns table (leaver_id uuid, school_id uuid, school_year text, municipality_folded text, region text, task text) language sql stable as $$
  with best as materialized (
    select a.leaver_id, max(r.rank) as rank, bool_or(a.status = 'started') as started from app.application a left join app.status_rule r on r.code = a.status
    where a.leaver_id is not null group by a.leaver_id)
  select l.id, l.school_id, l.school_year, l.municipality_folded, l.region,
    case when s.kind in ('no-show', 'dropped-out', 'start-unconfirmed') then 'not-started' when coalesce(b.rank, 0) < 10 then 'no-application' else 'no-place' end
  from app.leaver l left join best b on b.leaver_id = l.id
  left join app.signal s on s.leaver_id = l.id and s.closed_on is null
  left join app.destination_rule d on d.code = l.destination
  where right(l.school_year, 4) = to_char(day, 'yyyy') and not coalesce(d.settled, false) and not coalesce(b.started, false)
    and (s.id is not null or coalesce(b.rank, 0) < ${PLACED_FROM_RANK})
$$;

/** Teams with somebody in them: of schools, and of municipalities. */
create or replace function app.summer_teams(day date) returns table (organisation_id uuid, school_year text) language sql stable as $$
  select distinct t.organisation_id, t.school_year from app.summer_team t join app.membership m on m.id = t.member_id
  where m.role = 'summer-team' and (m.ended_on is null or m.ended_on > day)
$$;`;

const settling = summerOutcomes.filter(({ destination }) => destination !== null).map(({ code }) => `'${code}'`).join(', ');

/**
 * From the last school day on; whoever turns out to need it later comes on later. Where a call of today made known where somebody
 * goes, they stay for the day: it can be undone as long.
 */
const passing = `
create or replace function app.is_called_done(list uuid, day date) returns boolean language sql stable as $$
  select exists (select from app.summer_attempt t where t.list_id = list and t.on_day = day and t.undone_at is null and t.outcome in (${settling}))
$$;
create or replace function app.pass_to_summer(day date) returns int language sql as $$
  with teams as materialized (select * from app.summer_teams(day)),
  wanted as (
    select distinct on (o.leaver_id) o.leaver_id, t.organisation_id, o.school_year, (right(o.school_year, 4) || '-${summerRules.lasts.until}')::date as until_on
    from app.open_for_summer(day) o join app.organisation school on school.id = o.school_id
    join teams t on t.school_year = o.school_year and (t.organisation_id = o.school_id or exists (
      select from app.organisation g join app.organisation_municipality m on m.organisation_id = g.id
      where g.id = t.organisation_id and g.kind = 'gemeente' and m.folded = o.municipality_folded))
    where day >= app.last_school_day(o.school_year, school.holiday_region, school.region)
    order by o.leaver_id, t.organisation_id = o.school_id desc, t.organisation_id),
  passed as (
    insert into app.summer_list as s (leaver_id, organisation_id, school_year, from_on, until_on)
    select leaver_id, organisation_id, school_year, day, until_on from wanted where day <= until_on
    on conflict (leaver_id, school_year) do update set ended_on = null, ended_because = null, organisation_id = excluded.organisation_id
      where s.ended_on is not null
    returning leaver_id, organisation_id),
  told as (
    insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id)
    select leaver_id, 'summer-passed', day, 'school', 'sweep', organisation_id from passed)
  select count(*)::int from passed
$$;

create or replace function app.pass_back(day date) returns int language sql as $$
  with teams as materialized (select * from app.summer_teams(day)),
  still as materialized (select leaver_id from app.open_for_summer(day)),
  over as (
    select s.id, case when l.destination = 'deceased' then 'closed' when d.settled then 'destination-known'
      when exists (select from app.application a where a.leaver_id = l.id and a.status = 'started') then 'started'
      when day > s.until_on then 'summer-over' when t.organisation_id is null or moved.away then 'no-team' else 'placed' end as because
    from app.summer_list s join app.leaver l on l.id = s.leaver_id
    cross join lateral (select exists (select from app.organisation g where g.id = s.organisation_id and g.kind = 'gemeente')
      and not exists (select from app.organisation_municipality m where m.organisation_id = s.organisation_id and m.folded = l.municipality_folded) as away) moved
    left join app.destination_rule d on d.code = l.destination
    left join teams t on t.organisation_id = s.organisation_id and t.school_year = s.school_year
    where s.ended_on is null and not (day <= s.until_on and l.destination is distinct from 'deceased' and app.is_called_done(s.id, day)) and (day > s.until_on or t.organisation_id is null or moved.away or s.leaver_id not in (select leaver_id from still))),
  ended as (
    update app.summer_list s set ended_on = day, ended_because = o.because, phone = null, claimed_by = null, claimed_at = null, next_on = null, wants_help = false
    from over o where o.id = s.id returning s.leaver_id, s.organisation_id, o.because),
  told as (
    insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id)
    select leaver_id, 'summer-ended', because, day, 'school', 'sweep', organisation_id from ended where because <> 'closed')
  select count(*)::int from ended
$$;`;

/** At most one a week, on a weekday, while somebody is on an open list. */
const mails = `
create or replace function app.queue_summer_mails(day date) returns int language plpgsql as $$
declare l uuid; queued int := 0;
begin
  if extract(isodow from day) > 5 then return 0; end if;
  for l in
    select s.leaver_id from app.summer_list s join app.open_for_summer(day) o on o.leaver_id = s.leaver_id
    join app.membership m on m.leaver_id = s.leaver_id and m.role = 'student' and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)
    where s.ended_on is null and day between s.from_on and s.until_on and app.may_enter(m, day) and not exists (
      select from app.mail x where x.account_id = m.account_id and x.template = 'summer-task' and x.day > queue_summer_mails.day - ${summerRules.mails.everyDays})
  loop
    perform app.mail_student(l, 'summer-task', day);
    queued := queued + 1;
  end loop;
  return queued;
end $$;`;

/**
 * Names the team of an organisation for the summer at the end of a school year: by the dean of the school, or the region of the
 * municipality. Only who has the role there. Nobody means that there is no team.
 */
const naming = `
create or replace function app.may_name_summer_team(of_organisation uuid) returns boolean language sql stable as $$
  select exists (select from app.membership me join app.organisation o on o.id = of_organisation where me.id = app.my_member() and (
    me.role in ('careers-dean', 'team-leader') and me.organisation_id = o.id or me.role = 'region-administrator' and o.kind = 'gemeente' and o.region = app.my_region()))
$$;
create or replace function app.name_summer_team(of_organisation uuid, year text, members uuid[], day date) returns boolean language plpgsql as $$
begin
  if not app.may_name_summer_team(of_organisation) then return false; end if;
  delete from app.summer_team t where t.organisation_id = of_organisation and t.school_year = year and t.member_id <> all(members);
  insert into app.summer_team (organisation_id, school_year, member_id, named_by, named_on)
  select of_organisation, year, m.id, app.my_member(), day from app.membership m
  where m.id = any(members) and m.organisation_id = of_organisation and m.role = 'summer-team' and (m.ended_on is null or m.ended_on > day)
  on conflict (member_id, school_year) do nothing;
  return true;
end $$;
create or replace function app.summer_candidates(year text, day date)
returns table (organisation_id uuid, organisation text, member_id uuid, name text, is_named boolean) language sql stable as $$
  select o.id, o.name, m.id, app.full_name(a.given_name, a.name_prefix, a.family_name), t.member_id is not null
  from app.organisation o left join app.membership m on m.organisation_id = o.id and m.role = 'summer-team' and (m.ended_on is null or m.ended_on > day)
  left join app.account a on a.id = m.account_id left join app.summer_team t on t.member_id = m.id and t.school_year = year
  where app.may_name_summer_team(o.id) order by o.name, o.id, a.family_name, m.id
$$;`;

export const summer = `${open}${passing}${mails}${naming}`;

export const summerFunctions = ['name_summer_team(uuid, text, uuid[], date)', 'summer_candidates(text, date)', 'may_name_summer_team(uuid)'];
