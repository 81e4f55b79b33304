import type { Correction } from '#dossiers';
import type { Clock } from '#platform';
import { correctionAnswers, correctionTopics } from '#policy';
import { shownMoment } from '../pages/moment.ts';

/** A request to mend something, as it stands on a page. */
export function askedOf({ id, about, wrong, better, askedAt, answer, reason }: Correction, clock: Clock) {
  return {
    id,
    about: correctionTopics.find(({ code }) => code === about)?.dutch ?? about,
    wrong,
    better,
    day: shownMoment(clock, askedAt).day,
    answer: correctionAnswers.find(({ code }) => code === answer)?.dutch,
    isDone: answer === 'done',
    reason,
  };
}
