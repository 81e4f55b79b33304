import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** What stands in the administration has no row of its own: its version follows from what it says, so another file asks anew. */
const TO_READ = `
create function app.my_text_to_read(part text) returns table (version int, answers jsonb, written_at timestamptz) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select t.version, t.answers, t.written_at from app.section_text t join app.section_rule r on r.code = t.section and r.writer <> 'student'
    where t.leaver_id = app.my_leaver() and t.section = part and t.done
    union all
    select hashtext(f.facts::text), f.facts, null::timestamptz from app.section_rule r cross join lateral (select app.school_facts(app.my_leaver(), part) as facts) f
    where r.code = part and r.writer = 'school-file' and f.facts is not null;
end $$;
select app.give_to_worker('app.my_text_to_read(text)');
grant execute on function app.my_text_to_read(text) to {student}, {guardian}`;

const POLICY = `
drop policy own_new on app.agreement;
create policy own_new on app.agreement for insert to {student} with check (leaver_id = (select app.my_leaver()) and said_by = (select app.my_member())
  and exists (select from app.my_text_to_read(section) t where t.version = agreement.version))`;

export class FactsAnswered1790000000128 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TO_READ, POLICY);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
