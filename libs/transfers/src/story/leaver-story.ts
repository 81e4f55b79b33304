import type { Actor, Tx } from '#platform';

export interface LeaverFacts {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly class: string | null;
  readonly schoolYear: string;
  readonly email: string | null;
  readonly guardianName: string | null;
  readonly guardianEmail: string | null;
  readonly municipality: string | null;
  readonly result: string | null;
  readonly schoolType: string | null;
  readonly track: string | null;
  readonly grade: string | null;
  readonly examResult: string | null;
  readonly diploma: string | null;
  readonly destination: string | null;
  readonly destinationSource: string | null;
  readonly destinationProof: string | null;
  readonly exitProfile: string | null;
  readonly schoolKind: string;
  readonly missingSince: string | null;
  readonly school: string;
  readonly mentor: string | null;
  readonly mentorPhone: string | null;
  readonly mentorId: string | null;
  readonly phase: string;
  readonly group: 'act' | 'wait' | 'fine';
  readonly signal: string | null;
  readonly signalSince: string | null;
  readonly route: string | null;
  readonly turn: string | null;
  readonly turnSince: string | null;
  readonly heardOn: string | null;
}

export interface LeaverApplication {
  readonly id: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly pathway: string;
  readonly startsOn: string;
  readonly status: string;
  readonly statusOn: string;
  readonly appliedOn: string;
  readonly step: number | null;
}

export interface Happening {
  readonly kind: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly day: string;
  readonly at: Date;
  readonly organisation: string | null;
  readonly organisationId: string | null;
  readonly person: string | null;
  readonly programme: string | null;
  readonly source: 'file' | 'page' | 'sweep';
  readonly note: string | null;
}

export interface LeaverStory {
  readonly facts: LeaverFacts;
  readonly applications: readonly LeaverApplication[];
  readonly events: readonly Happening[];
}

/** One leaver with everything that happened; undefined when there is none for who asks. */
export async function leaverStory(tx: Tx, actor: Actor, leaverId: string): Promise<LeaverStory | undefined> {
  const about = [leaverId];
  const [facts, applications, events] = await tx.readAll(actor, [
    { name: 'leaver-facts', text: FACTS, values: about },
    { name: 'leaver-applications', text: APPLICATIONS, values: about },
    { name: 'leaver-events', text: EVENTS, values: about },
  ]);
  if (!facts?.[0]) return undefined;
  return { facts: facts[0], applications, events } as unknown as LeaverStory;
}

const FACTS = `
select l.id, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.given_name as "givenName", l.birth_date::text as "birthDate",
  l.class, l.school_year as "schoolYear", l.email, l.guardian_name as "guardianName", l.guardian_email as "guardianEmail", l.municipality,
  coalesce(l.exam_result, l.diploma) as result, l.school_type as "schoolType", l.track, l.grade, l.exam_result as "examResult", l.diploma, l.destination, l.destination_source as "destinationSource", l.destination_proof as "destinationProof", l.exit_profile as "exitProfile", o.kind as "schoolKind",
  l.missing_since::text as "missingSince", o.name as school, l.mentor_id as "mentorId",
  app.full_name(a.given_name, a.name_prefix, a.family_name) as mentor, a.phone as "mentorPhone",
  c.phase, c.work_group as "group", c.signal_kind as signal, c.signal_since::text as "signalSince", c.route, c.turn,
  c.turn_since::text as "turnSince", c.last_heard_on::text as "heardOn"
from app.leaver l join app.organisation o on o.id = l.school_id join app.card c on c.leaver_id = l.id
left join app.membership m on m.id = l.mentor_id left join app.account a on a.id = m.account_id
where l.id = $1`;

const APPLICATIONS = `
select a.id, o.name as college, p.name as programme, p.level, a.pathway, a.starts_on::text as "startsOn", a.status,
  a.status_on::text as "statusOn", a.applied_on::text as "appliedOn", f.step
from app.application a join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
join app.status_rule r on r.code = a.status left join app.phase_rule f on f.code = r.phase
where a.leaver_id = $1 order by r.rank desc nulls last, a.status_on desc, a.preference, a.number`;

const EVENTS = `
select e.kind, e.was, coalesce(e.became, undone.became) as became, e.as_of::text as day, e.known_at as at, o.name as organisation,
  e.organisation_id as "organisationId", app.full_name(p.given_name, p.name_prefix, p.family_name) as person,
  coalesce(g.name, a.crebo) as programme, e.source, e.note
from (select * from app.event where leaver_id = $1
  union select e.* from app.event e join app.application a on a.id = e.application_id where a.leaver_id = $1) e
left join app.event undone on undone.id = e.retracts
left join app.organisation o on o.id = e.organisation_id
left join app.membership m on m.id = e.member_id left join app.account p on p.id = m.account_id
left join app.application a on a.id = e.application_id
left join app.programme g on (g.college_id, g.crebo, g.pathway, g.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
order by e.as_of desc, e.id desc`;
