import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { emptyDatabase } from '../../../../test/support/fresh-database.ts';
import { prepareDatabase, type Schema } from './open-database.ts';

const SECRET = 'the secret of this spec';

class First1700000000000 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await database.query(`
      create schema app;
      create table app.installation (role_prefix text not null, fingerprint text);
      insert into app.installation values (current_database() || '_');
      do $$ begin
        execute format('create role %I login noinherit', current_database() || '_web');
        execute format('create role %I login noinherit', current_database() || '_worker');
        execute format('grant usage on schema app to %I', current_database() || '_web');
      end $$`);
  }

  async down(): Promise<never> {
    throw new Error('never');
  }
}

class Second1700000000001 extends First1700000000000 {
  override async up(database: QueryRunner): Promise<void> {
    await database.query('create table app.later (day date)');
  }
}

const answering = (answer: number): Schema['install'] => [
  { name: 'answer', sql: `create or replace function app.answer() returns int language sql return ${answer}` },
];
const schema: Schema = { migrations: [First1700000000000], install: answering(1) };

describe('bringing a database up to date', () => {
  let database: Awaited<ReturnType<typeof emptyDatabase>>;

  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(async () => {
    const [row] = await database.asSuperuser<{ name: string }>('select current_database() as name');
    await database.drop();
    await dropRoles(String(row?.name));
  });

  const prepare = (wanted = schema) => prepareDatabase(database.ownerUrl, wanted, SECRET);
  const answer = async (): Promise<unknown> => (await database.asSuperuser('select app.answer()'))[0]?.answer;

  it('names what it applied, and nothing the second time', async () => {
    expect((await prepare()).applied).toEqual(['First1700000000000']);
    const more = { ...schema, migrations: [...schema.migrations, Second1700000000001] };
    expect((await prepare(more)).applied).toEqual(['Second1700000000001']);
    expect((await prepare(more)).applied).toEqual([]);
  });

  it('gives log-ins that own nothing and carry the name of the database', async () => {
    const { webUrl, workerUrl, rolePrefix } = await prepare();
    expect(await userOf(webUrl)).toBe(`${rolePrefix}web`);
    expect(await userOf(workerUrl)).toBe(`${rolePrefix}worker`);
    await expect(ask(webUrl, 'create table app.mine ()')).rejects.toMatchObject({ code: '42501' });
  });

  it('gives a log-in its password again when the secret has changed', async () => {
    const { webUrl } = await prepare();
    const other = await prepareDatabase(database.ownerUrl, schema, 'another secret');
    expect(other.webUrl).not.toBe(webUrl);
    await expect(userOf(webUrl)).rejects.toMatchObject({ code: '28P01' });
    expect(await userOf(other.webUrl)).toBe(`${other.rolePrefix}web`);
  });

  it('lets processes that start together wait for each other', async () => {
    const all = await Promise.all([prepare(), prepare(), prepare()]);
    expect(all.flatMap(({ applied }) => applied)).toEqual(['First1700000000000']);
  });

  it('installs again exactly when a statement has changed', async () => {
    await prepare();
    await database.asSuperuser('create or replace function app.answer() returns int language sql return 0');
    await prepare();
    expect(await answer()).toBe(0);
    await prepare({ ...schema, install: answering(2) });
    expect(await answer()).toBe(2);
  });

  it('keeps what was installed when one of the new statements fails', async () => {
    await prepare();
    const broken = [...answering(2), { name: 'broken', sql: 'select nothing from nowhere' }];
    await expect(prepare({ ...schema, install: broken })).rejects.toThrow('Installing broken failed');
    expect(await answer()).toBe(1);
  });

  it('leaves a database of a newer Overstap alone', async () => {
    await prepare({ ...schema, migrations: [First1700000000000, Second1700000000001] });
    await expect(prepare()).rejects.toThrow('De database is van een nieuwere Overstap (Second1700000000001).');
  });

  it('says what is missing when the owner may not make roles', async () => {
    const [row] = await database.asSuperuser<{ name: string }>('select current_database() as name');
    await database.asSuperuser(`create role ${row?.name}_poor login password 'poor'`);
    await database.asSuperuser(`alter database ${row?.name} owner to ${row?.name}_poor`);
    const url = new URL(database.ownerUrl);
    Object.assign(url, { username: `${row?.name}_poor`, password: 'poor' });
    await expect(prepareDatabase(url.href, schema, SECRET)).rejects.toThrow('mag geen rollen maken');
  });

  it('says so when there is no database to reach', async () => {
    await expect(prepareDatabase('postgres://u:p@127.0.0.1:1/x', schema, SECRET)).rejects.toThrow('De database is niet bereikbaar (ECONNREFUSED)');
  });
});

const userOf = async (url: string): Promise<unknown> => (await ask(url, 'select current_user as name'))[0]?.name;

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function dropRoles(database: string): Promise<void> {
  const server = String(process.env.TEST_SERVER_URL);
  const roles = await ask(server, `select rolname from pg_roles where starts_with(rolname, '${database}_')`);
  for (const { rolname } of roles) await ask(server, `drop role ${String(rolname)}`);
}
