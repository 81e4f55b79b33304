import { readings, roles, UNUSUAL_READING, wordFor } from '#policy';

/** One by one; what a list shows at once counts for none. */
const opened = readings.filter(({ of }) => of !== null).map(({ code }) => `'${code}'`).join(', ');

/** Who looks after the people by their role, and who watches over the log; others may be appointed. */
const told = roles
  .filter(({ code }) => code === 'privacy-officer' || !['never', 'as-administrator'].includes(wordFor('people:manage', code)))
  .map(({ code }) => `'${code}'`)
  .join(', ');

/**
 * Tells an organisation, once per person and hour, that one of its people opened very many. The mail names nobody; who it was
 * stands in the log. It does not go to the person themselves.
 */
export const unusual = `
create or replace function app.tell_unusual_readings(day date, link text) returns int language sql as $$
  with many as (
    select r.member_id, r.reader_organisation_id as organisation_id, count(distinct r.leaver_id)::int as leavers from app.reading r
    where r.at > clock_timestamp() - interval '1 hour' and r.what in (${opened})
    group by r.member_id, r.reader_organisation_id having count(distinct r.leaver_id) > ${UNUSUAL_READING.leavers}),
  found as (
    insert into app.unusual_reading (member_id, hour, organisation_id, leavers)
    select n.member_id, date_trunc('hour', clock_timestamp()), n.organisation_id, n.leavers from many n
    join app.membership m on m.id = n.member_id join app.organisation o on o.id = n.organisation_id
    where not exists (select from app.unusual_reading u where u.member_id = n.member_id and u.told_at > clock_timestamp() - interval '1 hour')
    on conflict do nothing returning member_id, organisation_id, leavers),
  mailed as (
    insert into app.mail (account_id, to_address, organisation_id, template, day, page)
    select distinct on (f.member_id, a.id) a.id, a.email, f.organisation_id, 'unusual-reading', tell_unusual_readings.day,
      jsonb_build_object('leavers', f.leavers, 'organisation', o.name, 'link', link)
    from found f join app.membership reader on reader.id = f.member_id join app.organisation o on o.id = f.organisation_id
    join app.membership m on m.organisation_id = f.organisation_id and (m.administers or m.role in (${told}))
    join app.account a on a.id = m.account_id
    where a.id <> reader.account_id and a.frozen_at is null and m.accepted_at is not null and m.leaver_id is null
      and (m.ended_on is null or m.ended_on > tell_unusual_readings.day))
  select count(*)::int from found
$$;
revoke all on function app.tell_unusual_readings(date, text) from public;
do $$ begin
  execute format('grant execute on function app.tell_unusual_readings(date, text) to %I', (select role_prefix from app.installation) || 'as_worker');
end $$;`;
