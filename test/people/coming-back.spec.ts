import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { colleague } from '../support/colleague.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

/** Ingrid looks after the people of her desk. */
describe('who comes back after leaving', () => {
  let site: TestApp;
  let ingrid: TestAgent;
  let jesse: string;

  beforeEach(async () => {
    site = await testApp();
    await colleague(site, { given: 'Jesse', prefix: 'den', family: 'Hartog', at: 'LPA-Zwolle', role: 'attendance-officer' });
    const me = await memberOf(site.database, 'ingrid');
    await run('update app.membership set administers = true where id = $1', [me]);
    ingrid = await site.signedIn('ingrid');
    jesse = String((await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.given_name = 'Jesse'"))[0]?.id);
    await run("update app.desk_case set owner_id = $1, picked_up_on = '2026-09-14' where closed_on is null and desk_id = (select organisation_id from app.membership where id = $1)", [jesse]);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const post = (address: string, form: object = {}) => ingrid.post(address).type('form').send(form).expect(303);
  const page = async (): Promise<string> => (await ingrid.get(`/beheer/mensen/${jesse}`).expect(200)).text;
  const his = () => run<{ id: string }>('select id from app.desk_case where owner_id = $1 and closed_on is null order by number', [jesse]);

  it('gets the cases back that nobody picked up, and reads so before', async () => {
    const before = await his();
    expect(before.length).toBeGreaterThan(1);
    await post(`/beheer/mensen/${jesse}/weg`, { alles: 'ja' });
    expect(await his()).toEqual([]);
    await post(`/niet-gestart/${before[0]?.id}/oppakken`);
    expect(await page()).toMatch(new RegExp(`${before.length - 1} za(ak|ken) van deze collega ligg?(t|en) nog vrij`));
    await pressedAgain(() => post(`/beheer/mensen/${jesse}/terug`));
    expect(await his()).toEqual(before.slice(1));
    expect(await page()).not.toContain('nog vrij');
    expect(await run("select from app.event where kind = 'case-picked-up' and member_id = $1", [jesse])).toHaveLength(before.length - 1);
  });

  it('gets nothing that a colleague let go of in between', async () => {
    const [first] = await his();
    await post(`/beheer/mensen/${jesse}/weg`, { alles: 'ja' });
    await post(`/niet-gestart/${first?.id}/oppakken`);
    await post(`/niet-gestart/${first?.id}/loslaten`);
    await post(`/beheer/mensen/${jesse}/terug`);
    expect((await his()).map(({ id }) => id)).not.toContain(first?.id);
  });

  it('is not remembered on a case that closed in between', async () => {
    const [first, ...others] = await his();
    await post(`/beheer/mensen/${jesse}/weg`, { alles: 'ja' });
    await run("update app.desk_case set closed_on = '2026-09-14' where id = $1", [first?.id]);
    expect(await run('select id from app.desk_case where released_from = $1 order by number', [jesse])).toEqual(others);
  });

  it('gets nothing while the account is frozen, where it would lie unseen', async () => {
    await post(`/beheer/mensen/${jesse}/weg`, { alles: 'ja' });
    await run('update app.account set frozen_at = now() where id = (select account_id from app.membership where id = $1)', [jesse]);
    expect(await page()).not.toContain('nog vrij');
    await post(`/beheer/mensen/${jesse}/terug`);
    expect(await his()).toEqual([]);
  });

  it('has no button of its own for the role that follows from that of study coach', async () => {
    const coach = await memberOf(site.database, 'emre');
    await run(`insert into app.membership (account_id, organisation_id, role, accepted_at) select account_id, organisation_id, 'mentor', accepted_at from app.membership where id = $1
      on conflict do nothing`, [coach]);
    await run('update app.membership set administers = true where id = $1', [await memberOf(site.database, 'sanne')]);
    const sanne = await site.signedIn('sanne');
    const of = async () => (await sanne.get(`/beheer/mensen/${coach}`).expect(200)).text;
    await sanne.post(`/beheer/mensen/${coach}/weg`).type('form').send({ alles: 'ja', opvolger: 'niemand' }).expect(303);
    expect(await of()).toContain('Komt vanzelf terug met de rol studieloopbaanbegeleider.');
    const [back, ...others] = [...(await of()).matchAll(/action="(\/beheer\/mensen\/[^"]+\/terug)"/g)].map(([, action]) => String(action));
    expect(others).toEqual([]);
    await sanne.post(String(back)).expect(303);
    expect(await run("select from app.membership m join app.account a on a.id = m.account_id where a.email like 'emre@%' and m.ended_on is null")).toHaveLength(2);
    expect(await of()).not.toContain('Komt vanzelf terug');
  });
});
