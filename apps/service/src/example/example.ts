import { CannotGoOn, followExampleDay, forOperator, log, openPool, Tx, type Clock, type Closers, type Database } from '#platform';
import type { ExampleRegion } from '../../../web/src/index.ts';
import { jumpDays, TELLING_DAY } from './days.ts';
import { fillExample, mayFill, standsOn } from './fill.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: URL;
  /** OVERSTAP_TODAY: the example is then filled for that day and the clock runs on. */
  readonly today?: string;
}

/** The example region, filled when it is not; undefined when this database holds data of somebody's own. */
export async function openExample({ database, clock, publicUrl, today }: Parts, closers: Closers): Promise<ExampleRegion | undefined> {
  const owner = openPool(database.ownerUrl, { max: 1, pipeline: false });
  const worker = openPool(database.workerUrl, { max: 2, pipeline: false });
  const pages = openPool(database.webUrl, { max: 1, pipeline: true });
  closers.add(async () => void (await Promise.all([owner.end(), worker.end(), pages.end()])));
  if (!(await mayFill(owner))) return undefined;
  const hands = { owner, worker: new Tx(worker, database.rolePrefix), web: new Tx(pages, database.rolePrefix), publicUrl };
  let busyWith: string | undefined;
  let failedOn: string | undefined;
  const fill = async (day: string): Promise<void> => {
    busyWith = day;
    failedOn = undefined;
    try {
      await fillExample(hands, day);
      await followExampleDay(clock, worker, today);
    } catch (error) {
      failedOn = day;
      throw error;
    } finally {
      busyWith = undefined;
    }
  };
  if (!(await standsOn(owner))) {
    console.log('Het voorbeeld wordt gevuld. Dat duurt een halve minuut, alleen deze eerste keer.');
    await fill(today ?? TELLING_DAY).catch(notFilled);
  }
  await followExampleDay(clock, worker, today);
  return {
    days: jumpDays,
    busyWith: () => busyWith,
    failedOn: () => failedOn,
    goTo: (day) => void (busyWith ?? fill(day).catch((error: unknown) => log.error(error, 'Het voorbeeld kon niet worden gevuld.'))),
  };
}

/** Half a region is no place to look around; the day is written last, so that the next start fills it from the beginning. */
function notFilled(error: unknown): never {
  const told = forOperator(error);
  if (told instanceof CannotGoOn) throw told;
  throw new CannotGoOn('Het voorbeeld kon niet worden gevuld. Start Overstap opnieuw: dan begint het vullen van voren af aan.', { cause: error });
}
