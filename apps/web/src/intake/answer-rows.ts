import type { Answers } from '#dossiers';

export interface AnswerRow {
  readonly asked: string;
  /** Running text, lines kept. */
  readonly text?: string;
  readonly list?: readonly string[];
}

/** Each question with what was answered, literally; files by name. */
export const answersOf = (answers: Answers): AnswerRow[] =>
  Object.values(answers).map(({ asked, answer }) => {
    if (typeof answer === 'string') return { asked, text: answer };
    return { asked, list: (answer as readonly unknown[]).map(lineOf) };
  });

function lineOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const { where, what, howLong, name } = item as Partial<Record<'where' | 'what' | 'howLong' | 'name', string>>;
  return name ?? [where, what, howLong].filter(Boolean).join(', ');
}
