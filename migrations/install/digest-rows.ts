/**
 * What a digest still has to tell on the day it is sent (rules 7): an item whose signal is gone, who started meanwhile, or whose
 * reader lost the right to it, is taken out for good. No names: class or municipality, programme and case number.
 */
export const digestRows = `
create or replace function app.digest_rows(of_mail uuid, day date) returns table (
  kind text, reason text, leaver_id uuid, class text, municipality text, case_number bigint,
  programme text, college text, starts_on date, waiting int
) language plpgsql as $$
#variable_conflict use_column
declare subjects uuid[] := (select m.about from app.mail m where m.id = of_mail);
begin
  perform app.untell(array_agg(of_mail), array_agg(coalesce(i.signal_id, i.silence_id)), array_agg(i.reason))
  from app.told(subjects) i where i.mail_id = of_mail and not exists (
    select from app.mail m
    join app.reachable_on(digest_rows.day) p on p.account_id = m.account_id
    left join app.silence q on q.id = i.silence_id and q.closed_on is null
    left join app.organisation mbo on mbo.id = q.college_id
    left join app.signal s on s.id = i.signal_id and s.closed_on is null
    left join app.leaver l on l.id = s.leaver_id
    left join app.desk_case c on c.leaver_id = l.id and c.closed_on is null
    left join app.organisation desk on desk.id = c.desk_id
    left join app.municipality_desk home on home.folded = l.municipality_folded
    where m.id = i.mail_id
      and not exists (select from app.application a where a.leaver_id = l.id and a.status = 'started')
      and not exists (select from app.destination_rule d where d.code = l.destination and d.settled)
      and case i.reason
        when 'mentor' then app.hears_as_mentor(l.mentor_id, p.member_id, digest_rows.day)
          or exists (select from app.summer_callers(digest_rows.day) c where c.leaver_id = l.id and c.member_id = p.member_id)
        when 'instead-of-mentor' then p.role = 'careers-dean' and p.organisation_id = l.school_id
        when 'desk' then p.role in ('attendance-officer', 'doorstroompunt-officer') and p.organisation_id in (c.desk_id, c.offered_to)
        when 'released' then c.owner_id is null and p.role in ('attendance-officer', 'doorstroompunt-officer') and p.organisation_id = c.desk_id
        when 'help-offer' then p.role = 'careers-dean' and p.organisation_id = l.school_id and c.id is not null
          or p.role in ('attendance-officer', 'doorstroompunt-officer') and p.organisation_id in (c.desk_id, c.offered_to)
        when 'information' then c.id is not null and p.role = 'doorstroompunt-officer' and p.organisation_id = home.doorstroompunt_id
        when 'college' then p.role = 'intake-officer' and p.organisation_id = q.college_id
        when 'region' then p.role = 'region-administrator' and p.region in (mbo.region, l.region, c.queue_region, desk.region) end);
  return query
    select coalesce(s.kind, 'silence'), i.reason, l.id, l.class, l.municipality, c.number, p.name, mbo.name, about.starts_on, placed.waiting
    from app.told(subjects) i
    left join app.signal s on s.id = i.signal_id
    left join app.leaver l on l.id = s.leaver_id
    left join app.desk_case c on c.leaver_id = l.id and c.closed_on is null
    left join lateral (
      select q.* from app.application a
      join app.status_rule r on r.code = a.status and r.phase = 'admitted'
      join app.silence q on q.closed_on is null and (q.college_id, q.crebo, q.pathway, q.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
      where s.kind = 'start-unconfirmed' and a.leaver_id = l.id order by a.starts_on limit 1) silent on true
    left join app.silence about on about.id = coalesce(i.silence_id, silent.id)
    left join app.organisation mbo on mbo.id = about.college_id
    left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (about.college_id, about.crebo, about.pathway, about.starts_on)
    left join lateral (
      select count(*)::int as waiting from app.application a join app.status_rule r on r.code = a.status and r.phase = 'admitted'
      where i.silence_id is not null and (a.college_id, a.crebo, a.pathway, a.starts_on) = (about.college_id, about.crebo, about.pathway, about.starts_on)) placed on true
    where i.mail_id = of_mail order by i.signal_id, i.silence_id, i.reason;
end $$;`;
