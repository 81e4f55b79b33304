import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

/** One parent of two children, and one whose only child goes. */
describe('mail to people without an account', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (email: string) => (await run<{ id: string }>('select id from app.leaver where email = $1', [email]))[0]?.id;
  const requestFor = async (leaver: string | undefined, address: string) => {
    const [row] = await run<{ id: string }>(
      `with parent as (insert into app.guardian (leaver_id, email) values ($1, $2) returning id)
      insert into app.guardian_request (leaver_id, guardian_id, asked_on, ends_on) select $1, id, '2026-09-01', '2026-10-01' from parent returning id`, [leaver, address]);
    await run("insert into app.mail (to_address, template, day, page, state) values ($1, 'guardian-question', '2026-09-01', jsonb_build_object('request', $2::text), 'queued')", [address, row?.id]);
    return row?.id;
  };

  it('goes with the student it is about, and stays for a brother or sister', async () => {
    const [sem, abdi] = [await idOf('sem@leerling.example'), await idOf('abdi@leerling.example')];
    await requestFor(sem, 'Samen@ouder.example');
    const kept = await requestFor(abdi, 'samen@ouder.example');
    await requestFor(sem, 'alleen@ouder.example');
    await run("insert into app.mail (to_address, template, day, state) values ('alleen@ouder.example', 'guardian-question', '2026-08-01', 'sent')");
    await site.worker.run({ kind: 'worker' }, (sql) => sql('select app.forget_addresses(array[$1]::uuid[])', [sem]));
    expect(await run("select lower(to_address) as to, state, page ->> 'request' as request from app.mail where to_address like '%@ouder.example' and template = 'guardian-question'"))
      .toEqual([{ to: 'samen@ouder.example', state: 'queued', request: kept }]);
    expect(await run("select state, count(*)::int as mails from app.mail where to_address = '' group by 1 order by 1")).toEqual([{ state: 'dropped', mails: 2 }, { state: 'sent', mails: 1 }]);
  });
});

/** Sem, whose transfer ends on 1 October 2026, and who got mail at an account of his own. */
describe('mail to the own account of a student', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
    await run(`insert into app.mail (account_id, to_address, organisation_id, template, day, page, state)
      select m.account_id, 'sem@leerling.example', m.organisation_id, t, '2027-09-01', '{"word": "zaagseltaart"}', s
      from app.membership m join app.account a on a.id = m.account_id, (values ('passport-shared', 'sent'), ('passport-ends', 'queued'), ('guardian-replied', 'dead')) as x (t, s) where a.email = 'sem@leerling.example'`);
    await run(`insert into app.mail (account_id, to_address, template, day, replaces) select account_id, 'nieuw@leerling.example', template, day, id from app.mail where state = 'dead' and to_address = 'sem@leerling.example'`);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const kept = async () => (await run<{ template: string }>("select template from app.mail where to_address like '%sem@%' or to_address like 'nieuw@%' or page::text like '%zaagseltaart%'")).length;
  const keep = async () => {
    for (const day of ['2027-09-01', '2027-10-01']) await keepTerms(site.worker, new Clock({ today: day }));
  };

  it('is there until the passport goes, and goes with it: also what still waited', async () => {
    expect(await kept()).toBe(4);
    await keep();
    expect(await kept()).toBe(0);
    expect(await run("select from app.account where email = 'sem@leerling.example'")).toEqual([]);
  });

  it('stays with the person who is in Overstap for another reason too, until its own term', async () => {
    await run(`insert into app.membership (account_id, organisation_id, role, accepted_at) select m.account_id, m.organisation_id, 'mentor', now() from app.membership m join app.account a on a.id = m.account_id where a.email = 'sem@leerling.example'`);
    await keep();
    expect(await run("select from app.membership where role = 'student' and account_id = (select id from app.account where email = 'sem@leerling.example')")).toEqual([]);
    expect(await kept()).toBeGreaterThan(0);
    for (const day of ['2027-12-15', '2029-10-01']) await keepTerms(site.worker, new Clock({ today: day }));
    expect(await run("select from app.mail where page::text like '%zaagseltaart%' and state <> 'queued'")).toEqual([]);
  });
});
