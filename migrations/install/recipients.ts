/** Who can be reached now: not left, not frozen, no invitation that ran out unused, and mail to the address has not come back. */
const reachable = `
create or replace function app.reachable_on(day date)
returns table (member_id uuid, account_id uuid, email text, role text, organisation_id uuid, region text) language sql stable as $$
  select m.id, a.id, a.email, m.role, o.id, o.region
  from app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  where (m.ended_on is null or m.ended_on > day) and a.mail_bounced_on is null and a.email <> '' and a.frozen_at is null
    and (m.accepted_at is not null or m.invitation_ends_at is null or m.invitation_ends_at > clock_timestamp())
$$;`;

/**
 * Who hears of which open signal (rules 6 and 7), and why.
 * Who stands in during a leave hears in the mentor's place; in summer both hear of start alerts, and so does the summer team that has the leaver. Whoever cannot be reached is
 * replaced, and nothing falls away: mentor, then dean, then region; desk, then region. So is whoever a mail about it did not reach.
 * Of what starts to be alarming while everybody who hears it is away, the next in that row hears beside them.
 */
const openSignals = `
create or replace function app.recipients_on(day date)
returns table (signal_id uuid, account_id uuid, email text, organisation_id uuid, region text, reason text) language sql stable as $$
  with open as materialized (
    select s.id, s.leaver_id, s.kind_since, s.route, r.start_alert, l.school_id, l.region, l.municipality_folded, l.mentor_id
    from app.signal s
    join app.leaver l on l.id = s.leaver_id
    join app.signal_rule r on r.code = s.kind
    where s.closed_on is null and l.destination is distinct from 'deceased'
      and l.id = any(array(select o.leaver_id from app.signal o where o.closed_on is null))),
  mentors as materialized (select * from app.reachable_on(day) where member_id = any(array(select mentor_id from open))),
  standing_in as materialized (select i.mentor_id, i.by_id, i.kind from app.stand_in i where i.kind <> 'for-good' and day between i.from_on and i.until_on),
  hearers as materialized (
    select p.member_id as mentor_id, p.member_id, p.account_id, p.email, p.organisation_id, p.region, false as starts_only from mentors p
      where p.member_id not in (select i.mentor_id from standing_in i where i.kind = 'leave')
    union all
    select i.mentor_id, p.member_id, p.account_id, p.email, p.organisation_id, p.region, i.kind = 'summer'
      from app.reachable_on(day) p join standing_in i on i.by_id = p.member_id where p.member_id = any(array(select by_id from standing_in))),
  told as materialized (
    select t.*, h.mentor_id is not null as has_mentor
    from open t left join (select distinct mentor_id from hearers where not starts_only) h on h.mentor_id = t.mentor_id),
  away as materialized (select w.member_id, w.away_from from app.mail_setting w where day between w.away_from and w.away_until),
  listened as materialized (
    select distinct t.id from told t join hearers h on h.mentor_id = t.mentor_id
      left join away w on w.member_id = h.member_id and w.away_from <= t.kind_since where w.member_id is null),
  unheard as materialized (
    select t.* from told t where not t.has_mentor or t.start_alert and not exists (select from listened i where i.id = t.id)),
  people as materialized (select * from app.reachable_on(day) where role <> 'mentor'),
  deans as materialized (select * from people where role = 'careers-dean'),
  heard_by_dean as materialized (
    select distinct t.id from unheard t join deans d on d.organisation_id = t.school_id
      left join away w on w.member_id = d.member_id and w.away_from <= t.kind_since where w.member_id is null),
  admins as materialized (select * from people where role = 'region-administrator'),
  officers as materialized (select * from people where role in ('attendance-officer', 'doorstroompunt-officer')),
  cases as materialized (
    select t.id as signal_id, t.school_id, t.route as wanted_route, c.route, c.queue_region, c.desk_id, c.offered_to, c.owner_id is null and c.released_on is not null as is_free, t.kind_since, owner.member_id as owner_id,
      away.member_id is not null as owner_away, d.doorstroompunt_id
    from app.desk_case c join told t on t.leaver_id = c.leaver_id and t.start_alert
    left join app.municipality_desk d on d.folded = t.municipality_folded
    left join officers owner on owner.member_id = c.owner_id and owner.organisation_id = c.desk_id
    left join away on away.member_id = owner.member_id and away.away_from <= t.kind_since
    where c.closed_on is null),
  at_desk as (
    select d.*, o.region from (
      select signal_id, route, desk_id, owner_id, owner_away, is_free, kind_since from cases
      union all select signal_id, wanted_route, offered_to, null, false, false, kind_since from cases) d
    join app.organisation o on o.id = d.desk_id),
  -- Nearly always none: asked first, or every telling is looked at.
  dead as materialized (select m.id, m.region, m.about from app.mail m where m.state = 'dead' and m.template = 'digest'),
  heard_at_desk as materialized (
    select distinct c.signal_id, c.desk_id from at_desk c join officers o on o.organisation_id = c.desk_id
      left join away w on w.member_id = o.member_id and w.away_from <= c.kind_since where w.member_id is null)
  select t.id, h.account_id, h.email, h.organisation_id, h.region, 'mentor'
    from told t join hearers h on h.mentor_id = t.mentor_id and (t.start_alert or not h.starts_only)
  union all
  select t.id, p.account_id, p.email, p.organisation_id, p.region, 'mentor'
    from told t join app.summer_callers(recipients_on.day) c on c.leaver_id = t.leaver_id join people p on p.member_id = c.member_id
    where t.start_alert and not exists (select from hearers h where h.mentor_id = t.mentor_id and h.account_id = p.account_id)
  union all
  select t.id, d.account_id, d.email, d.organisation_id, d.region, 'instead-of-mentor'
    from unheard t join deans d on d.organisation_id = t.school_id
  union all
  select t.id, a.account_id, a.email, a.organisation_id, a.region, 'region'
    from unheard t join admins a on a.region = t.region where not exists (select from heard_by_dean i where i.id = t.id)
  union all
  select c.signal_id, o.account_id, o.email, o.organisation_id, o.region, case when c.is_free then 'released' when c.route = 'help-offer' then 'help-offer' else 'desk' end
    from at_desk c join officers o on o.organisation_id = c.desk_id and (c.owner_id is null or c.owner_away or c.owner_id = o.member_id)
  union all
  select c.signal_id, a.account_id, a.email, a.organisation_id, a.region, 'region'
    from at_desk c join admins a on a.region = c.region
    where not exists (select from heard_at_desk i where i.signal_id = c.signal_id and i.desk_id = c.desk_id)
  union all
  select c.signal_id, d.account_id, d.email, d.organisation_id, d.region, 'help-offer'
    from cases c join deans d on d.organisation_id = c.school_id where c.route = 'help-offer'
  union all
  select c.signal_id, o.account_id, o.email, o.organisation_id, o.region, 'information'
    from cases c join officers o on o.organisation_id = c.doorstroompunt_id where c.route = 'leerplicht'
  union all
  select c.signal_id, a.account_id, a.email, a.organisation_id, a.region, 'region'
    from cases c join admins a on a.region = c.queue_region where c.desk_id is null
  union all
  select m.signal_id, p.account_id, p.email, p.organisation_id, p.region, case m.reason when 'mentor' then 'instead-of-mentor' else 'region' end
    from (
      select m.region, g.signal_id, u.reason from dead m cross join unnest(m.about) about (id) join app.telling g on g.signal_id = about.id
      cross join unnest(g.mail_ids, g.reasons) u (mail_id, reason)
      where u.mail_id = m.id and exists (select from dead)) m join told t on t.id = m.signal_id
    join people p on m.reason = 'mentor' and p.role = 'careers-dean' and p.organisation_id = t.school_id
      or m.reason in ('desk', 'released', 'help-offer') and p.role = 'region-administrator' and p.region = m.region
$$;

create or replace function app.silence_recipients_on(day date)
returns table (silence_id uuid, account_id uuid, email text, organisation_id uuid, region text, reason text) language sql stable as $$
  with silent as (select s.id, o.id as college_id, o.region from app.silence s join app.organisation o on o.id = s.college_id where s.closed_on is null),
  people as materialized (select * from app.reachable_on(day) where role in ('intake-officer', 'region-administrator'))
  select s.id, p.account_id, p.email, p.organisation_id, p.region, 'college'
    from silent s join people p on p.organisation_id = s.college_id where p.role = 'intake-officer'
  union all
  select s.id, p.account_id, p.email, p.organisation_id, p.region, 'region'
    from silent s join people p on p.region = s.region where p.role = 'region-administrator'
$$;`;

export const recipients = `${reachable}${openSignals}`;
