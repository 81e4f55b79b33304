import { inViewEndings } from '#policy';

/** Ended by a person, who may undo it: the desk still sees whom it was about. */
const undone = inViewEndings.filter(({ byHand }) => byHand).map(({ code }) => `'${code}'`).join(', ');

/**
 * Who besides the school sees these leavers: the desk with a case, the Doorstroompunt of the home region, the region while a
 * case has no desk, and the region that ties an application.
 */
export const access = `
create or replace function app.refresh_access(leavers uuid[]) returns void language plpgsql as $$
#variable_conflict use_column
begin
  with cases as materialized (select * from app.desk_case where leaver_id = any(leavers)),
  candidates as materialized (select leaver_id, application_id from app.tie_candidate where leaver_id = any(leavers)),
  desks as materialized (select folded, doorstroompunt_id from app.municipality_desk where doorstroompunt_id is not null),
  wanted as materialized (select * from (
    select leaver_id, desk_id as organisation_id, null::text as region, 'case' as because from cases where desk_id is not null
    union select leaver_id, offered_to, null, 'case' from cases where offered_to is not null
    union select c.leaver_id, h.to_id, h.to_region, case when h.to_id is null then 'queue' else 'case' end
      from app.case_hand_over h join cases c on c.id = h.case_id where h.answer is null and c.closed_on is null
    union select c.leaver_id, d.doorstroompunt_id, null, 'information'
      from cases c join app.leaver l on l.id = c.leaver_id and l.id = any(leavers) join desks d on d.folded = l.municipality_folded
      where c.desk_id is not null
    union select leaver_id, unnest(array[desk_id, offered_to]), null, 'in-view' from (
      select distinct on (leaver_id) * from app.in_view where leaver_id = any(leavers) order by leaver_id, closed_on desc nulls first, since desc) as latest
      where (closed_on is null or closed_because in (${undone}))
    union select leaver_id, null, queue_region, 'queue' from cases
      where desk_id is null and closed_on is null and queue_region is not null
    union select l.id, o.id, null, 'entered' from app.leaver l join app.organisation o on o.id = l.school_id
      where l.id = any(leavers) and o.kind in ('leerplicht', 'doorstroompunt')
    union select t.leaver_id, null, a.region, 'tie' from candidates t join app.application a
      on a.id = t.application_id and a.id = any(array(select application_id from candidates))
      where a.tie <> 'automatic' and a.region is not null) as w where num_nonnulls(organisation_id, region) > 0),
  gone as (
    delete from app.leaver_access a where a.leaver_id = any(leavers) and not exists (
      select from wanted w where w.leaver_id = a.leaver_id and w.because = a.because
        and (w.organisation_id, w.region) is not distinct from (a.organisation_id, a.region)))
  insert into app.leaver_access (leaver_id, organisation_id, region, because)
  select leaver_id, organisation_id, region, because from wanted w
  where not exists (select from app.leaver_access a where a.leaver_id = w.leaver_id and a.because = w.because
    and (a.organisation_id, a.region) is not distinct from (w.organisation_id, w.region))
  on conflict do nothing;
end $$;`;
