import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { ReadingFilter } from '#people';
import { addDays, amsterdam, daysBetween, type Clock } from '#platform';
import { READING_YEARS } from '#policy';
import { dayOrNothing } from '../pages/forms.ts';

const filled = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
const Optional = (read = filled): PropertyDecorator => (target, key) => {
  for (const decorate of [IsString(), IsOptional(), Transform(read)]) decorate(target, key);
};

const RECENT_DAYS = 30;

/** What the address of the log can say; never a name or number. */
export class LogQuery {
  @IsIn(['mensen', 'leerlingen']) @Optional() kant?: string;
  @Optional(dayOrNothing) van?: string;
  @Optional(dayOrNothing) tot?: string;
  @IsIn(['collega', 'leerling']) @Optional() wie?: string;
  @IsUUID() @Optional() zoek?: string;
  @Matches(/^[1-9]\d{0,3}$/) @Optional() blad?: string;
}

export class LogForm extends LogQuery {
  @MaxLength(100) @Optional() naam?: string;
}

export interface Range {
  readonly van: string;
  readonly tot: string;
}

/** The days asked, or the last month; of one student all that is kept. */
export function rangeOf({ van, tot, zoek, wie }: LogQuery, today: string): Range {
  const last = tot ?? today;
  const back = zoek && wie === 'leerling' ? READING_YEARS * 366 : RECENT_DAYS;
  return { van: van ?? addDays(last, -back), tot: last };
}

/** The log keeps real time; in the example the pages speak of another day. */
export function filterOf(query: LogQuery, clock: Clock): ReadingFilter {
  const moved = daysBetween(amsterdam(clock.now()).day, clock.today());
  const { van, tot } = rangeOf(query, clock.today());
  return {
    side: query.kant === 'leerlingen' ? 'about-us' : 'by-us',
    from: addDays(van, -moved),
    until: addDays(tot, -moved),
    search: query.zoek,
    means: query.wie === 'leerling' ? 'leaver' : 'reader',
  };
}

const KEYS = ['kant', 'van', 'tot', 'wie', 'zoek', 'blad'] as const;

/** The same question at this address, but for what changes; a change starts on the first page again. */
export function askedAt(path: string, query: LogQuery, changes: Partial<Record<(typeof KEYS)[number], string | undefined>> = {}): string {
  const said = new URLSearchParams();
  for (const key of KEYS) {
    const value = key in changes ? changes[key] : key === 'blad' ? undefined : query[key];
    if (value) said.set(key, value);
  }
  return said.size ? `${path}?${said.toString()}` : path;
}
