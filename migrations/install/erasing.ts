import { opened } from './students.ts';

/** A section that rests on choice or consent, by its rule. */
const ofChoice = (table: string): string =>
  `delete from app.${table} t using app.section_rule r where t.leaver_id = l.id and r.code = t.section and r.basis <> 'statutory';`;

/**
 * Wipes what rests on the choice or consent of the student who asks. Sharing stops first, which empties the copies; that something
 * was shared stays, and so do the log of reading and what the law lets the school keep.
 */
export const erasing = `
create or replace function app.erase_my_choices(at timestamptz) returns boolean language plpgsql as $$
declare l app.leaver := app.own_leaver();
begin
  if l.id is null then return false; end if;
  perform from app.leaver x where x.id = l.id for update;
  perform app.stop_sharing(a.id, (at at time zone 'Europe/Amsterdam')::date, at) from app.application a where a.leaver_id = l.id;
  update app.share s set state = 'withdrawn', ended_at = at, ended_by = app.my_member() where s.leaver_id = l.id and s.state in ('given', 'waiting') and not app.is_by_school(s.sharing_id);
  perform app.end_coaching(c.id, case when c.began_on is null then 'refused' else 'student' end, (erase_my_choices.at at time zone 'Europe/Amsterdam')::date) from app.coaching c where c.leaver_id = l.id and c.ended_on is null;
  update app.guardian_request q set lapsed_at = at where q.leaver_id = l.id and q.answered_at is null and q.lapsed_at is null;
  ${['section_text', 'school_draft', 'agreement'].map(ofChoice).join('\n  ')}
  ${['private_note', 'attachment', 'share_choice', 'opened_section'].map((table) => `delete from app.${table} where leaver_id = l.id;`).join('\n  ')}
  delete from app.warm_handover w where w.leaver_id = l.id and w.asked_role = 'student' and w.state in ('asked', 'not-needed');
  delete from app.noted_application n where n.leaver_id = l.id and n.noted_as = 'student' and n.kind = 'planned';
  perform app.strip_noted(l.id, app.my_member());
  perform app.settle((at at time zone 'Europe/Amsterdam')::date, array[l.id]);
  delete from app.parked_form f where f.membership_id = app.my_member();
  return true;
end $$;
${opened({ 'erase_my_choices(timestamptz)': ['student'] })}`;
