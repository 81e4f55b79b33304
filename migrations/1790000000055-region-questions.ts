import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Questions that a region adds. Other words are a new version; one that ended stays, because answers point to it. */
const TABLE = `
create table app.region_question (
  code text not null check (code ~ '^regio-[a-z0-9]+$'),
  version int not null,
  region text not null,
  section text not null,
  type text not null check (type in ('short', 'long', 'choice', 'many')),
  asks text not null,
  hint text,
  options text[] not null default '{}',
  may_be_empty boolean not null,
  only_for text[],
  added_at timestamptz not null,
  added_by uuid references app.membership on delete set null,
  ended_at timestamptz,
  primary key (code, version)
);
comment on column app.region_question.only_for is 'School types that are asked; null is everybody.';
comment on column app.region_question.ended_at is 'Replaced by the next version, or switched off when there is none.';
create unique index region_question_live on app.region_question (code) where ended_at is null;
create index region_question_section on app.region_question (region, section, code, version desc);
create function app.my_leavers_region() returns text language sql stable
return (select o.region from app.leaver l join app.organisation o on o.id = l.school_id where l.id = (select app.my_leaver()))`;

const POLICIES = `
create policy asked on app.region_question for select to {student} using (region = (select app.my_leavers_region()));
create policy own on app.region_question for select to {region} using (region = (select app.my_region()));
create policy own_new on app.region_question for insert to {region} with check (region = (select app.my_region()) and added_by = (select app.my_member())
  and exists (select from app.section_rule r where r.code = section and r.writer = 'student' and r.sensitivity = 'ordinary'));
create policy own_end on app.region_question for update to {region} using (region = (select app.my_region())) with check (region = (select app.my_region()));
grant select on app.region_question to {student}, {region};
grant insert on app.region_question to {region};
grant update (ended_at) on app.region_question to {region}`;

export class RegionQuestions1790000000055 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLE, guarded('region_question'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
