import type { Actor, Clock, Tx } from '#platform';
import type { Done, Worker } from './acting.ts';

/** A desk of this service, or another region that chooses a desk itself. */
export interface HandOverTarget {
  readonly deskId: string | null;
  readonly region: string | null;
  readonly name: string;
  readonly isOfRegion: boolean;
}

export type Receiver = { readonly desk: string } | { readonly region: string };

/** Cases that go from one desk to another, which must say yes; the functions of the database hold who may. */
export class HandOvers {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** The case stays, and its clocks run on, until the other side answers. */
  ask(who: Worker, caseId: string, to: Receiver, because: string): Promise<Done> {
    const [desk, region] = 'desk' in to ? [to.desk, null] : [null, to.region];
    return this.does(who, 'select app.ask_hand_over($1, $2, $3, $4, $5) as done', [caseId, desk, region, because.trim(), this.clock.today()]);
  }

  withdraw(who: Worker, caseId: string): Promise<Done> {
    return this.does(who, 'select app.withdraw_hand_over($1, $2) as done', [caseId, this.clock.today()]);
  }

  /** For the desk that was asked; a region names the desk that gets it. */
  accept(who: Worker, caseId: string, forDesk: string | null = null): Promise<Done> {
    return this.does(who, 'select app.accept_hand_over($1, $2, $3) as done', [caseId, forDesk, this.clock.today()]);
  }

  /** Also for a case that was offered at the 18th birthday. */
  refuse(who: Worker, caseId: string, because: string): Promise<Done> {
    return this.does(who, 'select app.refuse_case($1, $2, $3) as done', [caseId, because.trim(), this.clock.today()]);
  }

  private does({ actor }: Worker, text: string, values: readonly unknown[]): Promise<Done> {
    return this.tx.run(actor, async (sql) => {
      await sql('select app.take_turn()');
      const [row] = await sql<{ done: boolean }>(text, [...values]);
      return row?.done ? 'done' : 'gone';
    });
  }
}

/** To whom the asking desk may give a case, its own region first. */
export async function handOverTargets(tx: Tx, actor: Actor): Promise<HandOverTarget[]> {
  return tx.read<HandOverTarget & Record<string, unknown>>(actor, { text: 'select desk_id as "deskId", region, name, is_of_region as "isOfRegion" from app.hand_over_targets()' });
}
