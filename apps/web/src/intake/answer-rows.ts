import type { Answers } from '#dossiers';
import { paths } from '#policy';
import { filesIn } from '../passport/attachments-page.ts';

export interface AnswerRow {
  readonly asked: string;
  /** Running text, lines kept. */
  readonly text?: string;
  readonly list?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly about: string; readonly href: string }[];
}

/** Each question with what was answered, literally, in the order of the form; files of this application to take along. */
export const answersOf = (answers: Answers, application: string, order: readonly string[] = []): AnswerRow[] =>
  inOrder(answers, order).map(({ asked, answer }) => {
    if (typeof answer === 'string') return { asked, text: answer };
    const files = filesIn(answer, (file) => paths.sharedFile(application, file));
    if (files.length) return { asked, files };
    return { asked, list: (answer as readonly unknown[]).map(lineOf) };
  });

function lineOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const { where, what, howLong } = item as Partial<Record<'where' | 'what' | 'howLong', string>>;
  return [where, what, howLong].filter(Boolean).join(', ');
}

/** Questions that are no longer asked come last. */
function inOrder(answers: Answers, order: readonly string[]): Answers[string][] {
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(answers).toSorted(([one], [other]) => place(one) - place(other)).map(([, answered]) => answered);
}
