import type { Actor, Clock, Tx } from '#platform';
import { INTAKE_WAIT } from '#policy';
import { storyOf, type DossierMoment, type IntakeRecord } from './intake-story.ts';
import type { Feedback } from './feedback.ts';
import { movedDays } from './moved-days.ts';
import type { Answers } from '../writing/answered.ts';

/** Who applied, as the application itself says: a college sees nothing else of a leaver. */
export interface Applicant {
  readonly id: string;
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly school: string | null;
  readonly programme: string | null;
  readonly crebo: string;
  readonly level: number | null;
  readonly pathway: string;
  readonly startsOn: string;
  readonly status: string;
  readonly statusOn: string;
  /** When somebody of the college opened it for the first time. */
  readonly openedAt: Date | null;
  /** After the last day on which a college may read what was shared. */
  readonly isOver: boolean;
  /** The first day on which an answer comes too late; null when nothing can be read. */
  readonly answerBefore: string | null;
}

/** A section as it was shared. */
export interface SharedSection {
  readonly section: string;
  readonly contents: Answers;
  readonly agrees: boolean | null;
  readonly objection: string | null;
  readonly givenOn: string;
  /** Since when this college may read it: later than it was given when its moment came later. */
  readonly readableAt: Date;
  readonly readableOn: string;
}

export interface SharedPassport {
  readonly applicant: Applicant;
  /** What this college may read now; nothing tells of anything else. */
  readonly sections: readonly SharedSection[];
  /** What could be read after this moment is new to the college; null when there is nothing to read. */
  readonly newSince: Date | null;
  readonly records: readonly IntakeRecord[];
  readonly steps: readonly DossierMoment[];
  readonly feedback: readonly Feedback[];
  /** Where the college can redirect to. */
  readonly programmes: readonly OtherProgramme[];
}

export interface OtherProgramme {
  readonly id: string;
  readonly programme: string;
  readonly crebo: string;
  readonly level: number | null;
  readonly pathway: string;
}

/** What was shared with the college that asks. */
export class SharedPassports {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** Opens it, which student and mentor see; undefined when nobody with this id applied to the college that asks. */
  async open(actor: Actor, application: string): Promise<SharedPassport | undefined> {
    const [opened] = await this.tx.write(actor, [
      { name: 'passport-open', text: 'select app.open_passport($1, $2, $3) as "newSince"', values: [application, this.clock.today(), this.clock.now()] },
    ]);
    const passport = await this.find(actor, application);
    return passport && { ...passport, newSince: opened?.[0]?.newSince ?? null };
  }

  /** The same, for who acts on it: it does not count as opened. */
  async find(actor: Actor, application: string): Promise<SharedPassport | undefined> {
    const [applicant, sections, records, steps, feedback, programmes] = await this.tx.readAll(actor, [
      { name: 'passport-applicant', text: APPLICANT, values: [application, ANSWER_WITHIN, movedDays(this.clock), this.clock.today()] },
      { name: 'passport-shared', text: SECTIONS, values: [application, movedDays(this.clock)] },
      ...storyOf([application], actor, this.clock),
      { name: 'passport-programmes', text: PROGRAMMES, values: [application, this.clock.today()] },
    ]);
    if (!applicant?.[0]) return undefined;
    return { applicant: applicant[0], sections, newSince: null, records, steps, feedback, programmes } as unknown as SharedPassport;
  }

  async lastRecord(actor: Actor, application: string): Promise<IntakeRecord | undefined> {
    const [records] = await this.tx.readAll(actor, storyOf([application], actor, this.clock));
    return records?.[0] as unknown as IntakeRecord | undefined;
  }
}

const ANSWER_WITHIN = INTAKE_WAIT.workingDays;

const APPLICANT = `
select a.id, app.full_name(a.given_name, a.name_prefix, a.family_name) as name, a.given_name as "givenName", a.birth_date::text as "birthDate",
  coalesce(school.name, a.prior_school) as school, p.name as programme, a.crebo, p.level, a.pathway, a.starts_on::text as "startsOn",
  a.status, a.status_on::text as "statusOn", opened.at as "openedAt", app.share_end_on(a.starts_on) < $4::date as "isOver",
  (select min(d)::date::text from generate_series(given.day, given.day + 14, interval '1 day') d where app.working_days(given.day, d::date) > $2) as "answerBefore"
from app.application a
left join app.organisation school on school.code = a.prior_school
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
left join app.dossier_step opened on opened.application_id = a.id and opened.step = 'opened'
left join lateral (select (min(s.readable_at) at time zone 'Europe/Amsterdam')::date + $3::int as day from app.share s where s.application_id = a.id) given on true
where a.id = $1 and a.college_id = (select app.my_organisation()) and a.leaver_id is not null`;

const SECTIONS = `
select s.section, s.contents, s.agrees, s.objection, s.readable_at as "readableAt",
  ((s.given_at at time zone 'Europe/Amsterdam')::date + $2::int)::text as "givenOn", ((s.readable_at at time zone 'Europe/Amsterdam')::date + $2::int)::text as "readableOn"
from app.share s where s.application_id = $1 order by s.given_at, s.section`;

const PROGRAMMES = `
select distinct on (p.name, p.level, p.pathway) p.id, p.name as programme, p.crebo, p.level, p.pathway from app.programme p
join app.application a on a.id = $1 and a.college_id = p.college_id
where p.starts_on >= least($2::date, a.starts_on) and (p.crebo, p.pathway) <> (a.crebo, a.pathway) order by p.name, p.level, p.pathway, p.starts_on`;
