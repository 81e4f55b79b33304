import { addDays, log, weekday, type Clock, type Tx } from '#platform';
import { sweep, sweepState, type Swept } from './sweep.ts';

/** Before the schools open, and after the night in which an hour is skipped or comes twice. */
const FROM = '06:00';
const WARN_UNTIL = '06:05';

/**
 * The daily sweep, for a worker that asks every minute; any number of workers may. Days that were missed are made up for by one
 * sweep of today, since signals follow from facts and a day; what a missed Monday would have told is told then.
 * Before there are leavers nothing is swept, so that a year may still be replayed from its beginning.
 */
export async function sweepTick(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<Swept | undefined> {
  const today = clock.today();
  if (clock.time() < FROM) return undefined;
  const { last, isEmpty } = await sweepState(tx);
  if (last && last > today && clock.time() < WARN_UNTIL) log.warn(`Er is al geveegd tot en met ${last}. Tot die dag gaan er geen nieuwe meldingen uit.`);
  if (isEmpty || (last && last >= today)) return undefined;
  const swept = await sweep(tx, today, { monday: isMondayIn(last ?? addDays(today, -1), today) });
  log.info({ ...swept }, `Geveegd: ${swept.opened} signalen erbij, ${swept.closed} weg, ${swept.mails} mails.`);
  return swept;
}

/** Whether a Monday lies after one day, up to and including another. */
const isMondayIn = (after: string, until: string): boolean => addDays(until, 1 - weekday(until)) > after;
