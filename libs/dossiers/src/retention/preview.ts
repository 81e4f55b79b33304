import { addDays, type Actor, type Clock, type Tx } from '#platform';
import { PREVIEW_DAYS } from '#policy';

export interface Going {
  readonly school: string;
  /** A code of `retention`. */
  readonly what: string;
  readonly count: number;
  readonly countedOn: string;
}

export interface Gone {
  readonly what: string;
  readonly gone: number;
  readonly lastDay: string;
}

/** How much goes in the coming days, per school of who asks and per term, as the worker counted it; nothing while it never did. */
export const goingSoon = (tx: Tx, actor: Actor): Promise<Going[]> =>
  tx.read(actor, { name: 'keeping-preview', text: 'select school, what, count, counted_on::text as "countedOn" from app.keeping_preview()' }) as Promise<unknown> as Promise<Going[]>;

/** How much went in the days behind, of the whole service. */
export const wentLately = (tx: Tx, actor: Actor, clock: Pick<Clock, 'today'>): Promise<Gone[]> =>
  tx.read(actor, { name: 'kept-since', text: 'select what, gone, last_day::text as "lastDay" from app.kept_since($1)', values: [addDays(clock.today(), -PREVIEW_DAYS)] }) as Promise<unknown> as Promise<Gone[]>;
