import { caseTerms } from '#policy';

/**
 * Colleagues of the asking desk who opened this case a few minutes ago; the asker is noted as the latest. No event: who read what
 * stands in the reading log.
 */
export const caseOpenings = `
create or replace function app.open_case(of_case uuid, at timestamptz) returns text[] language plpgsql as $$
#variable_conflict use_column
begin
  delete from app.case_opening o where o.opened_at < at - interval '${caseTerms.presenceMinutes} minutes';
  if not exists (select from app.desk_case c where c.id = of_case and c.closed_on is null and (app.my_organisation() in (c.desk_id, c.offered_to)
      or exists (select from app.case_hand_over h where h.case_id = c.id and h.answer is null and h.to_id = app.my_organisation()))) then
    return '{}';
  end if;
  insert into app.case_opening (case_id, member_id, opened_at) values (of_case, app.my_member(), at)
  on conflict (case_id, member_id) do update set opened_at = excluded.opened_at;
  return array(
    select app.full_name(a.given_name, a.name_prefix, a.family_name) from app.case_opening o
    join app.membership m on m.id = o.member_id join app.account a on a.id = m.account_id
    where o.case_id = of_case and o.member_id <> app.my_member() and m.organisation_id = app.my_organisation() and o.opened_at <= at
    order by o.opened_at desc);
end $$;`;

export const caseOpeningFunctions = ['open_case(uuid, timestamptz)'];
