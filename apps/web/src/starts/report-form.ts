import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, Matches } from 'class-validator';
import { asList } from '../pages/forms.ts';

/** What a college can say, as the buttons say it. */
export const SAYINGS = { gestart: 'started', 'niet-verschenen': 'no-show', gestopt: 'deregistered' } as const;
const ID = 36;

export type Saying = keyof typeof SAYINGS;

/** Whom somebody ticked, and the statuses that stood on their page. */
export class TickForm {
  @IsUUID('all', { each: true }) @Transform(asList)
  wie: string[] = [];

  @IsUUID('all', { each: true }) @Transform(asList)
  al: string[] = [];

  @IsUUID('all', { each: true }) @Transform(asList)
  ander: string[] = [];

  @Matches(/^[\da-f-]{36}:[a-z-]+$/, { each: true }) @Transform(asList)
  stond: string[] = [];

  /** Everybody of the one button, with the statuses that stood: `id:status id:status`. */
  @Matches(/^(?:[\da-f-]{36}:[a-z-]+ ?)*$/)
  allen = '';
}

export class CheckForm extends TickForm {
  @IsIn(Object.keys(SAYINGS), { message: 'Kies wat je wilt doorgeven.' })
  doen: Saying;
}

export class ReportForm extends CheckForm {
  @IsString()
  datum = '';
}

/** Takes back a whole batch by its moment, or those who are ticked. */
export class UndoForm extends TickForm {
  @IsString()
  moment = '';
}

export const chosen = ({ wie, al, ander, allen }: TickForm): string[] => [...new Set([...wie, ...al, ...ander, ...pairsOf(allen).map((line) => line.slice(0, ID))])];

/** Who can have this said about them: only who started can stop. */
export const fits = (doen: Saying, { status }: { readonly status: string }): boolean =>
  status !== SAYINGS[doen] && (doen !== 'gestopt' || status === 'started');

/** The status that stood on the page of who ticked. */
export const seenOf = ({ stond, allen }: TickForm): Map<string, string> =>
  new Map([...stond, ...pairsOf(allen)].map((line) => [line.slice(0, ID), line.slice(ID + 1)]));

const pairsOf = (text: string): string[] => text.split(' ').filter(Boolean);
