import type { Visitor } from '#people';
import type { Clock, Tx } from '#platform';
import type { HandoverStateCode } from '#policy';
import type { GuardianLink } from '../guardians/links.ts';
import { ALL_OF, ASK, HELD, CHECK, NOT_NEEDED, OF_APPLICATION, OF_LEAVER, OPEN_ONES, PLAN, STEPS_OF, VIA_SCHOOL, WITHDRAW } from './handover-sql.ts';

/** One application and the talk about it, as far as there is one. */
export interface Handover {
  readonly application: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly startsOn: string;
  readonly state: HandoverStateCode | null;
  readonly askedRole: 'student' | 'mentor' | null;
  readonly askedOn: string | null;
  readonly topics: readonly string[] | null;
  readonly contactName: string | null;
  readonly contactReach: string | null;
  readonly plannedOn: string | null;
  readonly plannedAt: string | null;
  readonly heldOn: string | null;
  readonly agreements: string | null;
  readonly checkedOn: string | null;
  readonly isKept: boolean | null;
  readonly checkNote: string | null;
  readonly endedOn: string | null;
  /** The first day on which the college looks whether what was agreed is done. */
  readonly checkFrom: string;
  /** Asked under 16, and no parent agreed yet or nothing is shared with that college: it knows nothing of it. Of the own page and the mentor's only. */
  readonly waits?: boolean;
  /** It waits for a parent alone, who was asked by mail: something is shared already. */
  readonly asksParent?: boolean;
}

/** As the college sees it. */
export type ApplicantHandover = Handover & { readonly name: string };

/** How far a talk is; what a dean may not know is absent. */
export type HandoverSteps = Pick<Handover, 'application' | 'state' | 'askedOn' | 'plannedOn' | 'heldOn' | 'checkedOn'>
  & Partial<Pick<Handover, 'askedRole' | 'plannedAt' | 'agreements' | 'isKept' | 'checkNote' | 'endedOn'>>;

export interface AskedHandover {
  readonly topics: readonly string[];
  readonly contactName: string;
  readonly contactReach: string;
}

type Who = Pick<Visitor, 'actor' | 'memberId'>;

/** Warm handovers: asked by student or mentor, worked on by the college of the application. Rows come as row-level security lets them. */
export class Handovers {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** Every living application of one leaver, and those about which there was a talk; of the own ones without `leaver`. */
  async ofLeaver({ actor }: Pick<Visitor, 'actor'>, leaver?: string): Promise<Handover[]> {
    return (await this.tx.readAll(actor, [{ name: 'handovers-of-leaver', text: OF_LEAVER, values: [leaver ?? null, this.clock.today()] }]))[0] as unknown as Handover[];
  }

  /** Whom a college calls about a student under 16, as that student asks for a talk; undefined from 16 on. */
  async viaSchool({ actor }: Pick<Visitor, 'actor'>): Promise<Pick<AskedHandover, 'contactName' | 'contactReach'> | undefined> {
    const [row] = await this.tx.read<{ mentor: string | null; school: string; isUnder16: boolean }>(actor, { name: 'handover-via-school', text: VIA_SCHOOL, values: [this.clock.today()] });
    return row?.isUnder16 ? { contactName: row.mentor ? `${row.mentor}, mentor` : 'De mentor', contactReach: `via ${row.school}` } : undefined;
  }

  /** Undefined when nobody with this id applied to the college of who asks. */
  async ofApplication({ actor }: Pick<Visitor, 'actor'>, application: string): Promise<ApplicantHandover | undefined> {
    return (await this.tx.read(actor, { name: 'handover', text: OF_APPLICATION, values: [application] }))[0] as unknown as ApplicantHandover | undefined;
  }

  /** Beside applications that somebody has in sight already. */
  async beside({ actor }: Pick<Visitor, 'actor'>, applications: readonly string[]): Promise<HandoverSteps[]> {
    const text = actor.kind === 'school' ? STEPS_OF : ALL_OF;
    return (await this.tx.read(actor, { name: `handovers-beside-${actor.kind === 'school' ? 'days' : 'all'}`, text, values: [applications] })) as unknown as HandoverSteps[];
  }

  /** What a college still has to do or check. */
  async open({ actor }: Pick<Visitor, 'actor'>): Promise<ApplicantHandover[]> {
    return (await this.tx.readAll(actor, [{ name: 'handovers-open', text: OPEN_ONES }]))[0] as unknown as ApplicantHandover[];
  }

  /** False when there is one already, or the application is not of this leaver. Where something is shared with that college already, each parent of a student under 16 is asked by one of the links. */
  async ask({ actor, memberId }: Who, role: 'student' | 'mentor', application: string, asked: AskedHandover, links: readonly GuardianLink[] = []): Promise<boolean> {
    const today = this.clock.today();
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql(ASK, [application, memberId, role, today, asked.topics, asked.contactName, asked.contactReach]);
      if (row && links.length) await sql('select app.ask_guardians($1, $2)', [JSON.stringify(links), today]);
      return Boolean(row);
    });
  }

  /** By who asked, until the talk was held. */
  async withdraw({ actor }: Pick<Who, 'actor'>, role: 'student' | 'mentor', application: string): Promise<boolean> {
    return this.change(actor, WITHDRAW, [application, role, this.clock.today()]);
  }

  async plan({ actor }: Pick<Who, 'actor'>, application: string, day: string, time: string): Promise<boolean> {
    return this.change(actor, PLAN, [application, day, time]);
  }

  /** Records what was agreed; student and mentor see that the passport was handed over. */
  async held({ actor }: Pick<Who, 'actor'>, application: string, day: string, agreements: string): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql(HELD, [application, day, agreements]);
      if (row) await sql('select app.note_handover($1, $2)', [application, this.clock.now()]);
      return Boolean(row);
    });
  }

  async notNeeded({ actor }: Pick<Who, 'actor'>, application: string): Promise<boolean> {
    return this.change(actor, NOT_NEEDED, [application, this.clock.today()]);
  }

  /** Whether what was agreed is done, from October on. */
  async check({ actor }: Pick<Who, 'actor'>, application: string, isKept: boolean, note: string): Promise<boolean> {
    return this.change(actor, CHECK, [application, this.clock.today(), isKept, note]);
  }

  private async change(actor: Visitor['actor'], text: string, values: unknown[]): Promise<boolean> {
    return this.tx.run(actor, async (sql) => (await sql(text, values)).length > 0);
  }
}
