import { inOrder, type OpenedPart } from '#dossiers';
import type { Clock } from '#platform';
import { paths, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { filesIn } from '../passport/attachments-page.ts';
import { inWords } from '../passport/in-words.ts';

/** A part of the student as somebody of school reads it along. Files are fetched as of this leaver. */
export function partOf(section: Section, { answers, done, writtenAt }: OpenedPart, clock: Clock, leaver = ''): object {
  return {
    name: section.dutch,
    isBusy: !done,
    day: shownMoment(clock, writtenAt).day,
    rows: inOrder(section.code, answers).map(({ asked, answer }) => ({ asks: asked, answer: inWords(answer), files: filesIn(answer, (file) => paths.leaverFile(leaver, file)) })),
  };
}
