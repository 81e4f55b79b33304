import type TestAgent from 'supertest/lib/agent.js';
import { sweep } from '#alerts';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** A desk asked another one, or gave a case away; then it went on without them. */
describe('a case that went on without who was asked', () => {
  let site: TestApp;
  const browsers = new Map<Person, TestAgent>();

  beforeEach(async () => {
    site = await testApp();
    browsers.clear();
  });
  afterEach(() => site.close());

  const as = async (person: Person): Promise<TestAgent> => {
    const browser = browsers.get(person) ?? (await site.signedIn(person));
    browsers.set(person, browser);
    return browser;
  };
  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (sql: string, value: string): Promise<string> => (await run<{ id: string }>(sql, [value]))[0]!.id;
  const caseOf = (name: string) => idOf('select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.given_name = $1', name);
  const desk = (code: string) => idOf('select id from app.organisation where code = $1', code);
  const send = async (person: Person, address: string, form: object = {}) => (await as(person)).post(address).type('form').send(form);
  const ask = async (person: Person, id: string, code: string) => send(person, `/niet-gestart/${id}/overdragen`, { naar: await desk(code), waarom: 'Woont nu daar.' });
  const sees = async (person: Person, id: string): Promise<boolean> => (await (await as(person)).get(`/niet-gestart/${id}`)).status === 200;
  const stands = async (id: string) => (await run(`select o.code as desk, a.given_name as owner from app.desk_case c left join app.organisation o on o.id = c.desk_id
    left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id where c.id = $1`, [id]))[0];

  it('is not taken by who was asked before it went to the Doorstroompunt at 18', async () => {
    const id = await caseOf('Abdi');
    await run("update app.leaver set birth_date = '2008-09-15' where given_name = 'Abdi'");
    await send('ingrid', `/niet-gestart/${id}/oppakken`);
    await ask('ingrid', id, 'LPA-Kampen');
    site.clock.standStill('2026-09-15');
    await sweep(site.worker, '2026-09-15');
    expect((await send('marloes', `/niet-gestart/${id}/oppakken`)).status).toBe(303);
    expect(await sees('mark', id)).toBe(false);
    expect((await send('mark', `/niet-gestart/${id}/oppakken`)).status).toBe(404);
    expect(await stands(id)).toEqual({ desk: 'DSP-10', owner: 'Marloes' });
  });

  it('is not taken by who was asked before its region gave it to another desk', async () => {
    const id = await caseOf('Daan');
    await send('gijs', `/regio/wachtrij/${id}`, { bureau: await desk('LPA-Zwolle') });
    await ask('ingrid', id, 'LPA-Ermelo');
    expect(await sees('youssef', id)).toBe(true);
    await send('gijs', `/regio/wachtrij/${id}/terugnemen`);
    await send('gijs', `/regio/wachtrij/${id}`, { bureau: await desk('LPA-Kampen') });
    expect(await sees('youssef', id)).toBe(false);
    expect((await send('youssef', `/niet-gestart/${id}/oppakken`)).status).toBe(404);
  });

  it('opens again without the question that stood when it closed, and is at once in time', async () => {
    const id = await caseOf('Abdi');
    await run("update app.desk_case set opened_on = '2026-08-03', at_desk_since = '2026-08-03' where id = $1", [id]);
    await ask('ingrid', id, 'LPA-Ermelo');
    await send('ingrid', `/niet-gestart/${id}`, { uitkomst: 'works' });
    await run('update app.desk_case set owner_id = null, picked_up_on = null where id = $1', [id]);
    site.clock.standStill('2026-11-20');
    expect((await send('ingrid', `/niet-gestart/${id}/heropenen`, { reden: 'back' })).status).toBe(303);
    expect(await sees('youssef', id)).toBe(false);
    expect(await run('select picked_up_on::text as on from app.desk_case where id = $1', [id])).toEqual([{ on: '2026-11-20' }]);
  });

  it('is not offered again to the desk that gave it away, when something worse is reported', async () => {
    const id = await caseOf('Isa');
    await ask('mark', id, 'LPA-Ermelo');
    await send('youssef', `/niet-gestart/${id}/oppakken`);
    await run(`with told as (insert into app.event (leaver_id, application_id, kind, became, as_of, audience, source)
      select a.leaver_id, a.id, 'status-reported', 'no-show', '2026-09-15', 'all', 'file' from app.application a join app.leaver l on l.id = a.leaver_id where l.given_name = 'Isa' returning application_id)
      select count(*) from told`);
    await run("select app.refresh_statuses(array(select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.given_name = 'Isa'))");
    site.clock.standStill('2026-09-15');
    expect(await sweep(site.worker, '2026-09-15')).toMatchObject({ escalated: 1 });
    expect(await sees('mark', id)).toBe(false);
    expect(await run("select from app.mail m join app.account a on a.id = m.account_id where a.email like 'mark@%' and m.day = '2026-09-15'")).toEqual([]);
    expect(await stands(id)).toEqual({ desk: 'LPA-Ermelo', owner: 'Youssef' });
  });

  it('is not taken back by the region that gave it to a desk which gave it to another', async () => {
    const id = await caseOf('Daan');
    await send('gijs', `/regio/wachtrij/${id}`, { bureau: await desk('LPA-Zwolle') });
    await ask('ingrid', id, 'LPA-Ermelo');
    await send('youssef', `/niet-gestart/${id}/oppakken`);
    await send('youssef', `/niet-gestart/${id}/loslaten`);
    await send('gijs', `/regio/wachtrij/${id}/terugnemen`);
    expect(await stands(id)).toEqual({ desk: 'LPA-Ermelo', owner: null });
  });
});
