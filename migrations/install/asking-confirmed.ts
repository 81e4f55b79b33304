import { DECIDES_ALONE_AT } from '#policy';
import { opened } from './students.ts';

/**
 * A parent whom the mentor confirms while something waits for one is asked at once, in the one mail that goes then. The code that the
 * mentor gets opens that question too: also when it was asked before, because it is the code that the mentor hands over now. The code
 * of another parent stays as it is. The student is told of a new reader by mail, once, not of each new code.
 */
export const askingConfirmed = `
drop function if exists app.confirm_guardian(uuid, text, text, bytea, date);

create or replace function app.ask_confirmed(g app.guardian, code bytea, link jsonb, day date) returns text language plpgsql as $$
declare r app.guardian_request; last_day date := app.asked_until(g, day);
begin
  if not app.has_to_answer(g, day) or last_day < day then return null; end if;
  update app.guardian_request x set code_hash = code, code_tries = 0, ends_on = last_day, answered_at = null
  where x.guardian_id = g.id and x.lapsed_at is null and (x.answered_at is null or x.asked_on = day) returning * into r;
  if r.id is not null then return 'asked-before'; end if;
  insert into app.guardian_request (leaver_id, guardian_id, code_hash, asked_on, ends_on)
  values (g.leaver_id, g.id, code, day, last_day) returning * into r;
  perform app.mail_guardian(r, 'guardian-asked', decode(link ->> 'hash', 'hex'), link ->> 'link', day);
  return 'asked';
end $$;

create or replace function app.confirm_guardian(leaver uuid, called text, address text, code bytea, link jsonb, day date) returns text language plpgsql as $$
declare l app.leaver; g app.guardian; said text; is_new boolean;
begin
  select * into l from app.leaver x where x.id = leaver for update;
  if l.id is null or not app.may_let_in(l) or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return 'refused'; end if;
  g := app.admit_guardian(l, called, address, code, day);
  if g.id is null then return 'refused'; end if;
  is_new := g.confirmed_at is null;
  update app.guardian set confirmed_by = app.my_member(), confirmed_at = clock_timestamp() where id = g.id;
  if is_new then perform app.mail_student(l.id, 'sharing-changed', day); end if;
  said := app.ask_confirmed(g, code, link, day);
  if said is null then perform app.mail_reading_along(g, l, day); end if;
  return coalesce(said, 'confirmed');
end $$;
${opened({ 'confirm_guardian(uuid, text, text, bytea, jsonb, date)': ['mentor', 'school'] })}`;
