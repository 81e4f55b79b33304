import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What a region has to offer young people who did not start; and on which case it was offered, and what came of it. */
const OFFERS = `
create table app.support_offer (
  id uuid primary key default gen_random_uuid(),
  region text not null,
  kind text not null,
  name text not null,
  municipality text not null default '',
  contact text not null default '',
  for_whom text not null default '',
  valid_until date,
  added_by uuid not null references app.membership,
  added_on date not null
);
create unique index support_offer_once on app.support_offer (region, kind, lower(name), municipality);
create table app.case_support (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references app.desk_case on delete cascade,
  offer_id uuid not null references app.support_offer,
  organisation_id uuid not null references app.organisation,
  offered_by uuid not null references app.membership,
  offered_on date not null,
  answer text check (answer in ('accepted', 'declined')),
  answered_on date,
  completed_on date,
  unique (case_id, offer_id, organisation_id),
  check ((answer is null) = (answered_on is null) and (completed_on is null or answer = 'accepted'))
);
create index case_support_offer on app.case_support (offer_id)`;

const POLICIES = `
create policy region on app.support_offer for select to {region}, {desk} using (region = (select app.my_region()));
create policy region_new on app.support_offer for insert to {region} with check (region = (select app.my_region()) and added_by = (select app.my_member()));
create policy region_change on app.support_offer for update to {region} using (region = (select app.my_region())) with check (region = (select app.my_region()));
grant select on app.support_offer to {region}, {desk};
grant insert on app.support_offer to {region};
grant update (kind, name, municipality, contact, for_whom, valid_until) on app.support_offer to {region};
create policy own on app.case_support for select to {desk} using (organisation_id = (select app.my_organisation())
  and exists (select from app.desk_case c where c.id = case_support.case_id));
create policy own_new on app.case_support for insert to {desk} with check (organisation_id = (select app.my_organisation())
  and offered_by = (select app.my_member()) and exists (select from app.support_offer o where o.id = offer_id)
  and exists (select from app.desk_case c where c.id = case_support.case_id and c.desk_id = (select app.my_organisation())));
create policy own_change on app.case_support for update to {desk} using (organisation_id = (select app.my_organisation()))
  with check (organisation_id = (select app.my_organisation()));
create policy own_gone on app.case_support for delete to {desk} using (organisation_id = (select app.my_organisation()) and answer is null);
grant select, insert, delete on app.case_support to {desk};
grant update (answer, answered_on, completed_on) on app.case_support to {desk}`;

export class SupportOffers1790000000081 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, OFFERS, guarded('support_offer', 'case_support'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
