import { opened } from './students.ts';

/** Who may read which parts of the student now beside colleges: at school, and the parents in sight, who read all but notes. */
const readers = `
create or replace function app.my_readers() returns table (kind text, name text, sections text[]) language sql stable as $$
  with choice as (
    select coalesce(array_agg(o.section order by o.section), '{}') as parts,
      coalesce(array_agg(o.section order by o.section) filter (where app.still_open(o.leaver_id, o.section, o.opened_for)), '{}') as to_mentor
    from app.opened_section o where o.leaver_id = app.my_leaver()),
  begun as (select d.* from app.school_draft d where d.leaver_id = app.my_leaver() and d.section = 'support')
  select 'mentor', app.my_mentor(), c.to_mentor from choice c where cardinality(c.to_mentor) > 0
  union all
  select 'support-coordinator', app.full_name(a.given_name, a.name_prefix, a.family_name),
    array['what-i-need'] || case when 'home-and-health' = any(c.parts) then array['home-and-health'] else '{}' end
  from begun b cross join choice c left join app.membership m on m.id = b.written_by left join app.account a on a.id = m.account_id
  union all
  select 'guardian', g.name, '{}' from app.guardian g join app.membership m on m.id = g.membership_id
  where g.leaver_id = app.my_leaver() and app.leaver_in_sight(m, app.my_day()) = app.my_leaver()
$$;`;

/** Once for each new mentor: the student hears that somebody else reads what was opened, or no longer all of it. */
const newMentors = `
create or replace function app.tell_new_mentors(day date) returns int language sql as $$
  with told as (
    update app.opened_section o set told_for = l.mentor_id from app.leaver l
    where l.id = o.leaver_id and l.mentor_id is not null and o.opened_for is distinct from l.mentor_id and o.told_for is distinct from l.mentor_id returning o.leaver_id),
  mailed as (select app.mail_student(t.leaver_id, 'sharing-changed', day) from (select distinct leaver_id from told) t)
  select count(*)::int from mailed
$$;`;

export const schoolReaders = [readers, newMentors, opened({ 'my_readers()': ['student'] })].join('\n');
