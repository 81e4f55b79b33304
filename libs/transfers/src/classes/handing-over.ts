import type { Actor, Clock, Tx } from '#platform';
import { SUMMER_ENDS } from '#policy';

export type HandedOver = 'done' | 'gone' | 'nobody' | 'already';

/** Who follows the leavers of a mentor, for good or for a while; whether the asker may say so is for the database. */
export class HandingOver {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Of one class, or of all without one. */
  forGood(actor: Actor, mentor: string, successor: string, ofClass?: string): Promise<HandedOver> {
    return this.ask(actor, 'select app.hand_over($1, $2, $3, $4) as handed', [mentor, successor, ofClass ?? null, this.clock.today()]);
  }

  forALeave(actor: Actor, mentor: string, colleague: string, { from, until }: { from: string; until: string }): Promise<HandedOver> {
    return this.ask(actor, STAND_IN, [mentor, colleague, 'leave', from, until, this.clock.today()]);
  }

  /** From today until the day on which a summer team's list ends. */
  forTheSummer(actor: Actor, mentor: string, colleague: string): Promise<HandedOver> {
    const today = this.clock.today();
    return this.ask(actor, STAND_IN, [mentor, colleague, 'summer', today, summerEnd(today), today]);
  }

  stop(actor: Actor, standIn: string): Promise<HandedOver> {
    return this.ask(actor, 'select app.stop_stand_in($1, $2) as handed', [standIn, this.clock.today()]);
  }

  private ask(actor: Actor, text: string, values: unknown[]): Promise<HandedOver> {
    return this.tx.run(actor, async (sql) => (await sql<{ handed: HandedOver }>(text, values))[0]?.handed ?? 'gone');
  }
}

/** The first end of a summer on or after a day. */
export function summerEnd(day: string): string {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) <= SUMMER_ENDS ? year : year + 1}-${SUMMER_ENDS}`;
}

const STAND_IN = 'select app.let_stand_in($1, $2, $3, $4, $5, $6) as handed';
