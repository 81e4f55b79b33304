/** Desks and regions with somebody to answer; the own region first. */
const targets = `
create or replace function app.hand_over_targets() returns table (desk_id uuid, region text, name text, is_of_region boolean) language sql stable as $$
  select o.id, null::text, o.name, coalesce(o.region = app.my_region(), false) from app.organisation o
  where o.kind in ('leerplicht', 'doorstroompunt') and o.id <> app.my_organisation()
    and exists (select from app.membership m where m.organisation_id = o.id and m.ended_on is null and m.role in ('attendance-officer', 'doorstroompunt-officer'))
  union all
  select null, o.region, min(o.name), false from app.organisation o join app.membership m on m.organisation_id = o.id
  where m.role = 'region-administrator' and m.ended_on is null and o.region is distinct from app.my_region() and o.region is not null group by o.region
  order by 4 desc, 3, 2 nulls first
$$;`;

const tell = (kind: string, became = 'null'): string => `insert into app.event (leaver_id, case_id, kind, became, as_of, source, organisation_id, member_id)
    values (held.leaver_id, of_case, '${kind}', ${became}, day, 'page', app.my_organisation(), app.my_member());`;

/** False when the asking desk has no such open case, the other side does not exist, or somebody else was asked already. */
const asking = `
create or replace function app.ask_hand_over(of_case uuid, to_desk uuid, other_region text, because text, day date) returns boolean language plpgsql as $$
declare held app.desk_case; open app.case_hand_over;
begin
  select * into held from app.desk_case c where c.id = of_case and c.desk_id = app.my_organisation() and c.closed_on is null for update;
  if held.id is null then return false; end if;
  select * into open from app.case_hand_over h where h.case_id = of_case and h.answer is null;
  if open.id is not null then return (open.to_id, open.to_region) is not distinct from (to_desk, other_region); end if;
  if not exists (select from app.hand_over_targets() t where t.desk_id = to_desk or t.region = other_region) then return false; end if;
  insert into app.case_hand_over (case_id, from_id, to_id, to_region, because, asked_by, asked_on)
  values (of_case, app.my_organisation(), to_desk, other_region, ask_hand_over.because, app.my_member(), day);
  ${tell('case-hand-over-asked')}
  perform app.settle(day, array[held.leaver_id]);
  return true;
end $$;
create or replace function app.withdraw_hand_over(of_case uuid, day date) returns boolean language plpgsql as $$
declare held app.desk_case;
begin
  select c.* into held from app.desk_case c where c.id = of_case and c.desk_id = app.my_organisation() and c.closed_on is null for update;
  update app.case_hand_over h set answer = 'withdrawn', answered_by = app.my_member(), answered_on = day
    where h.case_id = held.id and h.answer is null;
  if not found then return held.id is not null; end if;
  ${tell('case-hand-over-withdrawn')}
  perform app.settle(day, array[held.leaver_id]);
  return true;
end $$;`;

/** A question dies with what it was about: the case went to another desk, or closed. A yes is written before the case goes. */
const ending = `
create or replace function app.end_hand_over() returns trigger language plpgsql as $$
begin
  update app.case_hand_over h set answer = 'withdrawn', answered_on = coalesce(new.closed_on, new.at_desk_since, h.asked_on) where h.case_id = new.id and h.answer is null;
  return null;
end $$;
select app.give_to_worker('app.end_hand_over()');
create or replace trigger end_hand_over after update of desk_id, closed_on on app.desk_case for each row
  when (old.desk_id is distinct from new.desk_id or new.closed_on is not null and old.closed_on is null) execute function app.end_hand_over();`;

/** The request that the asker may answer: for their desk; or for their region, when they administer it. Only of who still has the case. */
const mine = `
create or replace function app.hand_over_for_me(of_case uuid) returns setof app.case_hand_over language sql stable as $$
  select h.* from app.case_hand_over h join app.desk_case c on c.id = h.case_id and c.closed_on is null and c.desk_id = h.from_id
  where h.case_id = of_case and h.answer is null and (h.to_id = app.my_organisation()
    or h.to_region = app.my_region() and exists (select from app.membership m where m.id = app.my_member() and m.role = 'region-administrator'))
$$;`;

/** Taken by the desk that was asked, in the name of who presses; or by a region, for the desk that it chooses. */
const accepting = `
create or replace function app.accept_hand_over(of_case uuid, for_desk uuid, day date) returns boolean language plpgsql as $$
declare held app.desk_case; asked app.case_hand_over; desk app.organisation;
begin
  select * into held from app.desk_case c where c.id = of_case and c.closed_on is null for update;
  select * into asked from app.hand_over_for_me(held.id);
  select * into desk from app.organisation o where o.id = coalesce(asked.to_id, for_desk) and o.kind in ('leerplicht', 'doorstroompunt');
  if asked.id is null or desk.id is null then return false; end if;
  update app.case_hand_over h set answer = 'accepted', answered_by = app.my_member(), answered_on = day where h.id = asked.id;
  update app.desk_case c set desk_id = desk.id, route = desk.kind, offered_to = null, handed_over_by = asked.from_id, at_desk_since = day,
    owner_id = case when asked.to_id is not null then app.my_member() end, picked_up_on = case when asked.to_id is not null then day end,
    queue_region = coalesce(asked.to_region, c.queue_region) where c.id = of_case;
  ${tell('case-handed-over')}
  ${tell('case-assigned', 'desk.kind')}
  if asked.to_id is not null then
    ${tell('case-picked-up')}
  end if;
  perform app.settle(day, array[held.leaver_id]);
  return true;
end $$;`;

/** Not taken, with the reason: a request, or what was offered at the 18th birthday. The case stays where it is. */
const refusing = `
create or replace function app.refuse_case(of_case uuid, because text, day date) returns boolean language plpgsql as $$
declare held app.desk_case; asked app.case_hand_over;
begin
  select * into held from app.desk_case c where c.id = of_case and c.closed_on is null for update;
  select * into asked from app.hand_over_for_me(held.id);
  if asked.id is not null then
    update app.case_hand_over h set answer = 'refused', answer_because = refuse_case.because, answered_by = app.my_member(), answered_on = day where h.id = asked.id;
    ${tell('case-hand-over-refused')}
    perform app.tell_owner(held.leaver_id);
  elsif held.offered_to = app.my_organisation() then
    insert into app.case_hand_over (case_id, from_id, to_id, because, asked_on, answer, answer_because, answered_by, answered_on)
    values (of_case, held.desk_id, held.offered_to, '', day, 'refused', refuse_case.because, app.my_member(), day);
    update app.desk_case c set offered_to = null where c.id = of_case;
    ${tell('case-offer-declined')}
    perform app.tell_owner(held.leaver_id);
  else
    return exists (select from app.case_hand_over h where h.case_id = held.id and h.answer = 'refused' and h.answered_by = app.my_member());
  end if;
  perform app.settle(day, array[held.leaver_id]);
  return true;
end $$;`;

/** What waits for an answer between desks, for the administrator of either region: which case, never who. */
const waiting = `
create or replace function app.waiting_hand_overs() returns table (number bigint, from_name text, to_name text, asked_on date) language sql stable as $$
  select c.number, f.name, coalesce(t.name, (select min(o.name) from app.organisation o where o.region = h.to_region and o.kind = 'doorstroompunt'), h.to_region), h.asked_on
  from app.case_hand_over h join app.desk_case c on c.id = h.case_id and c.closed_on is null join app.organisation f on f.id = h.from_id
  left join app.organisation t on t.id = h.to_id
  where h.answer is null and app.my_region() in (f.region, t.region, h.to_region)
    and exists (select from app.membership m where m.id = app.my_member() and m.role = 'region-administrator')
  order by h.asked_on, c.number
$$;`;

export const caseHandOvers = [targets, asking, ending, mine, accepting, refusing, waiting].join('\n');

export const caseHandOverFunctions = [
  'hand_over_targets()', 'ask_hand_over(uuid, uuid, text, text, date)', 'withdraw_hand_over(uuid, date)', 'hand_over_for_me(uuid)',
  'accept_hand_over(uuid, uuid, date)', 'refuse_case(uuid, text, date)', 'waiting_hand_overs()',
];
