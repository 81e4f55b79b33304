import type { ParseArgsConfig } from 'node:util';
import { CannotGoOn, type Config, type Database } from '#platform';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What the person typed after the name of the command. */
export interface Asked {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
  /** A file as the person means it: from the folder where the command was typed. */
  readonly file: (name: string) => string;
  readonly config: Config;
}

/** 0 done, 1 done with refused rows, 3 a file refused whole. Wrong use and what cannot be done at all are thrown. */
export interface Outcome {
  readonly exit?: 0 | 1 | 3;
  /** The one document of `--json`. */
  readonly json: object;
  /** The same for a person, line by line. */
  readonly text: readonly string[];
}

/** The second half of a command: the database is up to date, and nobody else writes if the command does. */
export type Work = (database: Database) => Promise<Outcome>;

export interface Command {
  /** One or two words. */
  readonly name: string;
  /** What may follow the name. */
  readonly usage: string;
  /** One Dutch sentence. */
  readonly about: string;
  /** Lines of explanation under it, an option each. */
  readonly details?: readonly string[];
  readonly options?: Options;
  /** Commands that write wait for each other. */
  readonly writes: boolean;
  /** Looks at what was typed before anything is started; throws WrongUse. */
  readonly plan: (asked: Asked) => Work | Promise<Work>;
}

/** What was typed cannot be meant: exit code 2. */
export class WrongUse extends CannotGoOn {
  override readonly name = 'WrongUse';
}
