import { DECIDES_ALONE_AT, GUARDIAN_PROPOSALS } from '#policy';
import { opened } from './students.ts';

const OPEN = 'proposed_on is not null and confirmed_at is null and invited_at is null and membership_id is null and not no_contact';

/** Under 16 the student names a parent and the mentor decides; the address of the student and one with "geen contact" are never taken. */
export const guardianProposals = `
create or replace function app.propose_guardian(called text, address text, day date) returns text language plpgsql as $$
declare l app.leaver := app.own_leaver(); g app.guardian;
begin
  if l.id is null or l.destination is not distinct from 'deceased' or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return 'refused'; end if;
  perform from app.leaver x where x.id = l.id for update;
  select x.* into g from app.guardian x where x.leaver_id = l.id and lower(x.email) = lower(address);
  if g.no_contact or lower(address) = lower(l.email) or exists (select from app.account a join app.membership m on m.account_id = a.id
    where m.leaver_id = l.id and m.role = 'student' and lower(address) in (lower(a.email), lower(a.private_email))) then return 'refused'; end if;
  if g.confirmed_at is not null or g.invited_at is not null then return 'known'; end if;
  if g.refused_on is not null then return 'turned-down'; end if;
  if g.proposed_on is null and (select count(*) from app.guardian x where x.leaver_id = l.id and x.${OPEN.replaceAll(' and ', ' and x.').replace('x.not no_contact', 'not x.no_contact')}) >= ${GUARDIAN_PROPOSALS.open} then return 'full'; end if;
  insert into app.guardian as x (leaver_id, name, email, proposed_on) values (l.id, called, lower(address), day)
  on conflict (leaver_id, lower(email)) do update set name = excluded.name, proposed_on = coalesce(x.proposed_on, excluded.proposed_on);
  return 'done';
end $$;

create or replace function app.withdraw_guardian(which uuid) returns boolean language plpgsql as $$
begin
  delete from app.guardian where id = which and leaver_id = (app.own_leaver()).id and refused_on is null and ${OPEN};
  return found;
end $$;

create or replace function app.refuse_guardian(which uuid, day date) returns boolean language plpgsql as $$
declare l app.leaver;
begin
  select x.* into l from app.leaver x join app.guardian g on g.leaver_id = x.id where g.id = which;
  if l.id is null or not app.may_let_in(l) then return false; end if;
  update app.guardian set refused_on = coalesce(refused_on, day) where id = which and ${OPEN};
  return found;
end $$;

create or replace function app.my_proposals() returns table (id uuid, name text, email text, "proposedOn" date, "isRefused" boolean) language sql stable as $$
  select id, name, email, proposed_on, refused_on is not null from app.guardian where leaver_id = (app.own_leaver()).id and ${OPEN} order by proposed_on, email
$$;
${opened({
  'propose_guardian(text, text, date)': ['student'],
  'withdraw_guardian(uuid)': ['student'],
  'refuse_guardian(uuid, date)': ['mentor', 'school'],
  'my_proposals()': ['student'],
})}`;
