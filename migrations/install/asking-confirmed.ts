import { DECIDES_ALONE_AT, guardianAsking } from '#policy';
import { opened } from './students.ts';

/**
 * A parent whom the mentor confirms while something waits for one is asked at once, in the one mail that goes then. The code that the
 * mentor gets opens that question too: also when it was asked before, because it is the code that the mentor hands over now. The code
 * of another parent stays as it is.
 */
export const askingConfirmed = `
drop function if exists app.confirm_guardian(uuid, text, text, bytea, date);

create or replace function app.has_to_answer(g app.guardian, day date) returns boolean language sql stable as $$
  select exists (select from app.share s where s.leaver_id = g.leaver_id and s.state = 'waiting' and s.until_on >= day
    and not exists (select from app.guardian_answer a where a.share_id = s.id and a.guardian_id = g.id))
$$;

-- Confirming again starts no new term without end: what waits, waits two terms from when the student shared it.
create or replace function app.asked_until(g app.guardian, day date) returns date language sql stable as $$
  select least(day + ${guardianAsking.days}, max(t.shared_on) + 2 * ${guardianAsking.days})
  from app.share s join app.sharing t on t.id = s.sharing_id where s.leaver_id = g.leaver_id and s.state = 'waiting'
$$;

create or replace function app.ask_confirmed(g app.guardian, code bytea, link jsonb, day date) returns text language plpgsql as $$
declare r app.guardian_request; last_day date := app.asked_until(g, day);
begin
  if not app.has_to_answer(g, day) or last_day < day then return null; end if;
  update app.guardian_request x set code_hash = code, code_tries = 0, ends_on = last_day
  where x.guardian_id = g.id and x.answered_at is null and x.lapsed_at is null returning * into r;
  if r.id is not null then return 'asked-before'; end if;
  insert into app.guardian_request (leaver_id, guardian_id, code_hash, asked_on, ends_on)
  values (g.leaver_id, g.id, code, day, last_day) returning * into r;
  perform app.mail_guardian(r, 'guardian-asked', decode(link ->> 'hash', 'hex'), link ->> 'link', day);
  return 'asked';
end $$;

create or replace function app.confirm_guardian(leaver uuid, called text, address text, code bytea, link jsonb, day date) returns text language plpgsql as $$
declare l app.leaver; g app.guardian; said text;
begin
  select * into l from app.leaver x where x.id = leaver for update;
  if l.id is null or not app.may_let_in(l) or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return 'refused'; end if;
  g := app.admit_guardian(l, called, address, code, day);
  if g.id is null then return 'refused'; end if;
  update app.guardian set confirmed_by = app.my_member(), confirmed_at = clock_timestamp() where id = g.id;
  said := app.ask_confirmed(g, code, link, day);
  if said is null then perform app.mail_reading_along(g, l, day); end if;
  return coalesce(said, 'confirmed');
end $$;
${opened({ 'confirm_guardian(uuid, text, text, bytea, jsonb, date)': ['mentor', 'school'] })}`;
