import type { AttachedFile } from '../attachments/attachments.ts';

/** A stage or a job, in three short lines. */
export interface Experience {
  readonly where: string;
  readonly what: string;
  readonly howLong: string;
}

/** Files stand only in what is read and shared: they are never typed. */
export type Answer = string | readonly string[] | readonly Experience[] | readonly AttachedFile[];

/** An answer keeps the question as it was asked: questions change, answers do not. */
export interface Answered {
  readonly asked: string;
  readonly answer: Answer;
}

export type Answers = Readonly<Record<string, Answered>>;
