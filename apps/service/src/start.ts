import { examplePersons, type ExamplePerson } from '#people';
import { Clock, openDatabase, openPool, portOn, type Closers, type Config } from '#platform';
import { startWeb } from '../../web/src/index.ts';
import { startWorker } from '../../worker/src/index.ts';
import { settleAddress, type Address } from './address.ts';
import { openExample } from './example/example.ts';
import { schema } from './schema.ts';

export interface Started extends Address {
  /** As whom one can look around in the example. */
  readonly persons: readonly ExamplePerson[];
}

/** Database, a look whether the port is free (filling takes half a minute), example region, mail, worker and pages, in that order; what was opened is in `closers`, also when a later step fails. */
export async function start(given: Config, closers: Closers): Promise<Started> {
  const address = await settleAddress(given);
  const { config } = address;
  const database = await openDatabase(config, schema, config.role === 'all' ? 'service' : 'part');
  closers.add(database.close);
  if (config.role !== 'worker') await portOn(config.host, config.port);
  const clock = new Clock({ today: config.today });
  const example = config.demo === 'region' ? await openExample({ database, clock, publicUrl: address.publicUrl, today: config.today }, closers) : undefined;
  const parts = { ...address, database, clock, example };
  if (config.role !== 'web') closers.add((await startWorker(parts)).stop);
  if (config.role !== 'worker') closers.add((await startWeb(parts)).stop);
  return { ...address, persons: example && config.demoPages ? await personsOf(database.webUrl) : [] };
}

async function personsOf(webUrl: string): Promise<ExamplePerson[]> {
  const pool = openPool(webUrl, { max: 1, pipeline: false });
  try {
    return await examplePersons(pool);
  } finally {
    await pool.end();
  }
}
