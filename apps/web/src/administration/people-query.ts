import { Transform } from 'class-transformer';
import { IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import type { PeopleFilter } from '#people';
import { paths, personStates, staffRoles } from '#policy';

const filled = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** What the address of the list of people can say; never a name. */
export class PeopleQuery {
  @IsString() @IsOptional() @Transform(filled) rol?: string;
  @IsString() @IsOptional() @Transform(filled) staat?: string;
  @IsUUID() @IsOptional() @Transform(filled) zoek?: string;
  @Matches(/^[1-9]\d{0,3}$/) @IsOptional() @Transform(filled) blad?: string;
}

/** The search form: the same choices and a name, which the address gets as a token. */
export class FindPeopleForm extends PeopleQuery {
  @IsString() @IsOptional() @Transform(filled) naam?: string;
}

export const slugOf = (dutch: string): string => dutch.toLowerCase().replaceAll(' ', '-');

export const filterOf = ({ rol, staat, zoek }: PeopleQuery): PeopleFilter => ({
  role: rol && (staffRoles.find(({ dutch }) => slugOf(dutch) === rol)?.code ?? 'none'),
  state: personStates.find(({ dutch }) => slugOf(dutch) === staat)?.code,
  search: zoek,
});

/** The address of the list with these choices, but for what changes; a change starts on the first page again. */
export function peopleAddress(query: PeopleQuery, changes: Partial<PeopleQuery> = {}): string {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries({ rol: query.rol, staat: query.staat, zoek: query.zoek, ...changes })) if (value) said.set(key, String(value));
  return said.size ? `${paths.people}?${said.toString()}` : paths.people;
}
