import 'reflect-metadata';
import { CannotGoOn, Closers, log, readConfig, stopOnSignal, surviveStrayErrors } from '#platform';
import { start } from './start.ts';
import { welcome } from './welcome.ts';

const closers = new Closers();
let starting: Promise<unknown> = Promise.resolve();
let stopping = false;

/** A signal while it starts: what is open closes, and what that start still opens as well. */
async function stop(): Promise<void> {
  stopping = true;
  await closers.close();
  await starting.catch(() => undefined);
  await closers.close();
}

try {
  const config = readConfig(process.env, 'service');
  log.level = config.logLevel;
  stopOnSignal(stop, 0);
  surviveStrayErrors(stop);
  const address = start(config, closers);
  starting = address;
  for (const line of welcome(await address)) console.log(line);
} catch (error) {
  if (error instanceof CannotGoOn) console.error(error.message);
  else if (!stopping) log.fatal(error, 'Overstap kan niet starten.');
  process.exitCode = 1;
  await closers.close();
}
