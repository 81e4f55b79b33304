import pg from 'pg';
import { deriveSecret, keptSecret } from '../config/secret.ts';
import type { Config } from '../config/config.ts';
import { ensureDatabase, ensureOwner, ownerUrlFrom } from '../embedded/owner.ts';
import { joinServer } from '../embedded/join.ts';
import type { UserKind } from '../embedded/users.ts';
import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { install, type Installed } from './install.ts';
import { withLock } from './lock.ts';
import { openLogin } from './logins.ts';
import { migrate, type Migration } from './migrate.ts';
import { onLostConnection } from './lost-connection.ts';
import { checkRequirements } from './requirements.ts';

export interface Schema {
  readonly migrations: readonly Migration[];
  /** Runs after the migrations, in this order, when anything of it changed. */
  readonly install: readonly Installed[];
}

export interface PreparedDatabase {
  readonly ownerUrl: string;
  readonly webUrl: string;
  readonly workerUrl: string;
  /** Begins every role name of this database. */
  readonly rolePrefix: string;
  /** Names of the migrations that were missing. */
  readonly applied: readonly string[];
}

export interface Database extends PreparedDatabase {
  readonly how: 'started' | 'joined' | 'external';
  /** Other secrets derive from it. */
  readonly secret: string;
  readonly close: () => Promise<void>;
}

type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataFolder' | 'secret'>;

/** The given database or the embedded one, up to date and with log-ins that work. */
export async function openDatabase(config: DatabaseConfig, schema: Schema, kind: UserKind): Promise<Database> {
  const server = config.databaseUrl ? external(config.databaseUrl, config.secret) : await embedded(config, kind);
  try {
    const { loginSecret, ...rest } = server;
    return { ...rest, ...(await prepareDatabase(server.ownerUrl, schema, loginSecret)) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface Server extends Pick<Database, 'ownerUrl' | 'how' | 'secret' | 'close'> {
  /** The passwords of the log-ins derive from it: the same for whoever opens this database. */
  readonly loginSecret: string;
}

function external(ownerUrl: string, secret = ''): Server {
  if (!secret) throw new Error('DATABASE_URL without SESSION_SECRET');
  return { ownerUrl, how: 'external', secret, loginSecret: secret, close: async () => undefined };
}

async function embedded({ dataFolder, secret: given }: DatabaseConfig, kind: UserKind): Promise<Server> {
  const { url, how, leave } = await joinServer(dataFolder, { kind, durable: true });
  try {
    const { password: loginSecret } = new URL(url);
    const password = deriveSecret(loginSecret, 'log-in of the owner');
    await ensureOwner(url, password);
    await ensureDatabase(url, 'overstap');
    const secret = given ?? keptSecret(dataFolder);
    return { ownerUrl: ownerUrlFrom(url, password, 'overstap'), how, secret, loginSecret, close: leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** Brings a database of one's own up to date; processes that start together wait for one another. */
export async function prepareDatabase(ownerUrl: string, schema: Schema, secret: string): Promise<PreparedDatabase> {
  const owner = await connect(ownerUrl);
  try {
    await checkRequirements(owner);
    const applied = await withLock(owner, 'migrate', async () => {
      const names = await migrate(owner, ownerUrl, schema.migrations);
      await install(owner, schema.install, schema.migrations.map(({ name }) => name));
      return names;
    });
    return { ownerUrl, applied, ...(await openLogins(owner, ownerUrl, secret)) };
  } finally {
    await owner.end();
  }
}

type Logins = Pick<PreparedDatabase, 'webUrl' | 'workerUrl' | 'rolePrefix'>;

/** A copy keeps the role names of its original, so they are looked up. */
async function openLogins(owner: pg.Client, ownerUrl: string, secret: string): Promise<Logins> {
  const { rows } = await owner.query<{ role_prefix: string }>('select role_prefix from app.installation');
  const rolePrefix = rows[0]?.role_prefix;
  if (!rolePrefix) throw new Error('app.installation is empty');
  return {
    rolePrefix,
    webUrl: await openLogin(owner, ownerUrl, `${rolePrefix}web`, secret),
    workerUrl: await openLogin(owner, ownerUrl, `${rolePrefix}worker`, secret),
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', onLostConnection);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    throw new CannotGoOn(`De database is niet bereikbaar (${code ?? message}): kijk na of DATABASE_URL klopt en de server draait.`);
  }
}
