import { mailsOf, queueNews, sweep } from '#alerts';
import { Clock, render, WORKER } from '#platform';
import { PASSPORT_PARTS } from '#policy';
import { applied, leaver, world, type World } from '../alerts/world.ts';

/** Monday 9 February 2026: nothing is due by itself yet. Joost is a colleague of Fatima. */
const MONDAY = '2026-02-09';

describe('what a mentor is asked on Mondays, beside alerts', () => {
  let at: World;
  afterEach(() => at.close());

  async function living(...keys: string[]): Promise<void> {
    at = await world(keys.map((key, n) => leaver(key, { group: n ? '4A' : '4B', applications: [applied([['submitted', '2026-02-02']], { crebo: `2500${n + 1}` })] })));
    for (const key of keys) await passport(key);
  }
  const idOf = (key: string): string => `(select id from app.leaver where email = '${key}@leerling.example')`;
  const write = (key: string, section: string) => at.sql(`insert into app.section_text values (${idOf(key)}, '${section}', 1, '{}', true, now())`);
  /** Whose own part is done. */
  async function passport(key: string): Promise<void> {
    for (const section of PASSPORT_PARTS) await write(key, section);
  }
  const digests = async (day: string): Promise<string[]> =>
    (await at.sql<{ to: string }>("select split_part(to_address, '@', 1) as to from app.mail where template = 'digest' and day = $1 order by 1", [day])).map(({ to }) => to);

  async function letter(to: string, day: string): Promise<string> {
    const [mail] = await at.sql<{ id: string }>("select id from app.mail where template = 'digest' and to_address like $1 and day = $2", [`${to}@%`, day]);
    const clock = new Clock({ today: day });
    const page = mail && (await at.tx.run(WORKER, (sql) => mailsOf(clock, new URL('https://overstap.example')).handlers.get('digest')!(sql, { id: mail.id, day, to: '', template: 'digest', page: {} })));
    if (!page || page === 'dropped') return String(page);
    return ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/digest.${kind}`, page).trim()).join('\n');
  }

  it('counts each leaver once and never why, names nobody, and says where to have less', async () => {
    await living('sem', 'isa');
    await write('isa', 'mentor-part');
    await at.sql(`insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at) select ${idOf('isa')}, 'mentor-part', 1, '{}', false, 'Nee', now()`);
    await at.sql(`insert into app.correction_request (leaver_id, about, wrong, better, asked_at) select ${idOf('sem')}, 'my-school', 'a', 'b', now()`);
    await at.sql(`update app.leaver set birth_date = '2010-03-18'`);
    await sweep(at.tx, MONDAY);
    expect(await digests(MONDAY)).toEqual(['fatima']);
    const text = await letter('fatima', MONDAY);
    expect(text).toMatch(/^2 leerlingen hebben je nodig\n/);
    expect(text).toContain('\nWacht op jou\n- Leerlingen: 1 uit klas 4A en 1 uit klas 4B\n');
    expect(text).not.toMatch(/bespreken|verbetering|jouw deel|[Oo]uder/);
    expect(text).toContain('Minder mail? Stel het in: https://overstap.example/account/mail');
    expect(text).not.toMatch(/Sem|Isa|Berg|mentor-part|leerling\.example/);
  });

  it('goes once, on Mondays only, with a second worker beside it too', async () => {
    await living('sem');
    await Promise.all([sweep(at.tx, MONDAY), sweep(at.tx, MONDAY)]);
    for (const day of [MONDAY, '2026-02-10', '2026-02-13']) await sweep(at.tx, day);
    expect([await digests(MONDAY), await digests('2026-02-10'), await digests('2026-02-13')]).toEqual([['fatima'], [], []]);
  });

  it('waits for the end of the holiday of the school, and is made up for once', async () => {
    await living('sem');
    await at.sql(`update app.organisation set holiday_region = 'noord'`);
    const [row] = await at.sql<{ first: string; last: string }>("select first_day::text as first, last_day::text as last from app.holiday_rule where kind = 'spring' and holiday_region = 'noord' and school_year = '2025-2026'");
    expect(row).toMatchObject({ first: '2026-02-21', last: '2026-03-01' });
    for (const day of ['2026-02-20', '2026-02-23', '2026-02-24', '2026-02-27', '2026-03-02', '2026-03-03']) await sweep(at.tx, day);
    expect(await Promise.all(['2026-02-23', '2026-02-24', '2026-03-02', '2026-03-03'].map(digests))).toEqual([[], [], ['fatima'], []]);
  });

  it('waits too in a holiday that only the region of the school has', async () => {
    await living('sem');
    await at.sql(`update app.organisation set holiday_region = 'noord'`);
    await at.sql(`insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at)
      select distinct region, '2025-2026', 'noord-spring', '2026-02-07/2026-02-15', '2026-01-05'::date, now() from app.organisation where code = '10KO00'`);
    for (const day of [MONDAY, '2026-02-16', '2026-02-23']) await sweep(at.tx, day);
    expect(await Promise.all([MONDAY, '2026-02-16', '2026-02-23'].map(digests))).toEqual([[], ['fatima'], ['fatima']]);
  });

  it('does not go to who switched it off or is away, but alerts do', async () => {
    await living('sem');
    await at.sql(`insert into app.mail_setting (member_id, choices) select m.id, '{"monday-list": "never"}' from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima%'`);
    await sweep(at.tx, MONDAY);
    expect(await digests(MONDAY)).toEqual([]);
    await at.report('sem', 'not-admitted', '2026-02-10');
    await sweep(at.tx, '2026-02-10');
    expect(await digests('2026-02-10')).toEqual(['fatima']);
    await at.sql(`update app.mail_setting set choices = '{}', away_from = '2026-02-10', away_until = '2026-02-16'`);
    await sweep(at.tx, '2026-02-16');
    await sweep(at.tx, '2026-02-23');
    expect([await digests('2026-02-16'), await digests('2026-02-23')]).toEqual([[], ['fatima']]);
  });

  it('is dropped when it was done meanwhile, or the leaver went to another mentor', async () => {
    await living('sem');
    await sweep(at.tx, MONDAY);
    await at.sql(`update app.leaver set mentor_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'joost%')`);
    expect(await letter('fatima', MONDAY)).toBe('dropped');
    await at.sql(`update app.leaver set mentor_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima%')`);
    expect(await letter('fatima', MONDAY)).toContain('1 leerling heeft je nodig');
    await write('sem', 'mentor-part');
    await at.sql(`update app.leaver set birth_date = '2008-01-01'`);
    expect(await letter('fatima', MONDAY)).toBe('dropped');
  });

  describe('and the same day: an application that ended while another goes on', () => {
    const TUESDAY = '2026-02-10';
    const WEDNESDAY = '2026-02-11';

    async function twoChoices(): Promise<void> {
      at = await world([leaver('sem', { applications: [applied([['submitted', '2026-02-02']]), applied([['submitted', '2026-02-02']], { crebo: '25002' })] })]);
      await at.sql(`insert into app.sweep (day, checked, opened, escalated, closed, mails) values ('${TUESDAY}', 0, 0, 0, 0, 0)`);
    }
    const news = (day: string) => queueNews(at.tx, { today: () => day });

    it('is told once that day, without the outcome, and never again', async () => {
      await twoChoices();
      expect(await news(TUESDAY)).toBe(0);
      await at.report('sem', 'not-admitted', TUESDAY);
      await Promise.all([news(TUESDAY), news(TUESDAY)]);
      expect(await digests(TUESDAY)).toEqual(['fatima']);
      const text = await letter('fatima', TUESDAY);
      expect(text).toMatch(/^Er is dringend nieuws over een leerling\n[^]*- Nieuws over een aanmelding: 1 uit klas 4B\n/);
      expect(text).not.toMatch(/Sem|toegelaten|afgewezen|Noordrand/);
      await sweep(at.tx, WEDNESDAY);
      await news(WEDNESDAY);
      expect(await digests(WEDNESDAY)).toEqual([]);
    });

    it('goes with the digest of the next day when there was one today', async () => {
      await twoChoices();
      await at.sql(`insert into app.mail (account_id, to_address, template, day, state) select id, email, 'digest', '${TUESDAY}', 'sent' from app.account where email like 'fatima%'`);
      await at.report('sem', 'withdrawn', TUESDAY);
      expect(await news(TUESDAY)).toBe(0);
      await sweep(at.tx, WEDNESDAY);
      expect(await digests(WEDNESDAY)).toEqual(['fatima']);
    });

    it('is left to the alert when nothing goes on any more, so that nobody hears it twice', async () => {
      await twoChoices();
      await at.report('sem', 'not-admitted', TUESDAY);
      await news(TUESDAY);
      await at.sql(`insert into app.event (application_id, kind, became, as_of, source) select id, 'status-reported', 'not-admitted', '${TUESDAY}', 'file' from app.application where crebo = '25002'`);
      await at.sql(`select app.settle_applications('${TUESDAY}', array(select id from app.application))`);
      expect(await letter('fatima', TUESDAY)).toBe('dropped');
      await sweep(at.tx, WEDNESDAY);
      expect(await letter('fatima', WEDNESDAY)).not.toContain('Nieuws over een aanmelding');
    });

    it('does not go to who wrote it down, nor to who switched it off, nor in a weekend', async () => {
      await twoChoices();
      await at.report('sem', 'withdrawn', TUESDAY);
      await at.sql(`insert into app.mail_setting (member_id, choices) select m.id, '{"urgent-news": "never"}' from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima%'`);
      expect(await news(TUESDAY)).toBe(0);
      await at.sql('delete from app.mail_setting');
      await at.sql(`insert into app.sweep (day, checked, opened, escalated, closed, mails) values ('2026-02-14', 0, 0, 0, 0, 0)`);
      expect(await news('2026-02-14')).toBe(0);
      await at.sql(`insert into app.event (application_id, kind, became, as_of, source, member_id) select e.application_id, 'status-reported', 'withdrawn', '${TUESDAY}', 'page', l.mentor_id
        from app.event e join app.application a on a.id = e.application_id join app.leaver l on l.id = a.leaver_id where e.became = 'withdrawn'`);
      expect(await news(TUESDAY)).toBe(0);
    });
  });
});
