import type { Sql } from '#platform';

/**
 * Lets an account go from whoever is bound to it at identity providers, and ends their sessions; the next one who brings its address
 * is bound anew. Answers how many there were; undefined when nobody has this address.
 */
export async function forgetIdentities(sql: Sql, email: string): Promise<number | undefined> {
  const [account] = await sql<{ id: string }>('select id from app.account where lower(email) = lower($1)', [email]);
  if (!account) return undefined;
  await sql("delete from app.session where account_id = $1 and how = 'provider'", [account.id]);
  return (await sql('delete from app.identity where account_id = $1 returning issuer', [account.id])).length;
}
