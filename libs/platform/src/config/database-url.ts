import { given, type Environment } from './environment.ts';
import { WrongSetting } from './wrong-setting.ts';

/** A connection string with a host, so that another user can be put into it (also for sockets: `?host=/run`). */
export function readDatabaseUrl(env: Environment): string | undefined {
  const text = given(env, 'DATABASE_URL')?.replace(/^(postgres(?:ql)?:\/\/)(?=[/?]|$)/, '$1localhost');
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return url.href;
  throw new WrongSetting('DATABASE_URL moet eruitzien als postgres://gebruiker:wachtwoord@server:5432/database.');
}
