import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A part that waits for an invitation or an admission is new to the college on the day that it can read it, not on the day that the student shared it. */
const READABLE = `
alter table app.share add readable_at timestamptz;
comment on column app.share.readable_at is 'Since when the college may read it: when it was given, or later, when its moment came. Null until then.';
grant select (readable_at) on app.share to {college};
create index share_to_release on app.share (application_id) where state = 'given' and readable_at is null;
set local role {worker};
update app.share s set readable_at = s.given_at from app.application a where a.id = s.application_id and s.given_at is not null and app.is_released(s.section, a.status, s.early);
reset role`;

export class ReadableShares1790000000123 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, READABLE);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
