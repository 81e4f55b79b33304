/** The one place that says when a part of the passport is done: an own part when its writer says so, a part of the school once the student said something of it as it stands. */
export const partsDone = `
create or replace function app.part_is_done(t app.section_text) returns boolean language sql stable as $$
  select case when exists (select from app.section_rule r where r.code = t.section and r.writer = 'student') then t.done
    else exists (select from app.agreement s where (s.leaver_id, s.section, s.version) = (t.leaver_id, t.section, t.version)) end
$$`;
