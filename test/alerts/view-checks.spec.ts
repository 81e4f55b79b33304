import { sweep } from '#alerts';
import { letterOn, memberOf, newcomer } from './post.ts';
import { leaver, world, type World } from './world.ts';

/** Luuk and Isa are in view at the Doorstroompunt of Marloes; their quarter is over on Monday 9 November 2026. */
const [MONDAY, TUESDAY] = ['2026-11-09', '2026-11-10'];

describe('a desk hears that checks are due', () => {
  let at: World;
  afterEach(() => at.close());

  async function living(): Promise<void> {
    at = await world([leaver('luuk', { municipality: 'Zwolle' }), leaver('isa', { municipality: 'Kampen' })]);
    await at.sql("update app.leaver set destination = 'work'");
    await at.sql(`insert into app.in_view (leaver_id, because, school_follows, desk_id, since, watched_from, next_check_on)
      select l.id, 'ended-case', false, o.id, '2026-08-09', '2026-11-30', '2026-11-09' from app.leaver l, app.organisation o where o.code = 'DSP-10'`);
  }
  const hears = async (day: string): Promise<string[]> =>
    (await at.sql<{ who: string }>("select split_part(to_address, '@', 1) as who from app.mail where template = 'digest' and day = $1 and page ? 'checks' order by 1", [day])).map(({ who }) => who);

  it('in the digest, with counts per municipality and no name', async () => {
    await living();
    await sweep(at.tx, '2026-11-06');
    await sweep(at.tx, MONDAY);
    expect([await hears('2026-11-06'), await hears(MONDAY)]).toEqual([[], ['marloes']]);
    const mail = await letterOn(at, 'marloes', MONDAY);
    if (mail === 'dropped') throw new Error('dropped');
    expect(mail.subject).toBe('2 jongeren in beeld: kijk hoe het gaat');
    expect(mail.subject.length).toBeLessThanOrEqual(50);
    expect(mail.text).toMatch(/In beeld: kijk hoe het gaat\n- Jongeren: 1 uit Kampen en 1 uit Zwolle\nBel en noteer wat je vindt\.\n[^]*https:\/\/overstap\.example\/jongeren\n/);
    expect(mail.text).not.toMatch(/Sem|Berg|werk|2010/i);
  });

  it('once for each check, and not in a weekend', async () => {
    await living();
    await at.sql("update app.in_view set next_check_on = '2026-11-07'");
    for (const day of ['2026-11-07', MONDAY, MONDAY, TUESDAY]) await sweep(at.tx, day);
    expect([await hears('2026-11-07'), await hears(MONDAY), await hears(TUESDAY)]).toEqual([[], ['marloes'], []]);
    await at.sql("update app.in_view set call_on = '2026-11-11'");
    await sweep(at.tx, '2026-11-11');
    expect(await hears('2026-11-11')).toEqual([]);
    await at.sql("update app.in_view set next_check_on = '2026-11-12', call_on = null");
    await sweep(at.tx, '2026-11-12');
    expect(await hears('2026-11-12')).toEqual(['marloes']);
  });

  it('each on its own: also what came from another desk, and no more because old mails were emptied', async () => {
    await living();
    await at.sql(`update app.in_view set next_check_on = '${TUESDAY}', desk_id = (select id from app.organisation where code = 'LPA-Zwolle') where leaver_id = (select id from app.leaver where email like 'isa@%')`);
    await sweep(at.tx, MONDAY);
    expect(await hears(MONDAY)).toEqual(['marloes']);
    await at.sql("update app.in_view set next_check_on = '2026-11-05', desk_id = (select id from app.organisation where code = 'DSP-10') where told_in = '{}'");
    await sweep(at.tx, TUESDAY);
    expect(await hears(TUESDAY)).toEqual(['marloes']);
    await at.sql("update app.mail set state = 'sent', page = '{}'");
    await sweep(at.tx, '2026-11-11');
    expect(await hears('2026-11-11')).toEqual([]);
    await at.sql("update app.mail set state = 'dead'");
    await sweep(at.tx, '2026-11-12');
    expect(await hears('2026-11-12')).toEqual(['marloes']);
  });

  it('not who said no, is away or left, nor anybody once it was done', async () => {
    await living();
    await newcomer(at, 'kim', 'DSP-10', 'doorstroompunt-officer');
    await newcomer(at, 'bo', 'DSP-10', 'doorstroompunt-officer');
    await at.sql(`insert into app.mail_setting (member_id, choices) values (${memberOf('kim')}, '{"view-checks": "never"}')`);
    await at.sql(`insert into app.mail_setting (member_id, away_from, away_until) values (${memberOf('bo')}, '2026-11-01', '2026-11-30')`);
    await sweep(at.tx, MONDAY);
    expect(await hears(MONDAY)).toEqual(['marloes']);
    await at.sql("update app.in_view set next_check_on = '2027-02-09'");
    expect(await letterOn(at, 'marloes', MONDAY)).toBe('dropped');
    await at.sql("update app.in_view set next_check_on = '2026-11-09'");
    await at.sql(`update app.membership set role = 'privacy-officer' where id = ${memberOf('marloes')}`);
    expect(await letterOn(at, 'marloes', MONDAY)).toBe('dropped');
  });
});
