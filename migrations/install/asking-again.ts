import { DECIDES_ALONE_AT } from '#policy';
import { opened } from './students.ts';

/**
 * On the 16th birthday a student is asked again: about what a parent agreed to, which stays shared meanwhile, and about what still waited
 * for one. Asked is who can do something with it now, about their own parts, until they shared again or chose "niet delen".
 */
export const askingAgain = `
create or replace function app.decides_anew(l app.leaver, day date) returns boolean language sql stable as $$
  select day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) and l.destination is distinct from 'deceased' and exists (
    select from app.share s join app.sharing h on h.id = s.sharing_id and h.needs_guardian join app.section_rule x on x.code = s.section and x.writer = 'student'
    where s.leaver_id = l.id and s.application_id in (select r.id from app.receivers_of(l.id, day) r)
      and (s.state = 'given' and s.until_on >= day or s.state = 'lapsed'
        and not exists (select from app.share_choice c where (c.application_id, c.section) = (s.application_id, s.section) and c.wish = 'no')
        and not exists (select from app.share n join app.sharing later on later.id = n.sharing_id and not later.by_school and later.shared_at > h.shared_at
          where n.application_id = s.application_id)))
$$;

/** Once for each student, by one mail, on the first day that is not quiet; the page asks from the birthday on. */
create or replace function app.ask_again(day date) returns int language plpgsql as $$
declare l app.leaver; asked int := 0;
begin
  for l in select x.* from app.leaver x join app.organisation o on o.id = x.school_id
      where x.id in (select h.leaver_id from app.sharing h where h.needs_guardian and h.asked_again_on is null)
        and ask_again.day >= app.birthday(x.birth_date, ${DECIDES_ALONE_AT}) and not app.is_quiet(ask_again.day, o.holiday_region, o.region) loop
    continue when not app.decides_anew(l, day);
    update app.sharing h set asked_again_on = day where h.leaver_id = l.id and h.needs_guardian;
    perform app.mail_student(l.id, 'sharing-changed', day);
    asked := asked + 1;
  end loop;
  return asked;
end $$;

create or replace function app.asks_me_again(day date) returns boolean language sql stable as $$
  select app.decides_anew(l, day) from app.own_leaver() l
$$;
${opened({ 'asks_me_again(date)': ['student'] })}`;
