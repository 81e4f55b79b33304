import { opened } from './students.ts';

/** The talk was held: a step that student and mentor see, with the day. */
const noting = `
create or replace function app.note_handover(application uuid, at timestamptz) returns void language sql as $$
  insert into app.dossier_step (application_id, step, at, member_id)
  select a.id, 'handed-over', at, app.my_member() from app.my_applicant(application) a where a.id is not null on conflict do nothing
$$;`;

const DOORS = { 'note_handover(uuid, timestamptz)': ['college'] };

export const handovers = [noting, opened(DOORS)].join('\n');
