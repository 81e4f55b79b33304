/** What the server made of one mail. */
export type Answer =
  | { readonly kind: 'accepted'; readonly said: string }
  | { readonly kind: 'refused'; readonly said: string; readonly address: boolean }
  | { readonly kind: 'later'; readonly said?: string; readonly hung: boolean; readonly mayHaveArrived: boolean }
  /** The connection was gone before this mail was looked at. */
  | { readonly kind: 'not-tried'; readonly said?: string };

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

const MAX_WORDS = 300;

/** The server's own words, on one line and not endless. */
export const wordsOf = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, MAX_WORDS);

/** 5xx to RCPT or DATA is for good; all else may be better later. `begun`: the text had started to go over the line. */
export function answerOf(failure: unknown, begun: boolean): Answer {
  const { code, command, response, responseCode = 0, message } = failure as SmtpError;
  const said = response && wordsOf(response);
  if (isOurs(code, command, responseCode)) return { kind: 'refused', said: wordsOf(message), address: code === 'EENVELOPE' };
  const hung = code === 'ETIMEDOUT';
  const lost = !responseCode && !begun && !hung;
  const senderRefused = command === 'MAIL FROM' && (responseCode >= 500 || responseCode === 421);
  if (lost || senderRefused) return { kind: 'not-tried', said };
  if (responseCode >= 500) return { kind: 'refused', said: said ?? '', address: command === 'RCPT TO' };
  return { kind: 'later', said, hung, mayHaveArrived: begun && !responseCode };
}

/** Nodemailer itself saw that this can never go: an address that is none, or a mail larger than the server takes. */
const isOurs = (code = '', command = '', responseCode: number): boolean =>
  !responseCode && ((code === 'EENVELOPE' && command === 'API') || code === 'EMESSAGE');
