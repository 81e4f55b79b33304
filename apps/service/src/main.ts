import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotGoOn, Closers, forOperator, log, readConfig, stopOnSignal, surviveStrayErrors } from '#platform';
import { start } from './start.ts';
import { welcome } from './welcome.ts';

const closers = new Closers();
let starting: Promise<unknown> = Promise.resolve();
let stopping = false;

/** What migrates takes longer; broken off, it is done again at the next start. */
const PATIENCE_MS = 2000;

/** A signal while it starts: what is open closes, nothing more is opened, and the database server ends with this process. */
async function stop(): Promise<void> {
  stopping = true;
  await closers.end();
  await Promise.race([starting.catch(() => undefined), sleep(PATIENCE_MS, undefined, { ref: false })]);
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
  const told = forOperator(error);
  if (stopping) log.debug(error, 'Gestopt tijdens het starten.');
  else if (told instanceof CannotGoOn) {
    if (told.cause) log.error(told.cause, 'Waarom het niet lukte.');
    console.error(told.message);
  }
  else log.fatal(error, 'Overstap kan niet starten.');
  process.exitCode = 1;
  await closers.close();
}
