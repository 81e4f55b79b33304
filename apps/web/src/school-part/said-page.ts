import { inOrder, type Answers, type Said } from '#dossiers';
import type { Clock } from '#platform';
import { shownMoment } from '../pages/moment.ts';
import { inWords } from '../passport/in-words.ts';

/** What the student said: of the text that stands now, and of the one before it. */
export const saidPage = (section: string, said: readonly Said[], clock: Clock, heading: { readonly agrees: string; readonly objects: string }): object[] =>
  said.slice(0, 2).map(({ agrees, reason, saidAt, current, answers }) => ({
    heading: agrees ? heading.agrees : heading.objects,
    reason,
    day: shownMoment(clock, new Date(saidAt)).day,
    about: current ? [] : asRead(section, answers),
  }));

/** Questions and answers, in the words in which they were asked. */
export const asRead = (section: string, answers: Answers): { asks: string; answer: string }[] =>
  inOrder(section, answers).map(({ asked, answer }) => ({ asks: asked, answer: inWords(answer) }));
