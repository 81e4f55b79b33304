/** What a desk had done stays in the books when the case goes on; the next desk begins with nothing done, and reads nothing of it. */
const leaving = `
create or replace function app.leave_desk() returns trigger language plpgsql as $$
begin
  if num_nonnulls(old.approached_on, old.contacted_on, old.intake_on, old.trajectory_on, old.trajectory_ended_on) > 0 then
    insert into app.case_stay values (old.id, old.desk_id, old.picked_up_on, old.last_attempt_on, old.contacted_on,
      old.approached_on, old.intake_on, old.trajectory_on, old.trajectory_ended_on);
  end if;
  new.last_attempt_on := null;
  new.contacted_on := null;
  new.approached_on := null;
  new.intake_on := null;
  new.trajectory_on := null;
  new.trajectory_ended_on := null;
  new.released_on := null;
  new.released_from := null;
  return new;
end $$;
select app.give_to_worker('app.leave_desk()');
create or replace trigger leave_desk before update of desk_id on app.desk_case for each row
  when (old.desk_id is not null and new.desk_id is distinct from old.desk_id) execute function app.leave_desk();`;

/** Which digest came before it and which after is a matter of moments, not of days. */
const releasing = `
create or replace function app.note_release() returns trigger language plpgsql as $$
begin
  new.released_at := case when new.released_on is not null then clock_timestamp() end;
  return new;
end $$;
select app.give_to_worker('app.note_release()');
create or replace trigger note_release before update of released_on on app.desk_case for each row execute function app.note_release();`;

/** The first day of each step of a case, at whichever desk; nothing where no desk came so far. */
const firstDays = `
create or replace function app.first_days(of_case app.desk_case)
returns table (picked_up_on date, contacted_on date, approached_on date, intake_on date, trajectory_on date, trajectory_ended_on date) language sql stable as $$
  select least(of_case.picked_up_on, min(s.picked_up_on)), least(of_case.contacted_on, min(s.contacted_on)), least(of_case.approached_on, min(s.approached_on)),
    least(of_case.intake_on, min(s.intake_on)), least(of_case.trajectory_on, min(s.trajectory_on)), least(of_case.trajectory_ended_on, min(s.trajectory_ended_on))
  from app.case_stay s where s.case_id = of_case.id
$$;`;

export const caseStays = `${leaving}\n${releasing}\n${firstDays}`;
