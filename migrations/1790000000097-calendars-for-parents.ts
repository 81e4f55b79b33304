import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A parent reads the page of the child, whose dates come from the calendar; no word about a person stands in it. */
const CALENDARS = 'grant select on app.calendar to {guardian}';

export class CalendarsForParents1790000000097 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CALENDARS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
