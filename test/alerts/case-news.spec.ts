import { sweep } from '#alerts';
import { letterOn, memberOf, noShow, one } from './post.ts';
import { world, type World } from './world.ts';

/** Of Luuk and Sem the Leerplicht officers have a case since Monday 31 August 2026; Ingrid took both. */
describe('who has a case hears by mail what another told of it', () => {
  let at: World;
  afterEach(() => at.close());

  it('how many and which, never what was told', async () => {
    at = await world([one('luuk', noShow, { municipality: 'Zwolle' }), one('sem', noShow, { municipality: 'Zwolle' })]);
    await sweep(at.tx, '2026-08-31');
    await at.sql(`update app.desk_case set owner_id = ${memberOf('ingrid')}, desk_id = (select organisation_id from app.membership where id = ${memberOf('ingrid')})`);
    await at.sql("update app.leaver set destination = 'work', destination_source = 'mentor' where email like 'luuk@%'");
    await sweep(at.tx, '2026-09-01');
    const mail = await letterOn(at, 'ingrid', '2026-09-01');
    if (mail === 'dropped') throw new Error('dropped');
    expect(mail.subject).toBe('Er is nieuws over 1 zaak van jou');
    expect(mail.text).toMatch(/Nieuws over zaken van jou\n- Zaken: \d+\nLees wat een ander meldde, en beslis of je verdergaat\.\n[^]*https:\/\/overstap\.example\/niet-gestart\n/);
    expect(mail.text).not.toMatch(/Luuk|werk|Zwolle|bestemming/i);
    await at.sql('update app.desk_case set news_at = null');
    expect(await letterOn(at, 'ingrid', '2026-09-01')).toBe('dropped');
  });
});
