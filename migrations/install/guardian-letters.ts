import { DECIDES_ALONE_AT } from '#policy';
import { opened } from './students.ts';

/**
 * A letter with a code, for a parent without a mail address or whose mail does not arrive. Making it says that this is the parent, as
 * confirming does. A new letter takes the place of the one before. Null when that may not be; with "geen contact" it may not.
 */
export const guardianLetters = `
create or replace function app.letter_for_guardian(leaver uuid, which uuid, called text, code bytea, valid_until timestamptz, day date) returns text language plpgsql as $$
declare l app.leaver; g app.guardian;
begin
  select * into l from app.leaver x where x.id = leaver for update;
  if l.id is null or not app.may_let_in(l) or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return null; end if;
  if which is null then
    insert into app.guardian as x (leaver_id, name, confirmed_by, confirmed_at) values (l.id, called, app.my_member(), clock_timestamp())
    on conflict (leaver_id, lower(name)) where email is null do update set name = excluded.name returning * into g;
  else
    select * into g from app.guardian x where x.id = which and x.leaver_id = l.id;
  end if;
  if g.id is null or not app.may_consent(g, l) then return null; end if;
  if g.membership_id is null then perform app.mail_student(l.id, 'sharing-changed', day); end if;
  perform app.guardian_account(g, l);
  select * into g from app.guardian x where x.id = g.id;
  if g.membership_id is null then return null; end if;
  delete from app.handed_code h where h.membership_id = g.membership_id;
  insert into app.handed_code (id, membership_id, kind, given_by, expires_at) values (code, g.membership_id, 'letter', app.my_member(), valid_until);
  update app.guardian set lettered_on = day where id = g.id;
  perform app.tell_student(l, 'guardian-letter-made', null, day);
  if g.email is null then perform app.ask_confirmed(g, null, null, day); end if;
  return g.name;
end $$;
/** What waits for who lets this leaver in, as in the Monday mail: a parent to confirm, or one to give a letter. */
create or replace function app.parent_waits(leaver uuid, day date) returns text language plpgsql stable as $$
declare l app.leaver;
begin
  select * into l from app.leaver x where x.id = leaver;
  if l.id is null or not app.may_let_in(l) then return null; end if;
  return (select min(t.kind) from app.mentor_todos(day, array[l.mentor_id]) t where t.leaver_id = l.id and t.kind in ('parent-address', 'parent-letter'));
end $$;
${opened({
  'letter_for_guardian(uuid, uuid, text, bytea, timestamptz, date)': ['mentor', 'school'],
  'parent_waits(uuid, date)': ['mentor', 'school'],
})}`;
