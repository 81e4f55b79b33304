import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type { IntakeFilter } from '#dossiers';
import { intakeGroups, paths } from '#policy';
import { dayOrNothing } from '../pages/forms.ts';

const filled = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() !== '' ? value : undefined);
const slug = (dutch: string): string => dutch.toLowerCase().replaceAll(/[ ,]+/g, '-');

/** What the address of the work list can say; never a name. */
export class IntakeQuery {
  @IsString() @IsOptional() @Transform(filled) groep?: string;
  @IsString() @IsOptional() @Transform(filled) opleiding?: string;
  @Matches(/^[1-4]$/) @IsOptional() @Transform(filled) niveau?: string;
  @IsOptional() @Transform(dayOrNothing) start?: string;
  @IsIn(['lang']) @IsOptional() @Transform(filled) wacht?: string;
  @IsUUID() @IsOptional() @Transform(filled) zoek?: string;
  @Matches(/^[1-9]\d{0,3}$/) @IsOptional() @Transform(filled) blad?: string;
}

/** The search form: the same choices and a name, which the address gets as a token. */
export class IntakeFindForm extends IntakeQuery {
  @IsString() @IsOptional() @Transform(filled) naam?: string;
}

export const groupSlug = slug;

export const filterOf = (query: IntakeQuery): IntakeFilter => ({
  group: intakeGroups.find(({ dutch }) => slug(dutch) === query.groep)?.code,
  programme: query.opleiding,
  level: query.niveau === undefined ? undefined : Number(query.niveau),
  startsOn: query.start,
  search: query.zoek,
  onlyLate: query.wacht === 'lang',
});

const KEYS = ['groep', 'wacht', 'opleiding', 'niveau', 'start', 'zoek', 'blad'] as const;

/** The address of the list with these choices, but for what changes; a change starts on the first page again. */
export function listAddress(query: IntakeQuery, changes: Partial<Record<(typeof KEYS)[number], string | undefined>>): string {
  const said = new URLSearchParams();
  for (const key of KEYS) {
    const value = key in changes ? changes[key] : key === 'blad' ? undefined : query[key];
    if (value) said.set(key, value);
  }
  return said.size ? `${paths.intake}?${said.toString()}` : paths.intake;
}
