import type { Actor, Clock, Statement, Tx } from '#platform';
import { FEEDBACK, type Feedback } from './feedback.ts';
import { movedDays } from './moved-days.ts';

/** What a college said about an application and did not take back. */
export interface IntakeRecord {
  readonly id: string;
  readonly application: string;
  readonly what: string;
  readonly meetingOn: string | null;
  /** Local, `hh:mm`. */
  readonly meetingAt: string | null;
  readonly place: string | null;
  readonly reason: string | null;
  readonly advice: string | null;
  readonly condition: string | null;
  /** To which programme, when redirected. */
  readonly programme: string | null;
  readonly note: string | null;
  readonly day: string;
  readonly at: Date;
  /** Null for who may not know who works there. */
  readonly person: string | null;
}

export interface DossierMoment {
  readonly application: string;
  readonly step: string;
  readonly day: string;
}

export interface IntakeStory {
  /** Newest first. */
  readonly records: readonly IntakeRecord[];
  /** In the order in which they happened. */
  readonly steps: readonly DossierMoment[];
  readonly feedback: readonly Feedback[];
}

/** What colleges said and did with these applications, for who may see them. */
export async function intakeStory(tx: Tx, actor: Actor, applications: readonly string[], clock: Pick<Clock, 'now' | 'today'>): Promise<IntakeStory> {
  if (!applications.length) return { records: [], steps: [], feedback: [] };
  const [records, steps, feedback] = await tx.readAll(actor, storyOf(applications, actor, clock));
  return { records, steps, feedback } as unknown as IntakeStory;
}

/** A student and a parent read what the school says, not who typed it. */
export const storyOf = (applications: readonly string[], { kind }: Actor, clock: Pick<Clock, 'now' | 'today'>): Statement[] => [
  kind === 'student' || kind === 'guardian'
    ? { name: 'intake-records-own', text: recordsWith('null', ''), values: [applications] }
    : { name: 'intake-records', text: recordsWith('app.full_name(who.given_name, who.name_prefix, who.family_name)', WHO), values: [applications] },
  { name: 'intake-steps', text: STEPS, values: [applications, movedDays(clock)] },
  { name: 'dossier-feedback', text: FEEDBACK, values: [applications] },
];

const WHO = 'left join app.membership m on m.id = k.recorded_by left join app.account who on who.id = m.account_id';

const recordsWith = (person: string, joined: string): string => `
select k.id, k.application_id as application, k.what, k.meeting_on::text as "meetingOn", to_char(k.meeting_at, 'HH24:MI') as "meetingAt", k.place, k.reason, k.advice,
  k.condition, case when p.level is null then p.name else p.name || ', niveau ' || p.level end as programme, k.note, k.recorded_on::text as day, k.at,
  ${person} as person
from app.intake_record k
left join app.programme p on p.id = k.programme_id
${joined}
where k.application_id = any($1::uuid[]) and k.retracts is null and not exists (select from app.intake_record undo where undo.retracts = k.id)
order by k.at desc, k.id`;

const STEPS = `
select application_id as application, step, ((at at time zone 'Europe/Amsterdam')::date + $2::int)::text as day from app.dossier_step
where application_id = any($1::uuid[]) order by at, step`;
