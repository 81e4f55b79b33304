import type { AttachedFile, Answers } from '#dossiers';
import { paths } from '#policy';
import { shownFile } from '../passport/attachments-page.ts';

export interface AnswerRow {
  readonly asked: string;
  /** Running text, lines kept. */
  readonly text?: string;
  readonly list?: readonly string[];
  readonly files?: readonly { readonly name: string; readonly about: string; readonly href: string }[];
}

/** Each question with what was answered, literally; files of this application to take along. */
export const answersOf = (answers: Answers, application: string): AnswerRow[] =>
  Object.values(answers).map(({ asked, answer }) => {
    if (typeof answer === 'string') return { asked, text: answer };
    const files = answer.filter((one): one is AttachedFile => typeof one === 'object' && 'file' in one);
    if (files.length) return { asked, files: files.map((one) => ({ ...shownFile(one), href: paths.sharedFile(application, one.file) })) };
    return { asked, list: (answer as readonly unknown[]).map(lineOf) };
  });

function lineOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const { where, what, howLong } = item as Partial<Record<'where' | 'what' | 'howLong', string>>;
  return [where, what, howLong].filter(Boolean).join(', ');
}
