import type { Answers, Said } from '#dossiers';
import { amsterdam } from '#platform';
import { inWords } from '../passport/section-page.ts';

/** What the student said, for who wrote: of the text that stands now, and of the one before it. */
export const saidPage = (said: readonly Said[], givenName: string): object[] =>
  said.slice(0, 2).map(({ agrees, reason, saidAt, current, answers }) => ({
    heading: agrees ? `${givenName} zei: dit klopt` : `${givenName} wil dit bespreken`,
    reason,
    day: amsterdam(saidAt).day,
    about: current ? [] : asRead(answers),
  }));

/** Questions and answers, in the words in which they were asked. */
export const asRead = (answers: Answers): { asks: string; answer: string }[] =>
  Object.values(answers).map(({ asked, answer }) => ({ asks: asked, answer: inWords(answer) }));
