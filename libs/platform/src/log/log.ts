import pino from 'pino';
import { withoutPersonalData } from './without-personal-data.ts';

/** Lines of JSON on standard error, for the operator. Never a name, an address or a row of a person. */
export const log = pino(
  {
    level: 'warn',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutPersonalData },
  },
  pino.destination({ dest: 2, sync: true }),
);
