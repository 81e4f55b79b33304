import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Ingrid closes one case after the other of Leerplicht Zwolle. */
describe('the next case', () => {
  let site: TestApp;
  let ingrid: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    ingrid = await site.signedIn('ingrid');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const open = () => run<{ id: string; name: string }>(`select c.id, k.display_name as name from app.desk_case c join app.card k on k.leaver_id = c.leaver_id
    join app.organisation o on o.id = c.desk_id where o.code = 'LPA-Zwolle' and c.closed_on is null order by c.number`);
  const post = (id: string, what: string, form: object = {}) => ingrid.post(`/niet-gestart/${id}${what}`).type('form').send(form).expect(303);
  const nextOf = async (id: string): Promise<string | undefined> => />Volgende: ([^<]+)</.exec((await ingrid.get(`/niet-gestart/${id}`).expect(200)).text)?.[1]?.replace(' ›', '');

  it('is the most urgent one of the list, and never one that is done for today', async () => {
    await run("update app.desk_case set desk_id = (select id from app.organisation where code = 'LPA-Zwolle'), queue_region = null, route = 'leerplicht' where closed_on is null");
    await run('select app.refresh_access(array(select leaver_id from app.desk_case))');
    const [first, ...others] = await open();
    const late = others.at(-1);
    expect(others.length).toBeGreaterThan(2);
    await run("update app.desk_case set opened_on = '2026-09-14' where closed_on is null");
    await run("update app.desk_case set opened_on = '2026-08-31', picked_up_on = null where id = $1", [late?.id]);
    const list = (await ingrid.get('/niet-gestart').expect(200)).text;
    const names = [...list.matchAll(/href="\/niet-gestart\/[\da-f-]{36}"[^>]*>(?:<strong>)?([^<]+)</g)].map(([, name]) => name).filter((name) => name !== first?.name);
    expect(names[0]).toBe(late?.name);
    await post(String(first?.id), '', { uitkomst: 'works', notitie: '' });
    expect(await nextOf(String(first?.id))).toBe(late?.name);
    await post(String(late?.id), '', { uitkomst: 'no-contact', notitie: '', opnieuw: '' });
    expect(await nextOf(String(first?.id))).toBe(names[1]);
    const second = others.find(({ name }) => name === names[1]);
    await post(String(second?.id), '/plan', { plan: 'Later', volgende: '2026-09-21', intake: '', traject: '', klaar: '' });
    expect(await nextOf(String(first?.id))).toBe(names[2]);
    await run("update app.desk_case set owner_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.given_name = 'Marloes' limit 1)");
    expect(await nextOf(String(first?.id))).toBeUndefined();
  });
});
