import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A region may take back a case that it gave to a desk, as long as nobody there picked it up. */
const TAKE_BACK = `
alter policy ties on app.event with check (
  kind in ('tied', 'untied', 'tie-refused', 'case-assigned', 'case-taken-back') and source = 'page' and member_id = (select app.my_member())
  and (exists (select from app.application a where a.id = event.application_id)
    or exists (select from app.leaver l where l.id = event.leaver_id)))`;

export class TakeBack1790000000031 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TAKE_BACK);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
