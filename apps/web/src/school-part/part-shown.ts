import type { OpenedPart } from '#dossiers';
import type { Clock } from '#platform';
import { questionsFor, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { inWords } from '../passport/in-words.ts';

/** In the order in which the questions are asked now; an answer to a question that is asked no more comes last. */
export function partOf(section: Section, { answers, done, writtenAt }: OpenedPart, clock: Clock): object {
  const order = questionsFor(section, '').map(({ code }) => code);
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const rows = Object.entries(answers).toSorted(([one], [other]) => place(one) - place(other));
  return {
    name: section.dutch,
    isBusy: !done,
    day: shownMoment(clock, writtenAt).day,
    rows: rows.map(([, { asked, answer }]) => ({ asks: asked, answer: inWords(answer) })),
  };
}
