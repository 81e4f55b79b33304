import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What a case counts for stays with the case when nobody can tell any more whose it was. */
const ANONYMOUS = `
alter table app.leaver add anonymous_on date;
alter table app.application add anonymous_on date;
alter table app.account add forgotten_on date;
alter table app.desk_case add counted_age text, add counted_repeat boolean;
comment on column app.leaver.anonymous_on is 'Since when only counts are left: no page shows it, and no rule looks at it.';
create table app.kept_run (
  day date not null,
  code text not null,
  gone int not null,
  primary key (day, code)
);
comment on table app.kept_run is 'How much went on a day, by the code of the term; says nothing about anybody.'`;

/** Anonymous rows are counted by functions alone: to whoever asks they are not there. */
const HIDDEN = ['leaver', 'application'].map((table) => `
create policy anonymous_are_counts on app.${table} as restrictive
  to {student}, {guardian}, {mentor}, {school}, {support}, {college}, {desk}, {region}, {office}, {privacy}, {guest}
  using (anonymous_on is null)`).join(';');

/** Events change for nobody but the owner of the schema, through app.strip_events and app.strip_noted, which look for themselves what may go. */
const OWNER = 'create policy owner_empties on app.event for update to current_user using (true)';

export class Keeping1790000000092 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ANONYMOUS, HIDDEN, OWNER, guarded('kept_run'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
