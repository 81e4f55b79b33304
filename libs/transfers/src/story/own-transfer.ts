import type { Actor, Tx } from '#platform';
import { statuses } from '#policy';

export interface OwnFacts {
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly class: string | null;
  readonly school: string;
  readonly schoolKind: string;
  readonly schoolYear: string;
  /** The day in the own region on which everybody should have applied. */
  readonly applyBefore: string;
  readonly mentor: string | null;
  readonly destination: string | null;
  readonly schoolType: string | null;
  readonly track: string | null;
  readonly grade: string | null;
  readonly result: string | null;
  readonly diploma: string | null;
}

export interface OwnApplication {
  readonly id: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly pathway: string;
  readonly startsOn: string;
  readonly status: string;
  readonly statusOn: string;
  readonly appliedOn: string;
  readonly preference: number | null;
}

export interface OwnReport {
  readonly applicationId: string;
  readonly status: string;
  readonly day: string;
}

export interface OwnTransfer {
  readonly facts: OwnFacts;
  /** The furthest first, what has ended last. */
  readonly applications: readonly OwnApplication[];
  /** What the colleges reported and did not take back, newest first. */
  readonly reports: readonly OwnReport[];
}

/** What is known of the leaver whom a student or parent came for; undefined when there is nobody in sight. */
export async function ownTransfer(tx: Tx, actor: Actor): Promise<OwnTransfer | undefined> {
  const [facts, applications, reports] = await tx.readAll(actor, [
    { name: 'own-facts', text: FACTS },
    { name: 'own-applications', text: APPLICATIONS },
    { name: 'own-reports', text: REPORTS },
  ]);
  if (!facts?.[0]) return undefined;
  const found = { facts: facts[0], applications, reports } as unknown as OwnTransfer;
  return { ...found, applications: found.applications.toSorted((one, other) => rankOf(other) - rankOf(one)) };
}

const rankOf = ({ status }: OwnApplication): number => statuses.find(({ code }) => code === status)?.rank ?? -1;

const FACTS = `
select app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.given_name as "givenName", l.birth_date::text as "birthDate", l.class,
  o.name as school, o.kind as "schoolKind", l.school_year as "schoolYear", coalesce(own.not_applied_from, k.not_applied_from)::text as "applyBefore", app.my_mentor() as mentor, l.destination,
  l.school_type as "schoolType", l.track, l.grade, l.exam_result as result, l.diploma
from app.leaver l join app.organisation o on o.id = l.school_id join app.calendar k on k.school_year = l.school_year
left join app.region_calendar own on own.region = o.region and own.school_year = l.school_year where l.id = (select app.my_leaver())`;

const APPLICATIONS = `
select a.id, o.name as college, p.name as programme, p.level, a.pathway, a.starts_on::text as "startsOn", a.status,
  a.status_on::text as "statusOn", a.applied_on::text as "appliedOn", a.preference
from app.application a join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
where a.leaver_id = (select app.my_leaver()) order by a.status_on desc, a.preference, a.id`;

const REPORTS = `
select e.application_id as "applicationId", e.became as status, e.as_of::text as day from app.event e
where e.kind = 'status-reported' and not exists (select from app.event back where back.retracts = e.id)
order by e.as_of desc, e.id desc`;
