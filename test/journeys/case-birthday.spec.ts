import { HandOvers, sweep } from '#alerts';
import { applied, leaver, world, type World } from '../alerts/world.ts';

const noShow = applied([['admitted', '2026-05-12'], ['no-show', '2026-08-26']]);

describe('a case at the 18th birthday', () => {
  let at: World;
  afterEach(() => at.close());

  const offeredOn = async (day: string): Promise<string | null | undefined> => {
    await sweep(at.tx, day);
    const [row] = await at.sql<{ desk: string; offered: string | null }>('select o.code as desk, f.code as offered from app.desk_case c join app.organisation o on o.id = c.desk_id left join app.organisation f on f.id = c.offered_to');
    expect(row?.desk).toBe('LPA-Zwolle');
    return row?.offered;
  };

  it('stays with leerplicht the day before, and is offered on the day itself', async () => {
    at = await world([leaver('abdi', { applications: [noShow], born: '2008-09-16' })]);
    expect([await offeredOn('2026-09-14'), await offeredOn('2026-09-15'), await offeredOn('2026-09-16'), await offeredOn('2026-09-17')]).toEqual([null, null, 'DSP-10', 'DSP-10']);
    expect(await at.sql("select count(*)::int as n from app.event where kind = 'case-offered'")).toEqual([{ n: 1 }]);
    expect(await at.sql("select distinct to_address as to from app.mail where day = '2026-09-16' and to_address like '%dsp-10%'")).toEqual([{ to: 'marloes@dsp-10.example' }]);
  });

  it('of 29 February is on 1 March in a common year', async () => {
    at = await world([leaver('abdi', { applications: [noShow], born: '2008-02-29' })]);
    const [row] = await at.sql<{ birthday: string; common: string }>("select app.birthday('2008-02-29', 18)::text as birthday, app.birthday('2008-02-29', 20)::text as common");
    expect(row).toEqual({ birthday: '2026-03-01', common: '2028-02-29' });
  });

  it('that the Doorstroompunt declined stays with leerplicht, and is not offered every day again', async () => {
    at = await world([leaver('abdi', { applications: [noShow], born: '2008-09-16' })]);
    await sweep(at.tx, '2026-09-14');
    expect(await offeredOn('2026-09-16')).toBe('DSP-10');
    const [row] = await at.sql<{ id: string }>('select id from app.desk_case');
    expect(await new HandOvers(at.web, { today: () => '2026-09-16' }).refuse(await at.member('marloes'), String(row?.id), 'Begint maandag.')).toBe('done');
    expect([await offeredOn('2026-09-17'), await offeredOn('2026-09-18')]).toEqual([null, null]);
  });
});
