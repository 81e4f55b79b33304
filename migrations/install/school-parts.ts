import { opened } from './students.ts';

/**
 * One mail for each time that a part is finished, queued in the transaction that finishes it. Only who just wrote it may ask, and a
 * student who was never let in hears it there from the mentor.
 */
const telling = `
create or replace function app.tell_part_ready(leaver uuid, part text, day date) returns void language sql as $$
  insert into app.mail (account_id, to_address, organisation_id, template, day, page)
  select a.id, coalesce(a.private_email, a.email), l.school_id, 'school-part-ready', day, jsonb_build_object('section', part)
  from app.section_text t join app.leaver l on l.id = t.leaver_id
  join app.membership m on m.leaver_id = l.id and m.role = 'student' and coalesce(m.accepted_at, m.invited_at) is not null
  join app.account a on a.id = m.account_id and coalesce(a.private_email, a.email) is not null
  where t.leaver_id = leaver and t.section = part and t.done and t.written_by = app.my_member() and app.may_enter(m, day)
    and not exists (select from app.mail q where q.account_id = a.id and q.template = 'school-part-ready' and q.state = 'queued' and q.page->>'section' = part)
$$;`;

const DOORS = { 'tell_part_ready(uuid, text, date)': ['mentor', 'support'] };

export const schoolParts = [telling, opened(DOORS)].join('\n');
