import type { Person } from '../personas/people.ts';

export interface Sample {
  /** Gives the id, or the part of the address, of a record of one of the personas. */
  readonly of: string;
  /** Who may know of that record, by the rules; everybody else gets exactly what nobody's record gives. Written by hand. */
  readonly knownTo: readonly Person[];
  /** Who may change it, when not everybody who knows of it. */
  readonly changedBy?: readonly Person[];
  /** What stands in the address for a record that there is not. */
  readonly nobodys: string;
}

export const leaverOf = (key: string): string => `select id from app.leaver where email = '${key}@leerling.example'`;
export const caseOf = (key: string): string => `select id from app.desk_case where leaver_id = (${leaverOf(key)})`;
export const memberOf = (key: string): string => `select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like '${key}@%'`;
