import type { Answer, AttachedFile, OpenedPart } from '#dossiers';
import type { Clock } from '#platform';
import { paths, questionsFor, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { shownFile } from '../passport/attachments-page.ts';
import { inWords } from '../passport/in-words.ts';

/** In the order in which the questions are asked now; an answer to a question that is asked no more comes last. Files are fetched as of this leaver. */
export function partOf(section: Section, { answers, done, writtenAt }: OpenedPart, clock: Clock, leaver = ''): object {
  const order = questionsFor(section, '').map(({ code }) => code);
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  const rows = Object.entries(answers).toSorted(([one], [other]) => place(one) - place(other));
  return {
    name: section.dutch,
    isBusy: !done,
    day: shownMoment(clock, writtenAt).day,
    rows: rows.map(([, { asked, answer }]) => ({ asks: asked, answer: inWords(answer), files: filesIn(answer).map((file) => ({ ...shownFile(file), href: paths.leaverFile(leaver, file.file) })) })),
  };
}

const filesIn = (answer: Answer): AttachedFile[] =>
  typeof answer === 'string' ? [] : answer.filter((one): one is AttachedFile => typeof one === 'object' && 'file' in one);
