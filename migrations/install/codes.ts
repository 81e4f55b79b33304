import { CODE_TRIES } from '#policy';
import { opened } from './students.ts';

/** The code of a mail, beside its link: whichever is used first uses up both. It is worth something in the browser that asked only. */
const mailed = `
create or replace function app.keep_mailed_code(browser bytea, code bytea, link_hash bytea, valid_until timestamptz) returns void language sql as $$
  delete from app.mailed_code where expires_at < clock_timestamp() - interval '1 day';
  insert into app.mailed_code (id, account_id, link_id, code_hash, expires_at)
  select browser, l.account_id, l.id, code, valid_until from (values (1)) as one left join app.sign_in_link l on l.id = link_hash;
$$;

create or replace function app.use_mailed_code(browser bytea, code bytea, session_hash bytea, began jsonb, day date) returns text language plpgsql as $$
declare asked app.mailed_code;
begin
  select * into asked from app.mailed_code c where c.id = browser for update;
  if asked.id is null or asked.used_at is not null or asked.expires_at <= clock_timestamp() or asked.tries >= ${CODE_TRIES}
    or exists (select from app.sign_in_link l where l.id = asked.link_id and l.used_at is not null) then return 'over'; end if;
  if asked.account_id is null or asked.code_hash <> code then
    update app.mailed_code set tries = tries + 1 where id = browser;
    return case when asked.tries + 1 >= ${CODE_TRIES} then 'over' else 'wrong' end;
  end if;
  if app.link_asks_code(asked.link_id, day) = 'must' then return 'link'; end if;
  update app.mailed_code set used_at = clock_timestamp() where id = browser;
  if app.use_sign_in(asked.link_id, session_hash, began, day) then return 'opened'; end if;
  return 'over';
end $$;`;

/** A code from somebody at school, for a student or a parent. A new one takes the place of the one before; the student reads who gave it, and when. */
const handed = `
create or replace function app.give_codes(leavers uuid[], codes bytea[], how text, valid_until timestamptz, day date) returns setof uuid language plpgsql as $$
declare l app.leaver; m app.membership; n int;
begin
  for n in 1 .. coalesce(array_length(leavers, 1), 0) loop
    select * into l from app.leaver x where x.id = leavers[n] for update;
    continue when l.id is null or not app.may_let_in(l);
    m := app.admit_student(l, app.my_member());
    delete from app.handed_code h where h.membership_id = m.id and h.kind = how;
    insert into app.handed_code (id, membership_id, kind, given_by, expires_at) values (codes[n], m.id, how, app.my_member(), valid_until);
    perform app.tell_student(l, case how when 'letter' then 'sign-in-letter-made' else 'sign-in-code-given' end, null, day);
    return next l.id;
  end loop;
end $$;

create or replace function app.use_handed_code(code bytea, session_hash bytea, began jsonb, day date) returns boolean language plpgsql as $$
declare m app.membership;
begin
  update app.handed_code h set used_at = clock_timestamp() where h.id = code and h.used_at is null and h.expires_at > clock_timestamp()
  returning h.membership_id into m.id;
  select * into m from app.membership x where x.id = m.id;
  if m.id is null or not app.may_enter(m, day) or app.leaver_in_sight(m, day) is null then return false; end if;
  update app.membership x set accepted_at = coalesce(x.accepted_at, clock_timestamp()) where x.id = m.id and m.role = 'guardian';
  if not app.open_session(m.account_id, session_hash, began, day) then return false; end if;
  perform app.switch_membership(session_hash, session_hash, m.id, began -> 'idle', day);
  return true;
end $$;`;

export const codes = [mailed, handed, opened({ 'give_codes(uuid[], bytea[], text, timestamptz, date)': ['mentor', 'school'] })].join('\n');

/** For the web log-in, before anybody is known. */
export const codeFunctions = [
  'keep_mailed_code(bytea, bytea, bytea, timestamptz)',
  'use_mailed_code(bytea, bytea, bytea, jsonb, date)',
  'use_handed_code(bytea, bytea, jsonb, date)',
];
