import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openPool, withClient } from '#platform';
import { emptyExample } from '../../apps/service/src/example/empty.ts';
import { peopledDatabase, type FreshDatabase } from '../support/fresh-database.ts';

describe('emptying the example while the worker is at work', () => {
  let database: FreshDatabase;
  let owner: Pool;
  let background: Pool;

  beforeAll(async () => {
    database = await peopledDatabase();
    [owner, background] = [openPool(database.ownerUrl, { max: 2, pipeline: false }), openPool(database.ownerUrl, { max: 1, pipeline: false })];
    await owner.query("update app.installation set origin = 'example'");
  });
  afterAll(async () => {
    await Promise.all([owner.end(), background.end()]);
    await database.drop();
  });

  const leavers = async (): Promise<unknown> => (await database.asSuperuser<{ count: number }>('select count(*)::int from app.leaver'))[0]?.count;

  /** Emptying has the memberships by now, and cannot have the mails. */
  async function waitsForMail(): Promise<void> {
    const waits = "select from pg_locks where not granted and relation = 'app.mail'::regclass";
    while (!(await database.asSuperuser(waits)).length) await sleep(20);
  }

  it('is done again when both waited for each other', async () => {
    expect(await leavers()).not.toBe(0);
    const emptied = await withClient(background, async (client) => {
      await client.query('begin; select from app.mail');
      const emptying = emptyExample(owner).catch((error: unknown) => error);
      await waitsForMail();
      await client.query('select from app.membership; commit');
      return emptying;
    });
    expect([await emptied, await leavers()]).toEqual([undefined, 0]);
  });
});
