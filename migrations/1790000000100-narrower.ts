import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Of a case a region reads which desk has it and since when; how it went and what became of it stays with the desk. */
const CASES = `
revoke select on app.desk_case from {region};
grant select (id, number, leaver_id, signal_id, route, desk_id, offered_to, queue_region, handed_over_by, owner_id, opened_on, at_desk_since, picked_up_on, closed_on)
  on app.desk_case to {region}`;

/** Free words about a programme stay with the young person and the school. */
const WORDS = `
revoke select on app.noted_application from {desk};
grant select (id, leaver_id, college_id, crebo, pathway, starts_on, kind, noted_on, applied_on, noted_as, preference, withdrawn_on, confirmed_by)
  on app.noted_application to {desk}`;

/** Who makes an agreement says so in the own name, and gives it to somebody of the own school. */
const AGREEMENTS = `
create policy in_own_name on app.table_agreement as restrictive for insert to {school} with check (made_by = (select app.my_member())
  and (owner_id is null or exists (select from app.membership m where m.id = table_agreement.owner_id and m.organisation_id = (select app.my_organisation()))))`;

const DAY = '\\d\\d\\d\\d-\\d\\d-\\d\\d';

/** What every sweep reads as a day or a number is one: a text that is none is refused when it is written. */
const VALUES = `
alter table app.calendar_change add constraint calendar_change_value check (value is null or case
  when field in ('not-applied-from', 'no-place-yet-from', 'no-place-at-start-from', 'early-leaver-until')
    then value ~ '^${DAY}$' and value::date is not null
  when field in ('grace-days', 'silence-days', 'pick-up', 'contact', 'intake') then value ~ '^[0-9]{1,3}$'
  else field ~ '^[a-z]+-[a-z]+$' and value ~ '^${DAY}/${DAY}$'
    and left(value, 10)::date <= right(value, 10)::date end)`;

export class Narrower1790000000100 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CASES, WORDS, AGREEMENTS, VALUES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
