import pg, { type ClientBase } from 'pg';
import { deriveSecret } from '../config/secret.ts';
import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { withLock } from './lock.ts';
import { scramVerifier } from './scram.ts';

/** Same database, another role; whatever the connection string said about user and password is replaced. */
export function urlFor(ownerUrl: string, role: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(role);
  url.password = deriveSecret(secret, `log-in of ${role}`);
  url.searchParams.delete('user');
  url.searchParams.delete('password');
  return url.href;
}

/** Log-in of a role, which gets its password first when that does not work yet. */
export async function openLogin(owner: ClientBase, ownerUrl: string, role: string, secret: string): Promise<string> {
  const url = urlFor(ownerUrl, role, secret);
  if (await logsInAs(url, role)) return url;
  await withLock(owner, 'logins', async () => {
    if (await logsInAs(url, role)) return;
    const verifier = pg.escapeLiteral(scramVerifier(deriveSecret(secret, `log-in of ${role}`)));
    await owner.query(`alter role ${pg.escapeIdentifier(role)} login password ${verifier}`);
  });
  if (await logsInAs(url, role)) return url;
  throw new CannotGoOn(`De databaserol ${role} kan niet inloggen met een wachtwoord: sta dat toe in pg_hba.conf.`);
}

async function logsInAs(url: string, role: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ session_user: string }>('select session_user');
    return rows[0]?.session_user === role;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
