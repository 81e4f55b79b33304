import { setTimeout as sleep } from 'node:timers/promises';
import { Clock, Closers, type Database } from '#platform';
import { openExample } from '../../apps/service/src/example/example.ts';
import type { ExampleRegion } from '../../apps/web/src/index.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { testApp } from '../support/test-app.ts';

const [APRIL, JUNE] = ['2026-04-01', '2026-06-01'];

describe('the example when filling it breaks off half-way', () => {
  let database: FreshDatabase;
  const closers = new Closers();
  const clock = new Clock({ today: APRIL });
  const open = (): Promise<ExampleRegion | undefined> =>
    openExample({ database: database as unknown as Database, clock, publicUrl: new URL('http://localhost'), today: APRIL }, closers);
  const day = async (): Promise<unknown> => (await database.asSuperuser<{ day: string | null }>('select example_day::text as day from app.installation'))[0]?.day;

  beforeAll(async () => {
    database = await freshDatabase();
    await database.asSuperuser("create function app.broken() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose'; end $$");
  });
  afterAll(async () => {
    await closers.close();
    await database.drop();
  });

  const breakIt = () => database.asSuperuser('create trigger broken before insert on app.application execute function app.broken()');
  const mendIt = () => database.asSuperuser('drop trigger broken on app.application');

  it('says so in one sentence at the start, fills it at the next start, and knows when a jump failed', async () => {
    await breakIt();
    await expect(open()).rejects.toThrow('Het voorbeeld kon niet worden gevuld. Start Overstap opnieuw: dan begint het vullen van voren af aan.');
    expect(await day()).toBeNull();
    await mendIt();
    const region = await open();
    expect([await day(), region?.failedOn()]).toEqual([APRIL, undefined]);
    expect(await database.asSuperuser('select count(*)::int as later from app.application where applied_on > $1', [APRIL])).toEqual([{ later: 0 }]);
    await breakIt();
    region?.goTo(JUNE);
    while (region?.busyWith()) await sleep(50);
    expect([await day(), region?.failedOn()]).toEqual([null, JUNE]);
  });
});

describe('the page of the days after a jump that failed', () => {
  it('says that it did not work and tries again; no other page shows half a region', async () => {
    let failed: string | undefined = JUNE;
    const tried: string[] = [];
    const example: ExampleRegion = { days: [APRIL, JUNE], busyWith: () => undefined, failedOn: () => failed, goTo: (to) => { failed = void tried.push(to); } };
    const site = await testApp({ example });
    const visitor = site.visitor();
    const { text } = await visitor.get('/voorbeeld/dag').expect(200);
    expect(text).toMatch(/<h1[^>]*>Het vullen is niet gelukt<\/h1>[^]*niet klaar voor 1 juni 2026[^]*name="dag" value="2026-06-01"[^]*Probeer het opnieuw/);
    expect((await visitor.get('/inloggen').expect(503)).text).toContain('href="/voorbeeld/dag"');
    await visitor.post('/voorbeeld/dag').type('form').send({ dag: JUNE }).expect(303);
    expect(tried).toEqual([JUNE]);
    expect((await visitor.get('/voorbeeld/dag').expect(200)).text).toContain('Kies een dag');
    await visitor.get('/inloggen').expect(200);
    await site.close();
  });
});
