import { opened } from './students.ts';

/** A talk that a student under 16 asks for: which parent is asked about it, and when enough of them said yes. */
const waiting = `
/** Talks that wait for a parent though a part is shared with that college: nothing that waits to be shared asks for them. */
create or replace function app.talks_to_agree(leaver uuid, day date) returns setof app.warm_handover language sql stable as $$
  select h.* from app.warm_handover h where h.leaver_id = leaver and h.asks_parent and not h.parent_agreed and h.state in ('asked', 'planned') and exists (
    select from app.share s join app.section_rule r on r.code = s.section and r.writer = 'student'
    where s.application_id = h.application_id and s.state = 'given' and s.until_on >= day)
$$;

create or replace function app.handover_asks_parent(application uuid, day date) returns boolean language sql stable as $$
  select exists (select from app.application a, app.talks_to_agree(a.leaver_id, day) t where a.id = application and t.application_id = a.id)
$$;

/** Something that is shared with their yes only, or a talk. */
create or replace function app.has_to_answer(g app.guardian, day date) returns boolean language sql stable as $$
  select exists (select from app.share s where s.leaver_id = g.leaver_id and s.state = 'waiting' and s.until_on >= day
    and not exists (select from app.guardian_answer a where a.share_id = s.id and a.guardian_id = g.id))
    or exists (select from app.talks_to_agree(g.leaver_id, day) t where g.id <> all (t.agreed_by))
$$;`;

/** By the words of the page: nobody agrees to a talk that did not stand on it. */
const agreeing = `
create or replace function app.agree_to_talks(g app.guardian, answers jsonb) returns void language sql as $$
  update app.warm_handover h set agreed_by = array_append(h.agreed_by, g.id)
  where h.leaver_id = g.leaver_id and h.asks_parent and h.state in ('asked', 'planned') and g.id <> all (h.agreed_by) and exists (
    select from jsonb_to_recordset(answers) as w (share uuid, agrees boolean, talk boolean) join app.share s on s.id = w.share and s.leaver_id = g.leaver_id
    where s.application_id = h.application_id and w.agrees and w.talk)
$$;

create or replace function app.count_talks(l app.leaver) returns void language plpgsql as $$
begin
  update app.warm_handover h set parent_agreed = true where h.leaver_id = l.id and h.asks_parent and not h.parent_agreed and h.state in ('asked', 'planned') and (
    select count(*) from app.guardian x where x.id = any (h.agreed_by) and app.may_consent(x, l)) >= case
      when (select o.both_guardians from app.organisation o where o.id = l.school_id)
      then greatest(1, (select count(distinct r.guardian_id) from app.guardian_request r join app.guardian x on x.id = r.guardian_id and app.may_consent(x, l)
        where r.leaver_id = l.id and r.ends_on >= h.asked_on)) else 1 end;
end $$;`;

const DOORS = { 'handover_asks_parent(uuid, date)': ['student', 'mentor'] };

export const agreedTalks = [waiting, agreeing, opened(DOORS)].join('\n');
