import { log } from '../log/log.ts';

/** Every connection needs it: without a listener a restart of the database ends the process. */
export const onLostConnection = (error: Error): void => log.warn(error, 'Een verbinding met de database is verbroken.');
