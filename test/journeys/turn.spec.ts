import { PASSPORT_PARTS } from '#policy';
import { testApp, type TestApp } from '../support/test-app.ts';

/** That time of day so many days back, also over a change of the clock. */
const ago = (days: number | string): string => `((now() at time zone 'Europe/Amsterdam') - make_interval(days => ${days})) at time zone 'Europe/Amsterdam'`;

/**
 * Sem, on 12 March 2027, as a leaver of that year who applied on 1 February: first the student, then the mentor, the student again, the
 * college. Moments are kept in real time, so they are written as many days back.
 */
describe('whose turn it is', () => {
  let site: TestApp;
  let sem: string;
  const TODAY = '2027-03-12';

  beforeAll(async () => {
    site = await testApp();
    await run("update app.leaver set school_year = '2026-2027', birth_date = '2009-01-01' where email like 'sem@%'");
    const [row] = await run<{ id: string }>("select id from app.leaver where email like 'sem@%'");
    sem = String(row?.id);
    await run("update app.application set status = 'submitted', status_on = '2027-02-01', applied_on = '2027-02-01', school_year = '2026-2027', starts_on = '2027-08-23' where leaver_id = $1", [sem]);
    await run("delete from app.event where application_id in (select id from app.application where leaver_id = $1)", [sem]).catch(() => undefined);
    await run("update app.card set work_group = 'wait', signal_kind = null, turn = 'college', turn_since = '2027-02-01', phase = 'applied', school_year = '2026-2027' where leaver_id = $1", [sem]);
    await run(`update app.membership set accepted_at = ${ago(30)} where leaver_id = $1`, [sem]);
    site.clock.standStill(TODAY);
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const write = (section: string, daysAgo: number, done = true) =>
    run(`insert into app.section_text values ($1, $2, 1, '{}', $3, ${ago('$4')}) on conflict (leaver_id, section) do update set done = excluded.done`, [sem, section, done, daysAgo]);
  const rowOf = (text: string): string => (text.split('<tr role="row">').find((row) => row.includes('van den Berg')) ?? '').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const list = async (person: 'fatima' | 'lars', query = ''): Promise<string> => rowOf((await (await site.signedIn(person)).get(`/leerlingen${query}`).expect(200)).text);
  const page = async (): Promise<string> => (await (await site.signedIn('fatima')).get(`/leerlingen/${sem}`).expect(200)).text;

  it('is the student who has not begun, then who is busy', async () => {
    expect(await list('fatima')).toMatch(/Leerling: het paspoort beginnen, sinds \d+ februari \(30 dagen, meestal 7\)/);
    await write('who-am-i', 20, false);
    expect(await list('fatima')).toMatch(/Leerling: het eigen deel afmaken, sinds \d+ februari \(20 dagen, meestal 18\)/);
    expect(await page()).toMatch(/Aan zet: Leerling: het eigen deel afmaken, sinds \d+ februari \(20 dagen, meestal 18\)\./);
  });

  it('is the mentor, in the group that asks something now, when the own part is done', async () => {
    for (const section of PASSPORT_PARTS) await write(section, 9);
    await run(`update app.section_text set written_at = ${ago(9)} where leaver_id = $1`, [sem]);
    const { text } = await (await site.signedIn('fatima')).get('/leerlingen').expect(200);
    expect(rowOf(text)).toContain('Jij: het mentordeel schrijven, sinds 3 maart (9 dagen, meestal 7)');
    expect(text.split('id="groep-act"')[1]?.split('id="groep-')[0]).toContain('van den Berg');
    expect(await list('lars')).toContain('Mentor: het mentordeel schrijven');
    const classes = (await (await site.signedIn('lars')).get('/leerlingen/klassen').expect(200)).text;
    expect(classes.match(/data-l="Mentordeel mist">[^<]+/g)).toContain('data-l="Mentordeel mist">1');
    expect(await page()).toContain('Jij: het mentordeel schrijven, sinds 3 maart (9 dagen, meestal 7).');
  });

  it('is found by a filter on who must move', async () => {
    expect(await list('fatima', '?beurt=mentor')).toContain('Jij: het mentordeel schrijven');
    expect(await list('fatima', '?beurt=leerling')).toBe('');
  });

  it('is the student who reads what the mentor wrote, the mentor when it is not right, and the student who shares', async () => {
    await write('mentor-part', 4);
    expect(await list('fatima')).toContain('Leerling: lezen wat de mentor schreef, sinds 8 maart (4 dagen, meestal 7)');
    const say = (agrees: boolean, daysAgo: number) => run(`insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at) values ($1, 'mentor-part', 1, '{}', $2, 'Nee', ${ago('$3')})`, [sem, agrees, daysAgo]);
    await say(false, 3);
    expect(await list('fatima')).toContain('Jij: bespreken wat niet klopt, sinds 9 maart (3 dagen, meestal 7)');
    expect(await list('lars')).toContain('van den Berg');
    expect(await list('lars')).not.toContain('bespreken');
    await say(true, 2);
    expect(await list('fatima')).toContain('Leerling: kiezen wie meeleest en delen, sinds 10 maart');
  });

  it('is the parent who is asked, the college that did not read, and then the college that answers', async () => {
    await run(
      `with act as (insert into app.sharing (leaver_id, shared_at, shared_on, needs_guardian) values ($1, now() - interval '1 day', '2027-03-11', true) returning id)
       insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, agreed_text, state, until_on)
       select act.id, $1, (select id from app.application where leaver_id = $1 limit 1), 'who-am-i', 1, '{}', 'Ja', 'waiting', '2028-01-01' from act`, [sem]);
    expect(await list('fatima')).toContain('Ouder: ja of nee zeggen op delen, sinds 11 maart (1 dag, meestal 7)');
    expect(await list('fatima')).not.toContain('paspoort gedeeld');
    await run("update app.share set state = 'given', given_at = now() - interval '1 day' where leaver_id = $1", [sem]);
    const text = await list('fatima');
    expect(text).toContain('Mbo-school: het paspoort openen, sinds 11 maart (1 werkdag, meestal 5)');
    expect(text).toContain('paspoort gedeeld');
    await run("insert into app.passport_seen (application_id, seen_on, seen_at) select application_id, '2027-03-12', now() from app.share where leaver_id = $1", [sem]);
    expect(await list('fatima')).toContain('Mbo-school, sinds 1 februari (39 dagen, meestal 13)');
  });

  it('shows a dean how long steps take, and nothing about fewer than five', async () => {
    const lars = await site.signedIn('lars');
    expect((await lars.get('/leerlingen/doorlooptijd').expect(200)).text).toContain('nog te weinig leerlingen');
    await run("update app.leaver set school_year = '2026-2027' where school_id = (select school_id from app.leaver where id = $1)", [sem]);
    await run(`delete from app.section_text`);
    await run(`insert into app.section_text select l.id, p, 1, '{}', true, ${ago('case when p = $2 then 40 else 10 end')} from app.leaver l, unnest($1::text[]) p where l.school_id = (select school_id from app.leaver where id = $3)`, [PASSPORT_PARTS, PASSPORT_PARTS[0], sem]);
    const { text } = await lars.get('/leerlingen/doorlooptijd').expect(200);
    expect(text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')).toMatch(/Leerling het eigen deel afmaken 30 dagen Langer dan meestal \d+ leerlingen meestal 18 dagen/);
    for (const person of ['fatima', 'ingrid', 'soraya'] as const) await (await site.signedIn(person)).get('/leerlingen/doorlooptijd').expect(404);
    await run("delete from app.section_text where leaver_id <> $1", [sem]);
    expect((await lars.get('/leerlingen/doorlooptijd').expect(200)).text).not.toContain('30 dagen');
  });
});
