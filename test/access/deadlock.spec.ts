import { openPool, Tx, WORKER } from '#platform';
import type { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

const CODES = ['10AA', '20BB'] as const;

describe('two transactions that wait for each other', () => {
  let database: FreshDatabase;
  let pool: Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    pool = openPool(database.workerUrl, { max: 2, pipeline: true });
    for (const code of CODES) await database.asSuperuser(`insert into app.organisation (code, name, kind) values ($1, '', 'vo')`, [code]);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  /** Writes its letter behind both names, in the order given, and leaves the other time to do the same. */
  const write = (letter: string, codes: readonly string[], tries: string[]): Promise<void> =>
    new Tx(pool, database.rolePrefix).run(WORKER, async (sql) => {
      tries.push(letter);
      for (const code of codes) {
        await sql('update app.organisation set name = name || $2 where code = $1', [code, letter]);
        await sql('select pg_sleep(0.3)');
      }
    });

  it('both do what they came for, once', async () => {
    const tries: string[] = [];
    await Promise.all([write('a', CODES, tries), write('b', [...CODES].reverse(), tries)]);
    expect(tries).toHaveLength(3);
    const rows = await database.asSuperuser<{ name: string }>('select name from app.organisation order by code');
    expect(rows.map(({ name }) => name.split('').sort().join(''))).toEqual(['ab', 'ab']);
  });
});
