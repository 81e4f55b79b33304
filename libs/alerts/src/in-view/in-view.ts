import type { Actor, Clock, Tx } from '#platform';
import type { InViewFound } from '#policy';
import type { Done } from '../cases/acting.ts';

interface Check {
  readonly found: InViewFound;
  readonly note: string;
  /** A day on which somebody means to call; null when none was agreed. */
  readonly callOn: string | null;
}

export type Returned = Done | 'too-late';

/** What a desk, or the school that sent them, does for who is in view (rules 8). */
export class InView {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Keeps what was found. What ends being in view does so for the desk only: from a school it makes a check due today. */
  async check(actor: Actor, leaverId: string, { found, note, callOn }: Check): Promise<Done> {
    const values = [leaverId, found, note.trim(), callOn, this.clock.today()];
    const [kept] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>('select app.check_in_view($1, $2, $3, $4::date, $5::date) as done', values));
    return kept?.done ? 'done' : 'gone';
  }

  /** Undoes an ending that a person said; too late when there is a new case, or it ended by itself. */
  async back(actor: Actor, leaverId: string): Promise<Returned> {
    const [kept] = await this.tx.run(actor, (sql) => sql<{ done: Returned }>('select app.return_to_view($1, $2::date) as done', [leaverId, this.clock.today()]));
    return kept?.done ?? 'gone';
  }

  /** A Doorstroompunt takes whom it was offered; pressing again changes nothing. */
  async take(actor: Actor, leaverId: string): Promise<Done> {
    const [kept] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>('select app.take_in_view($1, $2::date) as done', [leaverId, this.clock.today()]));
    return kept?.done ? 'done' : 'gone';
  }
}
