import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { paths, phases, signals, turns } from '#policy';
import type { LeaverFilter } from '#transfers';

const filled = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const Choice = (): PropertyDecorator => (target, key) => {
  for (const decorate of [IsString(), IsOptional(), Transform(filled)]) decorate(target, key);
};

/** What the address of the work list can say; never a name. */
export class ListQuery {
  @Choice() fase?: string;
  @Choice() letop?: string;
  @Choice() beurt?: string;
  @Choice() mbo?: string;
  @Choice() opleiding?: string;
  @Choice() klas?: string;
  @Choice() jaar?: string;
  @IsUUID() @IsOptional() @Transform(filled) zoek?: string;
  @Matches(/^[1-9]\d{0,3}$/) @IsOptional() @Transform(filled) blad?: string;
}

/** The search form: the same choices and a name, which the address gets as a token. */
export class FindForm extends ListQuery {
  @Choice() naam?: string;
}

interface Word {
  readonly code: string;
  readonly dutch: string;
}

export const slug = (dutch: string): string => dutch.toLowerCase().replaceAll(' ', '-');
const codeOf = (words: readonly Word[], said: string | undefined): string | undefined => words.find(({ dutch }) => slug(dutch) === said)?.code;

export const filterOf = (query: ListQuery): LeaverFilter => ({
  phase: codeOf(phases, query.fase),
  signal: codeOf(signals, query.letop),
  turn: codeOf(turns, query.beurt),
  college: query.mbo,
  programme: query.opleiding,
  class: query.klas,
  schoolYear: query.jaar,
  search: query.zoek,
});

const KEYS = ['fase', 'letop', 'beurt', 'mbo', 'opleiding', 'klas', 'jaar', 'zoek', 'blad'] as const;

/** The address of the list with these choices, but for what changes; a change starts on the first page again. */
export function listAddress(query: ListQuery, changes: Partial<Record<(typeof KEYS)[number], string | undefined>>): string {
  const said = new URLSearchParams();
  for (const key of KEYS) {
    const value = key in changes ? changes[key] : key === 'blad' ? undefined : query[key];
    if (value) said.set(key, value);
  }
  return said.size ? `${paths.leavers}?${said.toString()}` : paths.leavers;
}
