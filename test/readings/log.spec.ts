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
});
