import type { Visitor } from '#people';
import { hashOf, newToken } from '#people/without-pages';
import type { Clock, Tx } from '#platform';
import { MEETING, paths } from '#policy';
import { CHOICES, GUESTS, LATEST, OF_APPLICATIONS, TITLE } from './meetings-sql.ts';

export interface MeetingPlan {
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly purpose: string;
}

/** Somebody who can be invited without typing an address. */
export interface MeetingChoice {
  readonly member: string;
  readonly kind: string;
  readonly role: string;
  readonly name: string;
}

export interface MeetingGuest {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly answer: 'yes' | 'no' | 'maybe' | null;
  readonly reason: string | null;
  readonly attended: boolean | null;
}

export interface Meeting extends MeetingPlan {
  readonly id: string;
  readonly application: string;
  readonly state: 'planned' | 'cancelled' | 'held';
  readonly agreements: string | null;
  /** Of the agreements, the newest first. */
  readonly wordings: readonly Wording[];
}

export interface Wording {
  readonly id: string;
  readonly text: string;
  /** Null for what was written before wordings were kept. */
  readonly writer: string | null;
  readonly organisation: string | null;
  readonly day: string | null;
}

/** What became of other words for the agreements. */
export type Reworded = 'done' | 'same' | 'changed';

export interface MeetingBoard {
  readonly name: string;
  readonly leaver: string;
  readonly givenName: string;
  /** Of the application. */
  readonly status: string;
  readonly meeting?: Meeting;
  readonly guests: readonly MeetingGuest[];
  readonly choices: readonly MeetingChoice[];
}

/** By whom: somebody of the list, or an address with a name. */
export interface NewGuest {
  readonly member?: string;
  readonly kind?: 'municipality' | 'other';
  readonly name?: string;
  readonly email?: string;
}

type Who = Pick<Visitor, 'actor'>;

/** A talk with everybody who matters, one at a time per application; each guest gets a mail and answers by link. */
export class Meetings {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
    private readonly publicUrl: URL,
  ) {}

  /** Undefined for who may not plan with this application. */
  async board({ actor }: Who, application: string): Promise<MeetingBoard | undefined> {
    const [titles = [], meetings = [], guests = [], choices = []] = await this.tx.readAll(actor, [
      { text: TITLE, values: [application] }, { text: LATEST, values: [application] }, { text: GUESTS, values: [application] },
      { text: CHOICES, values: [application, this.clock.today()] },
    ]);
    return titles[0] && ({ ...titles[0], meeting: meetings[0], guests, choices } as unknown as MeetingBoard);
  }

  /** False when one is planned already. */
  plan(who: Who, application: string, plan: MeetingPlan, guests: readonly NewGuest[]): Promise<boolean> {
    const values = [application, JSON.stringify(plan), JSON.stringify(guests), this.links(), this.clock.today()];
    return this.change(who, 'select app.plan_meeting($1, $2, $3, $4, $5) is not null as done', values);
  }

  /** Tells everybody once, and asks again; false when nothing changed. */
  move(who: Who, application: string, plan: MeetingPlan): Promise<boolean> {
    return this.change(who, 'select app.move_meeting($1, $2, $3, $4) as done', [application, JSON.stringify(plan), this.links(), this.clock.today()]);
  }

  cancel(who: Who, application: string): Promise<boolean> {
    return this.change(who, 'select app.cancel_meeting($1, $2) as done', [application, this.clock.today()]);
  }

  record(who: Who, application: string, agreements: string, there: readonly string[]): Promise<boolean> {
    return this.change(who, 'select app.record_meeting($1, $2, $3, $4) as done', [application, agreements, there, this.clock.today()]);
  }

  /** In other words than those that were read; the earlier ones stay to be read. Undefined when there is no such wording. */
  async reword({ actor }: Who, application: string, seen: string, agreements: string): Promise<Reworded | undefined> {
    const values = [application, seen, agreements, this.clock.today()];
    const [row] = await this.tx.run(actor, (sql) => sql<{ said: Reworded | null }>('select app.reword_meeting($1, $2, $3, $4) as said', values));
    return row?.said ?? undefined;
  }

  private links(): string {
    const link = (token: string): object => ({ hash: hashOf(token).toString('hex'), link: new URL(paths.meetingLink(token), this.publicUrl).href });
    return JSON.stringify(Array.from({ length: MEETING.mostGuests }, () => link(newToken())));
  }

  private async change({ actor }: Who, text: string, values: unknown[]): Promise<boolean> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>(text, values));
    return row?.done ?? false;
  }
}

/** The newest meeting about each of these applications, for who is in sight of them. */
export async function meetingsOf(tx: Tx, { actor }: Who, applications: readonly string[]): Promise<Meeting[]> {
  if (actor.kind === 'school') return [];
  return (await tx.read(actor, { name: 'meetings-of', text: OF_APPLICATIONS, values: [applications] })) as unknown as Meeting[];
}
