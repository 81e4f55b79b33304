import type { Visitor } from '#people';
import type { Actor, Clock, Tx } from '#platform';
import type { CoachNote } from '#policy';
import type { CoachAnswer, CoachLine } from './coaching.ts';

/** A young person on the list of a coach. */
export interface CoachedRow {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly municipality: string | null;
  readonly signal: string | null;
  readonly course: string | null;
  readonly college: string | null;
  readonly untilOn: string;
  readonly lastHow: CoachNote | null;
  readonly lastOn: string | null;
  /** When the desk goes on with the case. */
  readonly nextOn: string | null;
}

export interface CoachedApplication {
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly startsOn: string;
  readonly status: string;
  readonly statusOn: string;
}

interface CoachedContact {
  readonly what: 'mentor' | 'desk' | 'asker';
  readonly name: string;
  readonly phone: string | null;
  readonly organisation: string;
}

/** One young person as a coach sees them: contact, the transfer and the plan; nothing of the passport (rules 10). */
export interface CoachedStory {
  readonly facts: CoachedRow & {
    readonly leaverId: string;
    readonly email: string | null;
    readonly school: string;
    readonly class: string | null;
    readonly beganOn: string;
    readonly caseNumber: number | null;
    readonly plan: string | null;
    readonly approachedOn: string | null;
    readonly intakeOn: string | null;
    readonly trajectoryOn: string | null;
    readonly trajectoryEndedOn: string | null;
  };
  readonly applications: readonly CoachedApplication[];
  readonly notes: readonly CoachLine[];
  readonly contacts: readonly CoachedContact[];
}

/** What a transition coach does; row-level security holds to whom it is about, and until when. */
export class Coached {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Whom the longest ago was spoken first. */
  list(actor: Actor): Promise<CoachedRow[]> {
    return this.tx.read<CoachedRow & Record<string, unknown>>(actor, { name: 'coached-list', text: `${ROWS} order by last.on_day nulls first, k.sort_name, c.id` });
  }

  async find(actor: Actor, coaching: string): Promise<CoachedStory | undefined> {
    const [facts, applications, notes, contacts] = await this.tx.readAll(actor, [
      { name: 'coached-facts', text: `${ROWS} where c.id = $1`, values: [coaching] },
      { name: 'coached-applications', text: APPLICATIONS, values: [coaching] },
      { name: 'coached-notes', text: 'select how, note, on_day::text as day from app.coach_note where coaching_id = $1 order by made_at desc', values: [coaching] },
      { name: 'coached-contacts', text: 'select what, name, phone, organisation from app.coached_contacts($1)', values: [coaching] },
    ]);
    return facts?.[0] && ({ facts: facts[0], applications, notes, contacts } as unknown as CoachedStory);
  }

  note(who: Pick<Visitor, 'actor'>, coaching: string, how: CoachNote, words: string): Promise<CoachAnswer> {
    return this.does(who, 'select app.note_coaching($1, $2, $3, $4) as done', [coaching, how, words.trim(), this.clock.today()]);
  }

  giveBack(who: Pick<Visitor, 'actor'>, coaching: string): Promise<CoachAnswer> {
    return this.does(who, 'select app.hand_back_coaching($1, $2) as done', [coaching, this.clock.today()]);
  }

  private async does({ actor }: Pick<Visitor, 'actor'>, text: string, values: unknown[]): Promise<CoachAnswer> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: CoachAnswer }>(text, values));
    return row?.done ?? 'gone';
  }
}

const ROWS = `
select c.id, c.leaver_id as "leaverId", k.display_name as name, l.birth_date::text as "birthDate", l.municipality, k.signal_kind as signal, a.course, a.college,
  c.began_on::text as "beganOn", c.until_on::text as "untilOn", last.how as "lastHow", last.on_day::text as "lastOn", p.next_on::text as "nextOn", l.email, o.name as school, l.class,
  d.number::int as "caseNumber", p.plan, d.approached_on::text as "approachedOn", d.intake_on::text as "intakeOn", d.trajectory_on::text as "trajectoryOn", d.trajectory_ended_on::text as "trajectoryEndedOn"
from app.coaching c join app.leaver l on l.id = c.leaver_id join app.card k on k.leaver_id = l.id join app.organisation o on o.id = l.school_id
left join app.desk_case d on d.id = c.case_id left join app.case_plan p on p.case_id = d.id and p.organisation_id = d.desk_id
left join lateral (select n.how, n.on_day from app.coach_note n where n.coaching_id = c.id order by n.made_at desc limit 1) last on true
left join lateral (
  select coalesce(g.name, 'Opleiding onbekend') as course, m.name as college from app.application x join app.status_rule r on r.code = x.status join app.organisation m on m.id = x.college_id
  left join app.programme g on (g.college_id, g.crebo, g.pathway, g.starts_on) = (x.college_id, x.crebo, x.pathway, x.starts_on)
  where x.leaver_id = l.id order by r.rank desc nulls last, x.status_on desc limit 1) a on true`;
const APPLICATIONS = `
select o.name as college, g.name as programme, g.level, x.starts_on::text as "startsOn", x.status, x.status_on::text as "statusOn"
from app.coaching c join app.application x on x.leaver_id = c.leaver_id join app.organisation o on o.id = x.college_id join app.status_rule r on r.code = x.status
left join app.programme g on (g.college_id, g.crebo, g.pathway, g.starts_on) = (x.college_id, x.crebo, x.pathway, x.starts_on)
where c.id = $1 order by r.rank desc nulls last, x.status_on desc, x.id`;
