import { opened } from './students.ts';

/** The talk was held: a step that student and mentor see, with the day. */
const noting = `
create or replace function app.note_handover(application uuid, at timestamptz) returns void language sql as $$
  insert into app.dossier_step (application_id, step, at, member_id)
  select a.id, 'handed-over', at, app.my_member() from app.my_applicant(application) a where a.id is not null on conflict do nothing
$$;`;

/** Whether a question of a student under 16 waits, until a parent agreed to it and something of the student is shared with that college; for who may know of it, which row-level security says. */
const waiting = `
create or replace function app.handover_waits(application uuid, asks_parent boolean, state text, day date) returns boolean language sql stable as $$
  select coalesce(asks_parent and state in ('asked', 'planned'), false) and (
    not exists (select from app.warm_handover h where h.application_id = handover_waits.application and h.parent_agreed) or not exists (
    select from app.share s join app.section_rule r on r.code = s.section and r.writer = 'student' where s.application_id = application and s.state = 'given' and s.until_on >= day))
$$;`;

const DOORS = { 'note_handover(uuid, timestamptz)': ['college'], 'handover_waits(uuid, boolean, text, date)': ['student', 'mentor'] };

export const handovers = [noting, waiting, opened(DOORS)].join('\n');
