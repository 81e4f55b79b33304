import type { LoggerService } from '@nestjs/common';
import { log } from './log.ts';

/** What Nest itself has to say goes the same way. */
export const nestLog: LoggerService = {
  log: (message: unknown) => log.debug(String(message)),
  debug: (message: unknown) => log.debug(String(message)),
  verbose: (message: unknown) => log.trace(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => (message instanceof Error ? log.error(message) : log.error(String(message))),
  fatal: (message: unknown) => (message instanceof Error ? log.fatal(message) : log.fatal(String(message))),
};
