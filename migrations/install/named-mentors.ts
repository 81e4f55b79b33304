/**
 * Whom an mbo names as the mentor of who leaves it is a study coach there (rules 3): that person gets the mentor's role at the mbo
 * too, for those students only, and chooses at the top of the page in which role to work. Repeating it changes nothing.
 */
const COACHES = `
create or replace function app.let_study_coaches_send(schools uuid[]) returns void language sql as $$
  insert into app.membership (account_id, organisation_id, role, accepted_at, invited_by, invited_at, invitation_ends_at)
  select c.account_id, c.organisation_id, 'mentor', c.accepted_at, c.invited_by, c.invited_at, c.invitation_ends_at
  from app.membership c join app.organisation o on o.id = c.organisation_id and o.kind = 'mbo' join app.account a on a.id = c.account_id
  where c.role = 'study-coach' and c.ended_on is null and c.organisation_id = any(schools) and exists (
    select from app.leaver l where l.school_id = c.organisation_id and lower(l.mentor_email) = lower(a.email))
  on conflict do nothing
$$;`;

/** The mentor is who has that role at the school under the address that the school gave, or who took over from them for good. */
const MENTORS = `
create or replace function app.tie_mentors(schools uuid[]) returns setof uuid language sql as $$
  with mentor as (
    select m.id, m.organisation_id, lower(a.email) as email, m.ended_on is not null as ended,
      exists (select from app.stand_in i where i.mentor_id = m.id and i.kind = 'for-good') as handed_over
    from app.membership m join app.account a on a.id = m.account_id
    where m.role = 'mentor' and m.organisation_id = any(schools)),
  wanted as (
    select l.id, case when mentor.handed_over
      then nullif(app.successor_of(mentor.id, l.class, l.school_year), case when mentor.ended then mentor.id end) else mentor.id end as mentor_id
    from app.leaver l left join mentor
    on mentor.organisation_id = l.school_id and mentor.email = lower(l.mentor_email) and (mentor.handed_over or not mentor.ended)
    where l.school_id = any(schools) and (l.mentor_email is not null or l.mentor_id is not null))
  update app.leaver l set mentor_id = wanted.mentor_id from wanted
  where wanted.id = l.id and l.mentor_id is distinct from wanted.mentor_id returning l.id
$$;`;

/** After somebody got a role at a school on a page: whom the school's file named before is that person's at once, with all that follows. */
const ARRIVED = `
create or replace function app.tie_arrived(school uuid, day date) returns void language plpgsql as $$
declare tied uuid[];
begin
  perform app.take_turn(), app.let_study_coaches_send(array[school]);
  tied := array(select app.tie_mentors(array[school]));
  if tied <> '{}' then perform app.settle(day, tied); end if;
end $$;`;

export const namedMentors = `${COACHES}${MENTORS}${ARRIVED}`;
