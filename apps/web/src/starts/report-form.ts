import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, Matches } from 'class-validator';
import { asList } from '../pages/forms.ts';

/** The two things a college can say, as the buttons say them. */
export const SAYINGS = { gestart: 'started', 'niet-verschenen': 'no-show' } as const;
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

export const chosen = ({ wie, al, ander }: TickForm): string[] => [...new Set([...wie, ...al, ...ander])];

/** The status that stood on the page of who ticked. */
export const seenOf = ({ stond }: TickForm): Map<string, string> =>
  new Map(stond.map((line) => [line.slice(0, 36), line.slice(37)]));
