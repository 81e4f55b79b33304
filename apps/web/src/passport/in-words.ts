import type { Answer } from '#dossiers';

/** An answer of any type on one line. */
export function inWords(answer: Answer = ''): string {
  if (typeof answer === 'string') return answer;
  return answer.map((one) => (typeof one === 'string' ? one : 'file' in one ? one.name : [one.where, one.what, one.howLong].filter(Boolean).join(', '))).join('; ');
}
