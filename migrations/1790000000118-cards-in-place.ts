import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/**
 * The lists are sorted by who has to act now, which a card alone cannot tell; what a sweep changes of a card is in no index any more,
 * and with some room on its page a card is changed in place.
 */
const IN_PLACE = `
drop index app.card_school, app.card_mentor;
create index card_school on app.card (school_id, school_year);
create index card_mentor on app.card (mentor_id, school_year);
alter table app.card set (fillfactor = 85)`;

export class CardsInPlace1790000000118 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, IN_PLACE);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
