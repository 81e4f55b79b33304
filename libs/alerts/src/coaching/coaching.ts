import type { Visitor } from '#people';
import type { Actor, Clock, Tx } from '#platform';
import type { CoachEnding, CoachNote } from '#policy';

export interface CoachCandidate {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

interface CoachingState {
  readonly id: string;
  readonly coach: string;
  readonly organisation: string;
  readonly askedOn: string;
  /** The last day. */
  readonly untilOn: string;
  readonly needsGuardian: boolean;
  readonly studentSaid: boolean;
  readonly guardianSaid: boolean;
  /** Null: somebody has yet to say yes, or said no. */
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly endedBecause: CoachEnding | null;
}

/** As a student, or a parent who decides along, reads it. */
export interface OwnCoach extends CoachingState {
  readonly asker: string | null;
  readonly askerOrganisation: string;
  readonly ofCase: boolean;
}

export interface CoachLine {
  readonly how: CoachNote;
  readonly note: string;
  readonly day: string;
}

/** As who asked for the coach follows it, with what the coach wrote, newest first. */
export interface FollowedCoach extends CoachingState {
  readonly notes: readonly CoachLine[];
}

/** About whom a coach is asked: a leaver, and the open case when it is for that. */
export interface CoachSubject {
  readonly leaver: string;
  readonly case: string | null;
}

type Asker = Pick<Visitor, 'actor'>;

/** `no-coach`: that person is no coach of the region (any more). `said-no`: the same coach was refused not long ago. `over`: it lapsed or ended meanwhile. `waits`: a second yes is needed. */
export type CoachAnswer = 'done' | 'gone' | 'no-coach' | 'over' | 'said-no' | 'waits';

/** Asking for a transition coach, deciding about one, and ending it; the functions of the database hold who may. */
export class Coaching {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  candidates(actor: Actor): Promise<CoachCandidate[]> {
    return this.tx.read<CoachCandidate & Record<string, unknown>>(actor, { text: 'select id, name, organisation from app.coach_candidates($1)', values: [this.clock.today()] });
  }

  ask(who: Asker, about: CoachSubject, coach: string, until: string): Promise<CoachAnswer> {
    return this.does(who, 'select app.ask_coach($1, $2, $3, $4, $5) as done', [about.leaver, about.case, coach, until, this.clock.today()]);
  }

  stop(who: Asker, coaching: string): Promise<CoachAnswer> {
    return this.does(who, 'select app.stop_coach($1, $2) as done', [coaching, this.clock.today()]);
  }

  /** By the student or a parent who decides along; no is also how it stops later. */
  answer(who: Asker, coaching: string, agrees: boolean): Promise<CoachAnswer> {
    return this.does(who, 'select app.answer_coach($1, $2, $3) as done', [coaching, agrees, this.clock.today()]);
  }

  own(actor: Actor): Promise<OwnCoach[]> {
    return this.tx.read<OwnCoach & Record<string, unknown>>(actor, { name: 'own-coaches', text: OWN, values: [this.clock.today()] });
  }

  async followed(actor: Actor, about: CoachSubject): Promise<FollowedCoach[]> {
    const rows = await this.tx.read<Followed & Record<string, unknown>>(actor, { name: 'followed-coaches', text: FOLLOWED, values: [about.leaver, about.case] });
    const each = new Map(rows.map((row) => [row.id, row]));
    return [...each.values()].map((row) => ({ ...row, notes: rows.filter(({ id, how }) => id === row.id && how).map(({ how, note, day }) => ({ how, note, day })) }));
  }

  private async does({ actor }: Asker, text: string, values: unknown[]): Promise<CoachAnswer> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: CoachAnswer }>(text, values));
    return row?.done ?? 'gone';
  }
}

interface Followed extends CoachingState, CoachLine {}

const STATE = `id, coach, organisation, asked_on::text as "askedOn", until_on::text as "untilOn", needs_guardian as "needsGuardian", student_said as "studentSaid",
  guardian_said as "guardianSaid", began_on::text as "beganOn", ended_on::text as "endedOn", ended_because as "endedBecause"`;
const OWN = `select ${STATE}, asker, asker_organisation as "askerOrganisation", of_case as "ofCase" from app.my_coaches($1)`;
const FOLLOWED = `select ${STATE}, how, note, on_day::text as day from app.coaches_of($1, $2)`;
