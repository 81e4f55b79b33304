import { randomUUID } from 'node:crypto';
import type { Sample } from './sample.ts';

/** A table of Het Kompas, with abdi on its list and what joost would do. */
export const table: Sample = {
  of: `insert into app.transition_table (organisation_id, held_on, attendees) select id, '2026-09-21', 'Lars' from app.organisation where code = '10KO00'
    on conflict (organisation_id, held_on) do update set attendees = 'Lars' returning id`,
  knownTo: ['lars', 'thijs'],
  nobodys: randomUUID(),
};
const atTable = (columns: string, values: string): string => `with t as (insert into app.transition_table (organisation_id, held_on, attendees)
    select id, '2026-09-22', 'Lars' from app.organisation where code = '10KO00' on conflict (organisation_id, held_on) do update set attendees = 'Lars' returning id, organisation_id)
  ${columns} select t.id, t.organisation_id, l.id, ${values} from t, app.leaver l where l.email = 'abdi@leerling.example' returning id`;
export const place: Sample = { of: atTable('insert into app.table_place (table_id, organisation_id, leaver_id, reason, place)', "'signal', 1"), knownTo: ['lars', 'thijs'], nobodys: randomUUID() };
const AGREED = 'insert into app.table_agreement (table_id, organisation_id, leaver_id, what, agreed_on, owner_name, due_on, owner_id)';
/** Of the mentor of abdi; somebody else at the school may not know of it. */
export const agreement: Sample = { of: atTable(AGREED, "'Bel', '2026-09-22', 'Fatima', '2026-09-29', l.mentor_id"), knownTo: ['fatima', 'lars', 'thijs'], nobodys: randomUUID() };
/** Once, by who comes first. */
export const agreementToRemove: Sample = { of: atTable(AGREED, "'Mail', '2026-09-22', 'Fatima', '2026-09-29', l.mentor_id"), knownTo: ['lars', 'thijs'], nobodys: randomUUID() };
