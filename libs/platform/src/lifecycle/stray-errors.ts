import { log } from '../log/log.ts';

/** A forgotten promise does not end the service for everybody; an error that nobody caught does, in order, and is told. */
export function surviveStrayErrors(stop: () => Promise<void>): void {
  process.on('unhandledRejection', (error) => log.error(error, 'Een fout die niemand opving.'));
  process.once('uncaughtException', (error) => {
    log.fatal(error, 'Overstap stopt door een fout die niemand opving.');
    void stop().finally(() => process.exit(1));
  });
}
