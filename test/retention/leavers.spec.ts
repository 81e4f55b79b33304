import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { everybodyWrites } from './everybody-wrote.ts';
import { tablesWith } from './everywhere.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Sem started on 24 August 2026; leaving early counts until 1 October. So the transfer ends on 1 October 2026, and the term two years later. */
const ABOUT_SEM = ['sem@leerling.example', 'Sem', 'zaagseltaart'];
const OTHERS = ['abdi@leerling.example'];

describe('what is left of a leaver', () => {
  let site: TestApp;
  let sem: { id: string; born: string };

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string, batch?: number) => keepTerms(site.worker, new Clock({ today: day }), batch);

  beforeEach(async () => {
    site = await testApp();
    const [row] = await run<typeof sem>("select id, birth_date::text as born from app.leaver where email = 'sem@leerling.example'");
    if (!row) throw new Error('Sem is not there');
    sem = row;
    await run(`insert into app.event (leaver_id, kind, as_of, source, note) values ($1, 'contact-attempted', '2026-08-25', 'page', 'Sem houdt van zaagseltaart')`, [sem.id]);
    await run(`insert into app.mail (to_address, template, day, page, state, last_error) values ('sem@leerling.example', 'passport-ends', '2026-08-25', '{"word": "zaagseltaart"}', 'dead', 'sem@leerling.example bestaat niet')`);
    await run(`insert into app.attempt (leaver_id, member_id, organisation_id, choice, note, on_day) select id, mentor_id, school_id, 'called', 'zaagseltaart', '2026-08-25' from app.leaver where id = $1`, [sem.id]);
  });
  afterEach(() => site.close());

  const aboutSem = () => tablesWith(site, ...ABOUT_SEM, sem.born);

  it('is nothing that says who it was, in any table or column, and all that counts', async () => {
    const facts = "select school_id, school_year, school_type, track, municipality, region, destination, diploma from app.leaver where id = $1";
    const statuses = 'select college_id, crebo, starts_on, status, status_on, applied_on from app.application where leaver_id = $1 order by applied_on';
    const told = `select kind, was, became, as_of from app.event where kind in ('status-reported', 'application-received') and (leaver_id = $1 or application_id in (select id from app.application where leaver_id = $1)) order by id`;
    const before = await Promise.all([facts, statuses, told].map((sql) => run(sql, [sem.id])));
    expect(await aboutSem()).toEqual(expect.arrayContaining(['account', 'application', 'attempt', 'card', 'event', 'leaver', 'mail']));

    await keep('2027-09-01');
    await keep('2027-10-01');
    await keep('2028-09-30');
    expect(await run('select from app.leaver where id = $1 and anonymous_on is null', [sem.id])).toHaveLength(1);
    await keep('2028-10-01');
    expect(await aboutSem()).toEqual([]);
    expect(await Promise.all([facts, statuses, told].map((sql) => run(sql, [sem.id])))).toEqual(before);
  });

  it('is nothing of what anybody typed about it, wherever they could', async () => {
    await everybodyWrites(site, 'potloodsoep');
    for (const day of ['2027-09-01', '2027-10-01', '2028-09-01', '2028-10-01']) await keep(day);
    expect(await tablesWith(site, 'potloodsoep', ...ABOUT_SEM, sem.born)).toEqual([]);
  });

  it('is made up for when the worker stood still, after thirty days of warning', async () => {
    await keep('2031-03-01');
    expect(await aboutSem()).toContain('leaver');
    await keep('2031-03-30');
    expect(await aboutSem()).toContain('leaver');
    await keep('2031-03-31');
    expect(await aboutSem()).toEqual([]);
  });

  it('touches nobody who is still looked for, has an open case or is in view', async () => {
    for (const day of ['2028-09-01', '2028-10-01', '2029-11-01', '2030-11-01']) await keep(day);
    expect(await tablesWith(site, ...OTHERS)).toEqual(['account', 'leaver']);
    const open = await run("select l.id from app.leaver l where l.anonymous_on is not null and (exists (select from app.desk_case c where c.leaver_id = l.id and c.closed_on is null) or exists (select from app.in_view v where v.leaver_id = l.id and v.closed_on is null))");
    expect(open).toEqual([]);
  });

  it('leaves alone whom a signal or a coach is still open about', async () => {
    await keep('2027-09-01');
    await keep('2027-10-01');
    await run("insert into app.signal (leaver_id, kind, route, opened_on, kind_since) values ($1, 'no-show', 'doorstroompunt', '2027-09-14', '2027-09-14')", [sem.id]);
    await keep('2028-10-01');
    expect(await aboutSem()).toContain('leaver');
    await run("update app.signal set closed_on = '2028-10-01', closed_because = 'started' where leaver_id = $1", [sem.id]);
    await run(`insert into app.coaching (leaver_id, coach_id, asked_of, asked_on, wanted_until, until_on, needs_guardian)
      select id, mentor_id, school_id, '2028-09-01', '2028-12-01', '2028-12-01', false from app.leaver where id = $1`, [sem.id]);
    await keep('2028-10-02');
    expect(await aboutSem()).toContain('leaver');
    await run("update app.coaching set ended_on = '2028-10-03', ended_because = 'over' where leaver_id = $1", [sem.id]);
    await keep('2028-10-03');
    expect(await aboutSem()).toEqual([]);
  });

  it('is not held back by a signal that nobody closed in a whole term', async () => {
    await run("insert into app.signal (leaver_id, kind, route, opened_on, kind_since) values ($1, 'no-show', 'mentor-only', '2026-10-02', '2026-10-02')", [sem.id]);
    for (const day of ['2027-09-01', '2027-10-01', '2028-10-01']) await keep(day);
    expect(await aboutSem()).toContain('leaver');
    await keep('2028-10-02');
    expect(await aboutSem()).toEqual([]);
    expect(await run('select closed_on::text as on from app.signal where leaver_id = $1', [sem.id])).toEqual([{ on: '2028-10-02' }]);
  });

  it('goes on where a worker was killed, and is done once by two at the same moment', async () => {
    await keep('2028-08-01');
    await keep('2028-09-01');
    const day = '2028-10-01';
    const due = (await run<{ id: string }>('select leaver_id as id from app.leavers_past($1)', [day])).map(({ id }) => id);
    expect(due.length).toBeGreaterThan(1);
    await expect(site.worker.run({ kind: 'worker' }, async (sql) => {
      await sql('select app.forget_leavers($1, $2)', [due, day]);
      throw new Error('killed');
    })).rejects.toThrow('killed');
    expect(await aboutSem()).toContain('leaver');
    const [one, other] = await Promise.all([keep(day, 1), keep(day, 1)]);
    expect((one?.forgotten ?? 0) + (other?.forgotten ?? 0)).toBe(due.length);
    expect(await run("select gone from app.kept_run where day = $1 and code = 'leaver'", [day])).toEqual([{ gone: due.length }]);
    expect(await keep(day)).toMatchObject({ forgotten: 0 });
  });

  it('is all that the emptying of events reaches: whoever asks for more changes nothing', async () => {
    const events = () => run('select md5(string_agg(e::text, chr(10) order by e.id)) as all_of_them from app.event e');
    for (const day of ['2027-09-01', '2027-10-01']) await keep(day);
    const before = await events();
    await site.worker.run({ kind: 'worker' }, (sql) => sql(`select app.strip_events(array(select id from app.leaver union select id from app.application union select id from app.desk_case), '2028-09-30')`));
    expect(await events()).toEqual(before);
  });

  it('raises no alarm again, and is on nobody’s page', async () => {
    for (const day of ['2027-09-01', '2027-10-01', '2028-10-01']) await keep(day);
    await run("update app.application set status = 'deregistered' where leaver_id = $1", [sem.id]);
    await site.worker.run({ kind: 'worker' }, (sql) => sql("select app.run_sweep('2028-10-02', false)"));
    expect(await run('select from app.signal where leaver_id = $1 and closed_on is null', [sem.id])).toEqual([]);
    expect(await run('select from app.card where leaver_id = $1', [sem.id])).toEqual([]);
    await (await site.signedIn('lars')).get(`/leerlingen/${sem.id}`).expect(404);
    await (await site.signedIn('sanne')).get(`/intake/${(await run<{ id: string }>('select id from app.application where leaver_id = $1', [sem.id]))[0]?.id}`).expect(404);
  });
});
