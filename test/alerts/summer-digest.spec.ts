import { keepSummer, sweep } from '#alerts';
import { letterOn, memberOf, noShow, one, placed, toldOn } from './post.ts';
import { world, type World } from './world.ts';

/** Bram of Het Kompas has no desk to bother; his mentor is Fatima, and Zoë is the summer team of his school. */
describe('a summer team hears of start alerts', () => {
  let at: World;
  afterEach(() => at.close());

  async function living(): Promise<void> {
    at = await world([one('bram', noShow, { type: 'havo' }), one('finn', placed, { type: 'havo' })]);
    await at.sql(`insert into app.summer_team (organisation_id, school_year, member_id, named_on) select o.id, '2025-2026', ${memberOf('zoe')}, '2026-07-01' from app.organisation o where o.code = '10KO00'`);
    await sweep(at.tx, '2026-08-27');
    await keepSummer(at.tx, { today: () => '2026-08-27', time: () => '12:00' });
  }

  it('beside the mentor, of whom it has on its list, once', async () => {
    await living();
    await sweep(at.tx, '2026-08-28');
    expect(await toldOn(at, '2026-08-28')).toEqual(['zoe: mentor no-show']);
    expect(await letterOn(at, 'zoe', '2026-08-28')).toMatchObject({ subject: '1 leerling heeft je nodig', text: expect.stringContaining('- Niet verschenen: 1 uit klas 4B') });
    await sweep(at.tx, '2026-08-29');
    expect(await toldOn(at, '2026-08-29')).toEqual([]);
  });

  it('nobody twice: who stands in for the mentor too hears it once', async () => {
    await living();
    await at.sql(`insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on, made_by)
      select m.organisation_id, m.id, ${memberOf('zoe')}, 'summer', '2026-07-01', '2026-09-30', m.id from app.membership m where m.id = ${memberOf('fatima')}`);
    await sweep(at.tx, '2026-08-28');
    expect(await toldOn(at, '2026-08-28')).toEqual(['zoe: mentor no-show']);
  });

  it('not once somebody is in the team no longer, left, or the summer is over', async () => {
    await living();
    await sweep(at.tx, '2026-08-28');
    await at.sql('delete from app.summer_team');
    expect(await letterOn(at, 'zoe', '2026-08-28')).toBe('dropped');
    await at.sql(`insert into app.summer_team (organisation_id, school_year, member_id, named_on) select o.id, '2025-2026', ${memberOf('zoe')}, '2026-07-01' from app.organisation o where o.code = '10KO00'`);
    await at.sql(`update app.membership set ended_on = '2026-08-29' where id = ${memberOf('zoe')}`);
    await sweep(at.tx, '2026-08-30');
    expect(await toldOn(at, '2026-08-30')).toEqual([]);
    await at.sql(`update app.membership set ended_on = null where id = ${memberOf('zoe')}`);
    await sweep(at.tx, '2026-10-01');
    expect((await toldOn(at, '2026-10-01')).filter((line) => line.startsWith('zoe'))).toEqual([]);
  });
});
