import 'reflect-metadata';
import { CannotGoOn, Closers, forOperator, log, stopOnSignal, WrongSetting } from '#platform';
import { WrongUse } from './command.ts';
import { commands } from './commands/index.ts';
import { run } from './run.ts';

const INTERRUPTED = 130;
const closers = new Closers();
let interrupted = false;

/** What breaks off loses its connections; that is no news to who asked for it. */
stopOnSignal(() => {
  interrupted = true;
  log.level = 'silent';
  console.error('Afgebroken. Wat nog niet klaar was, is niet geschreven.');
  return closers.close();
}, INTERRUPTED);

/** Who reads our output may stop reading (`| head`). */
process.stdout.on('error', () => process.exit());

try {
  const { exit, out } = await run(commands, process.argv.slice(2), closers);
  process.exitCode = exit;
  if (out.length) console.log(out.join('\n'));
} catch (error) {
  process.exitCode = error instanceof WrongUse || error instanceof WrongSetting ? 2 : 3;
  const told = forOperator(error);
  if (told instanceof CannotGoOn) console.error(told.message);
  else if (!interrupted) {
    log.fatal(error);
    console.error('Dit lukte niet door een fout in Overstap of in de database; de regel hierboven zegt welke.');
  }
} finally {
  await closers.close();
}
