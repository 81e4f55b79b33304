import type { Clock, Sql } from '#platform';
import { codeMinutes } from '#policy';
import { codeHash, newCode } from '../codes/code.ts';

/** Mails a code to an address that a student calls their own; until it comes back the address counts for nothing. */
export async function offerAddress(sql: Sql, address: string, clock: Clock): Promise<void> {
  const code = newCode(6);
  const until = new Date(clock.now().getTime() + codeMinutes.mail * 60_000);
  await sql('select app.offer_address($1, $2, $3, $4, $5)', [address, codeHash(ADDRESS, code), until, clock.today(), { code, minutes: codeMinutes.mail }]);
}

/** `taken`: somebody else signs in with this address. `over`: a new code must be asked. */
export async function confirmAddress(sql: Sql, code: string): Promise<'done' | 'wrong' | 'over' | 'taken'> {
  const [row] = await sql<{ said: 'done' | 'wrong' | 'over' | 'taken' }>('select app.confirm_address($1) as said', [codeHash(ADDRESS, code)]);
  return row?.said ?? 'over';
}

export const forgetAddress = async (sql: Sql): Promise<void> => void (await sql('select app.forget_address()'));

/** Worth something only within the session of the student who asked, so that it needs no secret. */
const ADDRESS = 'own address';
