import { log } from '../log/log.ts';
import type { Folder } from './folder.ts';
import { serverIsUp } from './running-server.ts';

const LOOK_EVERY_MS = 1000;

/** Starts the server again when it has gone away under a running service. Returns the way to stop looking. */
export function keepUp(folder: Folder, restart: () => Promise<unknown>): () => Promise<void> {
  let busy: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (busy || serverIsUp(folder)) return;
    log.warn('De database is weggevallen en wordt opnieuw gestart.');
    busy = restart()
      .then(() => log.info('De database draait weer.'))
      .catch((error: unknown) => log.error(error, 'De database start niet.'))
      .finally(() => (busy = undefined));
  }, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await busy;
  };
}
