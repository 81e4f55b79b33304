import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** What a delivery left behind, to see whether somebody went on from there before it is undone. */
const AFTER = `
alter table app.delivery_change add column after jsonb`;

/** The card of a leaver goes with the leaver, in one statement: a check per card costs more than the card itself. */
const CARDS = `
alter table app.card drop constraint card_leaver_id_fkey;
create function app.drop_cards() returns trigger language plpgsql as $$
begin
  delete from app.card c using gone where c.leaver_id = gone.id;
  return null;
end $$;
create trigger drop_cards after delete on app.leaver referencing old table as gone
  for each statement execute function app.drop_cards()`;

/** What a person may ask for on a page; everything else is the worker's. */
const WISHES = `
drop policy own_wish on app.delivery;
drop policy region_wish on app.delivery;
create policy own_wish on app.delivery for update to {school}, {college} using (organisation_id = (select app.my_organisation()))
  with check (organisation_id = (select app.my_organisation()) and state in ('uploaded', 'wanted', 'undo-wanted'));
create policy region_wish on app.delivery for update to {region} using (region = (select app.my_region()))
  with check (region = (select app.my_region()) and state in ('uploaded', 'wanted', 'undo-wanted'))`;

export class Undo1790000000011 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, AFTER, CARDS, WISHES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
