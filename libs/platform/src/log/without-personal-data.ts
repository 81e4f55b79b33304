import { isNativeError } from 'node:util/types';

const KEPT = ['code', 'table', 'column', 'constraint', 'routine', 'responseCode', 'syscall'] as const;

/** A database error carries the row it is about: detail, where, parameters and quoted values stay out of the log. */
export function withoutPersonalData(error: unknown): Record<string, unknown> {
  if (!isNativeError(error)) return { message: 'something that is no error was thrown' };
  const known = KEPT.filter((key) => key in error).map((key) => [key, (error as unknown as Record<string, unknown>)[key]]);
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...Object.fromEntries(known),
    at: error.stack?.split('\n').filter((line) => line.startsWith('    at ')).map((line) => line.trim()),
  };
}

/** `invalid input syntax for type date: "…"` and the mail addresses of a mail server's answer. */
const withoutValues = (message: string): string => message.replace(/: "[^]*"/, '').replace(/[^\s<>"]+@[^\s<>"]+/g, '…');
