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
