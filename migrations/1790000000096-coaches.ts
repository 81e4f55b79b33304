import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who follows a few young people across the transfer: staff like any other, who moreover sees whom they were given. */
const ROLE = `
do $$
declare prefix text := (select role_prefix from app.installation);
begin
  if not exists (select from pg_roles where rolname = prefix || 'as_coach') then
    execute format('create role %I nologin', prefix || 'as_coach');
  end if;
  execute format('grant %I to %I', prefix || 'as_guest', prefix || 'as_coach');
  execute format('grant %I to %I', prefix || 'as_coach', prefix || 'web');
end $$`;

const TABLES = `
create table app.coaching (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  case_id uuid references app.desk_case on delete cascade,
  coach_id uuid not null references app.membership on delete cascade,
  asked_by uuid references app.membership on delete set null,
  asked_of uuid not null references app.organisation,
  asked_on date not null,
  wanted_until date not null,
  until_on date not null check (until_on <= wanted_until),
  needs_guardian boolean not null,
  student_said_on date,
  guardian_said_on date,
  began_on date,
  ended_on date,
  ended_because text,
  start_told_on date,
  end_told_on date,
  check ((ended_on is null) = (ended_because is null)),
  check (began_on is null or student_said_on is not null and (not needs_guardian or guardian_said_on is not null))
);
comment on table app.coaching is 'Written by functions only. A coach sees the young person while it began and has not ended.';
comment on column app.coaching.until_on is 'The last day; the database holds to it, whatever the worker does. Under 16 no later than the day before the 16th birthday.';
comment on column app.coaching.asked_of is 'Of whom the asker was: this organisation reads the notes, or the desk that has the case.';
create unique index coaching_once on app.coaching (leaver_id, coach_id) where ended_on is null;
create index coaching_coach on app.coaching (coach_id) where ended_on is null;
create index coaching_case on app.coaching (case_id) where case_id is not null;
create table app.coach_note (
  id uuid primary key default gen_random_uuid(),
  coaching_id uuid not null references app.coaching on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  how text not null,
  note text not null default '',
  on_day date not null,
  made_at timestamptz not null default clock_timestamp()
);
create index coach_note_coaching on app.coach_note (coaching_id, made_at desc);
create index coach_note_leaver on app.coach_note (leaver_id)`;

/** Asked once per query, and an index condition after that. Nothing without a day, after the last one, or after the case closed. */
const WHOSE = `
create function app.coachings_of(member uuid, day date) returns setof app.coaching language sql stable as $$
  select c.* from app.coaching c
  join app.membership m on m.id = c.coach_id and m.role = 'transition-coach' and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)
  join app.leaver l on l.id = c.leaver_id and l.destination is distinct from 'deceased'
  where c.coach_id = member and c.began_on is not null and c.ended_on is null and c.until_on >= day
    and (c.case_id is null or exists (select from app.desk_case k where k.id = c.case_id and k.closed_on is null))
$$;
create function app.my_coachings() returns uuid[] language sql stable as $$
  select coalesce(array_agg(c.id), '{}') from app.coachings_of(app.my_member(), app.my_day()) c
$$;
create function app.my_coached() returns uuid[] language sql stable as $$
  select coalesce(array_agg(c.leaver_id), '{}') from app.coachings_of(app.my_member(), app.my_day()) c
$$;
create function app.my_coached_cases() returns uuid[] language sql stable as $$
  select coalesce(array_agg(c.case_id) filter (where c.case_id is not null), '{}') from app.coachings_of(app.my_member(), app.my_day()) c
$$;
select app.give_to_worker('app.coachings_of(uuid, date)'), app.give_to_worker('app.my_coachings()'),
  app.give_to_worker('app.my_coached()'), app.give_to_worker('app.my_coached_cases()');
grant execute on function app.my_coachings(), app.my_coached(), app.my_coached_cases() to {coach}`;

const POLICIES = `
create policy coach on app.coaching for select to {coach} using (id = any((select app.my_coachings())::uuid[]));
create policy coach on app.coach_note for select to {coach} using (coaching_id = any((select app.my_coachings())::uuid[]));
create policy coach on app.leaver for select to {coach} using (id = any((select app.my_coached())::uuid[]));
create policy coach on app.card for select to {coach} using (leaver_id = any((select app.my_coached())::uuid[]));
create policy coach on app.application for select to {coach} using (leaver_id = any((select app.my_coached())::uuid[]));
create policy coach on app.desk_case for select to {coach} using (id = any((select app.my_coached_cases())::uuid[]));
create policy coach on app.case_plan for select to {coach} using (case_id = any((select app.my_coached_cases())::uuid[])
  and exists (select from app.desk_case c where c.id = case_plan.case_id and c.desk_id = case_plan.organisation_id));
grant select (id, leaver_id, case_id, asked_on, began_on, until_on, needs_guardian) on app.coaching to {coach};
grant select on app.coach_note to {coach};
grant select (id, school_id, school_year, given_name, name_prefix, family_name, birth_date, email, municipality, school_type, class) on app.leaver to {coach};
grant select (leaver_id, display_name, sort_name, phase, signal_kind, signal_since) on app.card to {coach};
grant select (id, college_id, leaver_id, crebo, pathway, starts_on, applied_on, preference, status, status_on) on app.application to {coach};
grant select (id, number, leaver_id, desk_id, opened_on, approached_on, intake_on, trajectory_on, trajectory_ended_on, closed_on) on app.desk_case to {coach};
grant select (case_id, organisation_id, plan, next_on) on app.case_plan to {coach};
grant select on app.programme to {coach}`;

export class Coaches1790000000096 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ROLE, TABLES, guarded('coaching', 'coach_note'), WHOSE, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
