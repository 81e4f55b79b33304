import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who looks after the leavers of a school, or of a municipality, while schools are closed. */
const TEAMS = `
create table app.summer_team (
  organisation_id uuid not null references app.organisation on delete cascade,
  school_year text not null,
  member_id uuid not null references app.membership on delete cascade,
  named_by uuid references app.membership on delete set null,
  named_on date not null,
  primary key (member_id, school_year)
);
create index summer_team_organisation on app.summer_team (organisation_id, school_year)`;

/** Whom a team looks after, one team per leaver and summer. */
const LISTS = `
create table app.summer_list (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  organisation_id uuid not null references app.organisation on delete cascade,
  school_year text not null,
  from_on date not null,
  until_on date not null,
  ended_on date,
  ended_because text,
  phone text,
  next_on date,
  wants_help boolean not null default false,
  claimed_by uuid references app.membership on delete set null,
  claimed_at timestamptz,
  unique (leaver_id, school_year),
  check ((ended_on is null) = (ended_because is null))
);
comment on column app.summer_list.until_on is 'The last day on which the team may look; the database holds to it, whatever the worker does.';
comment on column app.summer_list.ended_on is 'The day from which it is the mentor’s alone again.';
comment on column app.summer_list.phone is 'A number that the team found; wiped when it passes back.';
create index summer_list_open on app.summer_list (organisation_id, school_year) where ended_on is null;
create table app.summer_attempt (
  id uuid primary key default gen_random_uuid(),
  list_id uuid not null references app.summer_list on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  organisation_id uuid not null references app.organisation on delete cascade,
  member_id uuid references app.membership on delete set null,
  outcome text not null,
  note text not null default '',
  on_day date not null,
  made_at timestamptz not null,
  undone_at timestamptz
);
create index summer_attempt_list on app.summer_attempt (list_id, made_at desc);
create index summer_attempt_leaver on app.summer_attempt (leaver_id)`;

/** Asked once per query, and an index condition after that. Nothing without a day, and nothing after the last one. */
const WHOSE = `
create function app.my_summer_list() returns uuid[] language sql stable as $$
  select coalesce(array_agg(s.leaver_id), '{}') from app.summer_team t
  join app.membership m on m.id = t.member_id and m.role = 'summer-team' and (m.ended_on is null or m.ended_on > app.my_day())
  join app.summer_list s on s.organisation_id = t.organisation_id and s.school_year = t.school_year and s.ended_on is null
  where t.member_id = app.my_member() and app.my_day() between s.from_on and s.until_on
$$;
select app.give_to_worker('app.my_summer_list()');
grant execute on function app.my_summer_list() to {mentor}`;

const POLICIES = `
create policy summer on app.leaver for select to {mentor} using (id = any((select app.my_summer_list())::uuid[]));
create policy summer_destination on app.leaver for update to {mentor} using (id = any((select app.my_summer_list())::uuid[]));
create policy summer on app.card for select to {mentor} using (leaver_id = any((select app.my_summer_list())::uuid[]));
create policy ours on app.summer_team for select to {mentor}, {school} using (organisation_id = (select app.my_organisation()));
create policy region on app.summer_team for select to {region} using (organisation_id = any(
  array(select o.id from app.organisation o where o.region = (select app.my_region()) and o.kind = 'gemeente')));
create policy leaver on app.summer_list for select to {mentor}, {school} using (exists (select from app.leaver l where l.id = summer_list.leaver_id));
create policy team on app.summer_list for update to {mentor} using (leaver_id = any((select app.my_summer_list())::uuid[]));
create policy school on app.summer_list for update to {school} using (organisation_id = (select app.my_organisation())
  and exists (select from app.leaver l where l.id = summer_list.leaver_id));
create policy leaver on app.summer_attempt for select to {mentor}, {school} using (exists (select from app.leaver l where l.id = summer_attempt.leaver_id));
create policy team_new on app.summer_attempt for insert to {mentor} with check (member_id = (select app.my_member())
  and organisation_id = (select app.my_organisation()) and leaver_id = any((select app.my_summer_list())::uuid[]));
create policy school_new on app.summer_attempt for insert to {school} with check (member_id = (select app.my_member())
  and organisation_id = (select app.my_organisation()) and exists (
    select from app.summer_list s where s.id = summer_attempt.list_id and s.leaver_id = summer_attempt.leaver_id and s.organisation_id = (select app.my_organisation())));
create policy own_undo on app.summer_attempt for update to {mentor}, {school} using (member_id = (select app.my_member()));
grant select on app.summer_team to {mentor}, {school}, {region};
grant select on app.summer_list, app.summer_attempt to {mentor}, {school};
grant update (phone, next_on, wants_help, claimed_by, claimed_at) on app.summer_list to {mentor}, {school};
grant insert on app.summer_attempt to {mentor}, {school};
grant update (undone_at) on app.summer_attempt to {mentor}, {school}`;

export class Summer1790000000075 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TEAMS, LISTS, guarded('summer_team', 'summer_list', 'summer_attempt'), WHOSE, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
