import { openPool, Tx } from '#platform';
import { workDeliveries } from '#exchange';
import { testApp, type TestApp } from '../support/test-app.ts';
import { deskFor, HEADER } from './desk.ts';

const MANY = Array.from({ length: 8000 }, (_, at) => `${100_000 + at};Kind${at};Proef;01-02-2010;4C;`);

describe('a worker that is killed while it imports', () => {
  let site: TestApp;
  let desk: ReturnType<typeof deskFor>;

  beforeAll(async () => {
    site = await testApp();
    desk = deskFor(site);
  });
  afterAll(() => site.close());

  /**
   * Ends the connection of the import as soon as it writes leavers, as the death of its process would.
   * Only in this database: each test has its own, made from one template, so that the same table has the same number in all.
   */
  async function killWhileWriting(): Promise<boolean> {
    for (let look = 0; look < 2000; look++) {
      const killed = await site.database.asSuperuser<{ killed: boolean }>(
        `select pg_terminate_backend(l.pid) as killed from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.relation = 'app.leaver'::regclass and l.mode = 'RowExclusiveLock' limit 1`,
      );
      if (killed.length) return true;
    }
    return false;
  }

  it('leaves nothing half done, and the next one does it all', async () => {
    const lars = await site.signedIn('lars');
    const before = await desk.count('app.leaver');
    const page = await desk.brought(lars, 'leerlingen.csv', [HEADER, ...MANY]);
    await lars.post(`${page}/importeren`).expect(303);
    const doomed = openPool(site.database.workerUrl, { max: 2, pipeline: false });
    const round = workDeliveries(new Tx(doomed, site.database.rolePrefix), { day: site.clock.today(), now: site.clock.now() }).catch((error: unknown) => error);
    expect(await killWhileWriting()).toBe(true);
    expect(await round).toBeInstanceOf(Error);
    await doomed.end();
    expect(await desk.count('app.leaver')).toBe(before);
    expect(await desk.text(lars, page)).toContain('We importeren 8.000 leerlingen');
    expect(await desk.work()).toBe(1);
    expect(await desk.text(lars, page)).toContain('Geïmporteerd op');
    expect(await desk.count('app.leaver')).toBe(before + MANY.length);
  });

  it('is not tried for ever when the file itself is the reason', async () => {
    const lars = await site.signedIn('lars');
    const { headers } = await desk.upload(lars, 'leerlingen.csv', [HEADER, '9001;Nina;Proef;01-02-2010;4C;']).expect(303);
    await site.database.asSuperuser("update app.delivery set attempts = 3 where state = 'uploaded'");
    await desk.work();
    expect(await desk.text(lars, String(headers.location))).toContain('Dit lukte niet door een fout in Overstap. Er is niets gewijzigd.');
  });
});
