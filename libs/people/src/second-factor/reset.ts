import type { Actor, Clock, Sql, Tx } from '#platform';
import { mailAbout } from './factor-mail.ts';

/** A colleague lost everything: their factors and sessions go, they hear of it. False when it is not for this actor to do. */
export async function resetSecondFactor(tx: Tx, actor: Actor, memberId: string, clock: Clock): Promise<boolean> {
  const text = 'select app.reset_second_factor($1, $2, $3) as done';
  const [row] = await tx.run(actor, (sql) => sql<{ done: boolean }>(text, [memberId, clock.today(), mailAbout('reset', clock)]));
  return row?.done ?? false;
}

/** The same by the operator; false when nobody has this address. */
export async function resetByOperator(sql: Sql, email: string, clock: Clock): Promise<boolean> {
  const text = 'select app.forget_factors(id, null, $2, $3) from app.account where lower(email) = lower($1)';
  return (await sql(text, [email, clock.today(), mailAbout('reset', clock)])).length > 0;
}
