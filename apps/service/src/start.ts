import { Clock, openDatabase, type Closers, type Config } from '#platform';
import { startWeb } from '../../web/src/index.ts';
import { startWorker } from '../../worker/src/index.ts';
import { settleAddress, type Address } from './address.ts';
import { schema } from './schema.ts';

/** Database, example region, mail, worker and pages, in that order; what was opened is in `closers`, also when a later step fails. */
export async function start(given: Config, closers: Closers): Promise<Address> {
  const address = await settleAddress(given);
  const { config } = address;
  const database = await openDatabase(config, schema, config.role === 'all' ? 'service' : 'part');
  closers.add(database.close);
  const clock = new Clock({ today: config.today });
  const parts = { ...address, database, clock };
  if (config.role !== 'web') closers.add((await startWorker(parts)).stop);
  if (config.role !== 'worker') closers.add((await startWeb(parts)).stop);
  return address;
}
