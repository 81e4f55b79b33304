/**
 * How it stands before a call of the own list, and whether a desk has a case; the case is held until the call is kept, so that nobody
 * picks it up in between. Ids and codes only.
 */
const standing = `
create or replace function app.before_call(list uuid) returns table (case_id uuid, desk text, is_owned boolean, before jsonb) language plpgsql as $$
#variable_conflict use_column
declare held app.desk_case;
begin
  select c.* into held from app.desk_case c join app.summer_list s on s.leaver_id = c.leaver_id
  where s.id = list and s.organisation_id = app.my_organisation() and c.closed_on is null for update of c;
  return query select held.id, (select o.name from app.organisation o where o.id = held.desk_id), held.owner_id is not null,
    jsonb_build_object('nextOn', s.next_on, 'wantsHelp', s.wants_help, 'destination', l.destination, 'source', l.destination_source, 'proof', l.destination_proof,
      'signal', (select g.id from app.signal g where g.leaver_id = l.id and g.closed_on is null), 'case', held.id, 'offeredTo', held.offered_to,
      'handOver', (select h.id from app.case_hand_over h where h.case_id = held.id and h.answer is null))
  from app.summer_list s join app.leaver l on l.id = s.leaver_id where s.id = list and s.organisation_id = app.my_organisation();
end $$;`;

/**
 * What an own call made known is wiped, and the signal and the case stand as they stood. False, and nothing done, when somebody did
 * something since: the destination is another, the case has a younger line, or another signal or case is open.
 */
const takingBack = `
create or replace function app.take_back_call(attempt uuid, day date) returns boolean language plpgsql as $$
declare t app.summer_attempt; closed app.desk_case; again app.signal; known app.event;
begin
  select * into t from app.summer_attempt x where x.id = attempt and x.member_id = app.my_member() and x.undone_at is null;
  if t.before is null then return false; end if;
  perform from app.leaver l where l.id = t.leaver_id for update;
  select c.* into closed from app.desk_case c where c.id = (t.before ->> 'case')::uuid and c.leaver_id = t.leaver_id for update;
  select e.* into known from app.event e where e.leaver_id = t.leaver_id and e.kind = 'destination-known' order by e.id desc limit 1;
  if known.member_id is distinct from t.member_id
    or not exists (select from app.leaver l where l.id = t.leaver_id and l.destination = known.became and l.destination_source = 'mentor')
    or exists (select from app.signal g where g.leaver_id = t.leaver_id and g.closed_on is null)
    or exists (select from app.desk_case c where c.leaver_id = t.leaver_id and c.closed_on is null)
    or closed.id is not null and (select (e.kind, e.member_id) is distinct from ('case-closed', t.member_id) from app.event e where e.case_id = closed.id order by e.id desc limit 1)
    or exists (select from app.event e where e.leaver_id = t.leaver_id and e.id > known.id and e.kind like 'in-view%' and e.source = 'page')
  then return false; end if;
  update app.leaver l set destination = t.before ->> 'destination', destination_source = t.before ->> 'source', destination_proof = t.before ->> 'proof' where l.id = t.leaver_id;
  update app.signal g set closed_on = null, closed_because = null where g.id = (t.before ->> 'signal')::uuid and g.leaver_id = t.leaver_id and g.closed_because = 'destination-known'
    returning g.* into again;
  update app.desk_case c set closed_on = null, outcome = null, offered_to = (t.before ->> 'offeredTo')::uuid where c.id = closed.id and c.closed_on is not null;
  update app.case_hand_over h set answer = null, answered_on = null where h.id = (t.before ->> 'handOver')::uuid and h.case_id = closed.id and h.answer = 'withdrawn' and h.answered_by is null;
  insert into app.event (leaver_id, case_id, kind, became, as_of, source, organisation_id, member_id)
  select t.leaver_id, x.of_case, x.kind, x.became, day, 'page', t.organisation_id, t.member_id from (values
    (null::uuid, 'destination-known', t.before ->> 'destination', true), (null, 'signal-again', again.kind, again.id is not null), (closed.id, 'case-again', null, closed.id is not null)) x (of_case, kind, became, holds)
  where x.holds;
  perform app.settle(day, array[t.leaver_id]);
  return true;
end $$;`;

export const summerCalls = `${standing}${takingBack}`;

export const summerCallFunctions = ['before_call(uuid)', 'take_back_call(uuid, date)'];
