import { WORKER, type Tx } from '#platform';

/** Makes room in the log for the coming months and drops the months that are past their term; who reads is not kept waiting. */
export async function keepReadings(tx: Tx): Promise<void> {
  await tx.write(WORKER, [{ text: "set local lock_timeout = '2s'" }, { text: 'select app.renew_reading_months()' }]);
}
