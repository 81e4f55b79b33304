import { sweep } from '#alerts';
import type { Person } from '../personas/people.ts';
import { atDesks, type AtDesks } from '../support/at-desks.ts';

/** A desk asked another one, or gave a case away; then it went on without them. */
describe('a case that went on without who was asked', () => {
  let at: AtDesks;

  beforeEach(async () => {
    at = await atDesks();
  });
  afterEach(() => at.site.close());

  const ask = async (person: Person, id: string, code: string) => at.send(person, `/niet-gestart/${id}/overdragen`, { naar: await at.desk(code), waarom: 'Woont nu daar.' });
  const sees = async (person: Person, id: string): Promise<boolean> => (await (await at.as(person)).get(`/niet-gestart/${id}`)).status === 200;
  const stands = async (id: string) => (await at.run(`select o.code as desk, a.given_name as owner from app.desk_case c left join app.organisation o on o.id = c.desk_id
    left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id where c.id = $1`, [id]))[0];

  it('is not taken by who was asked before it went to the Doorstroompunt at 18', async () => {
    const id = await at.caseOf('abdi');
    await at.run("update app.leaver set birth_date = '2008-09-15' where given_name = 'Abdi'");
    await at.send('ingrid', `/niet-gestart/${id}/oppakken`);
    await ask('ingrid', id, 'LPA-Kampen');
    at.site.clock.standStill('2026-09-15');
    await sweep(at.site.worker, '2026-09-15');
    expect((await at.send('marloes', `/niet-gestart/${id}/oppakken`)).status).toBe(303);
    expect(await sees('mark', id)).toBe(false);
    expect((await at.send('mark', `/niet-gestart/${id}/oppakken`)).status).toBe(404);
    expect(await stands(id)).toEqual({ desk: 'DSP-10', owner: 'Marloes' });
  });

  it('is not taken by who was asked before its region gave it to another desk', async () => {
    const id = await at.caseOf('daan');
    await at.send('gijs', `/regio/wachtrij/${id}`, { bureau: await at.desk('LPA-Zwolle') });
    await ask('ingrid', id, 'LPA-Ermelo');
    expect(await sees('youssef', id)).toBe(true);
    await at.send('gijs', `/regio/wachtrij/${id}/terugnemen`);
    await at.send('gijs', `/regio/wachtrij/${id}`, { bureau: await at.desk('LPA-Kampen') });
    expect(await sees('youssef', id)).toBe(false);
    expect((await at.send('youssef', `/niet-gestart/${id}/oppakken`)).status).toBe(404);
  });

  it('opens again without the question that stood when it closed, and is at once in time', async () => {
    const id = await at.caseOf('abdi');
    await at.run("update app.desk_case set opened_on = '2026-08-03', at_desk_since = '2026-08-03' where id = $1", [id]);
    await ask('ingrid', id, 'LPA-Ermelo');
    await at.send('ingrid', `/niet-gestart/${id}`, { uitkomst: 'works' });
    await at.run('update app.desk_case set owner_id = null, picked_up_on = null where id = $1', [id]);
    at.site.clock.standStill('2026-11-20');
    expect((await at.send('ingrid', `/niet-gestart/${id}/heropenen`, { reden: 'back' })).status).toBe(303);
    expect(await sees('youssef', id)).toBe(false);
    expect(await at.run('select picked_up_on::text as on from app.desk_case where id = $1', [id])).toEqual([{ on: '2026-11-20' }]);
  });

  it('is not offered again to the desk that gave it away, when something worse is reported', async () => {
    const id = await at.caseOf('isa');
    await ask('mark', id, 'LPA-Ermelo');
    await at.send('youssef', `/niet-gestart/${id}/oppakken`);
    await at.run(`with told as (insert into app.event (leaver_id, application_id, kind, became, as_of, audience, source)
      select a.leaver_id, a.id, 'status-reported', 'no-show', '2026-09-15', 'all', 'file' from app.application a join app.leaver l on l.id = a.leaver_id where l.given_name = 'Isa' returning application_id)
      select count(*) from told`);
    await at.run("select app.refresh_statuses(array(select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.given_name = 'Isa'))");
    at.site.clock.standStill('2026-09-15');
    expect(await sweep(at.site.worker, '2026-09-15')).toMatchObject({ escalated: 1 });
    expect(await sees('mark', id)).toBe(false);
    expect(await at.run("select from app.mail m join app.account a on a.id = m.account_id where a.email like 'mark@%' and m.day = '2026-09-15'")).toEqual([]);
    expect(await stands(id)).toEqual({ desk: 'LPA-Ermelo', owner: 'Youssef' });
  });

  it('is not taken back by the region that gave it to a desk which gave it to another', async () => {
    const id = await at.caseOf('daan');
    await at.send('gijs', `/regio/wachtrij/${id}`, { bureau: await at.desk('LPA-Zwolle') });
    await ask('ingrid', id, 'LPA-Ermelo');
    await at.send('youssef', `/niet-gestart/${id}/oppakken`);
    await at.send('youssef', `/niet-gestart/${id}/loslaten`);
    await at.send('gijs', `/regio/wachtrij/${id}/terugnemen`);
    expect(await stands(id)).toEqual({ desk: 'LPA-Ermelo', owner: null });
  });
});
