import { keepReadings, ReadingLog, type Visitor } from '#people';
import { openPool, Tx, WORKER } from '#platform';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

describe('the log of reading', () => {
  let site: TestApp;
  let web: Tx;
  let close: () => Promise<void>;
  let abdi: string;

  beforeAll(async () => {
    site = await testApp();
    const pool = openPool(site.database.webUrl, { max: 2, pipeline: true });
    web = new Tx(pool, site.database.rolePrefix);
    close = () => pool.end();
    const [leaver] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    abdi = String(leaver?.id);
    const member = await memberOf(site.database, 'fatima');
    const line = { account: member, member, person: 'Fatima el Amrani', role: 'mentor', reader: member, organisation: 'Het Kompas', what: 'leaver-opened', way: 'page', sections: ['contact'], leavers: [abdi], address: '10.1.2.0' };
    await pool.query('select app.note_readings($1)', [JSON.stringify([line, { ...line, leavers: null, what: 'refused-rows', way: 'export', rows: 3 }])]);
  });
  afterAll(async () => {
    await close();
    await site.close();
  });

  it('is never changed, emptied or shortened, by the worker or by the owner', async () => {
    for (const sql of ["update app.reading set person = 'x'", 'delete from app.reading', 'truncate app.reading']) {
      await expect(site.worker.run(WORKER, (run) => run(sql))).rejects.toMatchObject({ code: '42501' });
      await expect(site.database.asSuperuser(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(site.worker.run(WORKER, (run) => run('drop table app.reading'))).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody into its months by themselves', async () => {
    const [month] = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'reading_month'::regnamespace limit 1");
    await expect(site.worker.run(WORKER, (run) => run(`select from reading_month.${String(month?.name)}`))).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps a shortened address, and what an export of unknown rows was', async () => {
    const rows = await site.worker.read(WORKER, { text: 'select leaver_number as number, address, what, rows_shown as rows from app.reading order by id' });
    expect(rows).toEqual([{ number: '1002', address: '10.1.2.0', what: 'leaver-opened', rows: 1 }, { number: null, address: '10.1.2.0', what: 'refused-rows', rows: 3 }]);
  });

  it('tells a student who read about them, and nobody else', async () => {
    const ask = { text: 'select person, organisation, what, sections from app.readers_of_me()' };
    expect(await web.read({ kind: 'student', leaverId: abdi }, ask)).toEqual([{ person: 'Fatima el Amrani', organisation: 'Het Kompas', what: 'leaver-opened', sections: ['contact'] }]);
    expect(await web.read({ kind: 'student', leaverId: '00000000-0000-4000-8000-00000000dead' }, ask)).toEqual([]);
    await expect(web.read({ kind: 'mentor' }, ask)).rejects.toMatchObject({ code: '42501' });
    await expect(web.read({ kind: 'student', leaverId: abdi }, { text: 'select account_id from app.reading' })).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps what was still waiting when the site stops', async () => {
    const log = new ReadingLog(openPool(site.database.webUrl, { max: 1, pipeline: false }));
    const id = await memberOf(site.database, 'joost');
    const visitor: Visitor = { memberId: id, accountId: id, role: 'mentor', person: 'Joost Bakker', organisationId: id, organisation: 'Het Kompas', organisationKind: 'vo', administers: false, idleSeconds: 7200, pending: false, actor: { kind: 'mentor' } };
    const kept = Promise.all(Array.from({ length: 1200 }, () => log.note(visitor, '', { what: 'leaver-opened', leavers: [abdi] })));
    await log.onApplicationShutdown();
    await kept;
    const [row] = await site.database.asSuperuser("select count(*)::int as lines from app.reading where person = 'Joost Bakker'");
    expect(row).toEqual({ lines: 1200 });
  });

  it('makes the coming months, and drops those past five years and no others', async () => {
    const months = async (): Promise<string[]> => {
      const rows = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'reading_month'::regnamespace and relkind = 'r'");
      return rows.map(({ name }) => name).toSorted();
    };
    const before = await months();
    const [{ old, kept }] = (await site.database.asSuperuser(`select to_char(now() - interval '61 months', '"m"YYYY_MM') as old,
      to_char(now() - interval '60 months', '"m"YYYY_MM') as kept`)) as [{ old: string; kept: string }];
    const spans = { [old]: 61, [kept]: 60 };
    for (const [name, back] of Object.entries(spans)) {
      await site.database.asSuperuser(`do $$ declare month date := date_trunc('month', now() at time zone 'UTC') - interval '${back} months'; begin
        execute format('create table reading_month.${name} partition of app.reading for values from (%L) to (%L)', month || ' 00:00Z', (month + interval '1 month') || 'Z'); end $$`);
    }
    await site.database.asSuperuser(`drop table reading_month.${String(before.at(-1))}`);
    await keepReadings(site.worker);
    expect(await months()).toEqual([kept, ...before]);
    await keepReadings(site.worker);
    expect(await months()).toEqual([kept, ...before]);
  });
});
