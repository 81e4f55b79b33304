import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const FATIMA = "(select id from app.membership where account_id = (select id from app.account where given_name = 'Fatima') and role = 'mentor')";
const JOOST = "(select id from app.membership where account_id = (select id from app.account where given_name = 'Joost') and role = 'mentor')";

describe('what is left of who worked here', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string) => keepTerms(site.worker, new Clock({ today: day }));
  const named = async (name: string) => (await run('select from app.account where given_name = $1', [name])).length;
  const bringAgain = () => site.worker.run({ kind: 'worker' }, (sql) => sql('select app.tie_mentors(array(select id from app.organisation))'));

  it('still leads from the mentor a school names to who took over, until nobody is named any more', async () => {
    await run(`insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, school_year)
      select organisation_id, id, ${JOOST}, 'for-good', '2026-09-14', '2026-2027' from app.membership where id = ${FATIMA}`);
    await run(`update app.membership set ended_on = '2026-09-14' where account_id = (select account_id from app.membership where id = ${FATIMA})`);
    const whose = 'select number from app.leaver where mentor_id = $1 order by 1';
    await bringAgain();
    const [joost] = await run<{ id: string }>(`select ${JOOST} as id`);
    const before = await run(whose, [joost?.id]);
    expect(before.length).toBeGreaterThan(2);

    await keep('2028-03-01');
    await bringAgain();
    expect(await named('Fatima')).toBe(1);
    expect(await run(whose, [joost?.id])).toEqual(before);

    await run("update app.leaver set mentor_email = 'joost@10ko00.example' where mentor_email = (select email from app.account where given_name = 'Fatima')");
    await keep('2028-03-02');
    expect(await named('Fatima')).toBe(0);
  });

  it('is empty a year after the last role: no name, no address, no text of mail, nothing to sign in with', async () => {
    const [lars] = await run<{ id: string; email: string }>("select id, email from app.account where given_name = 'Lars'");
    await site.signedIn('lars');
    await run("update app.membership set ended_on = '2026-10-01' where account_id = $1", [lars?.id]);
    await run(`insert into app.mail (account_id, to_address, template, day, page) values ($1, $2, 'digest', '2026-09-14', '{"word": "Lars"}')`, [lars?.id, lars?.email]);
    await keep('2027-09-30');
    expect(await named('Lars')).toBe(1);
    await keep('2027-10-01');
    expect(await run('select given_name, family_name, email, phone, forgotten_on::text as on_day from app.account where id = $1', [lars?.id]))
      .toEqual([{ given_name: 'Oud-medewerker', family_name: '', email: null, phone: null, on_day: '2027-10-01' }]);
    expect(await run("select from app.mail where account_id = $1 and (to_address <> '' or page <> '{}')", [lars?.id])).toEqual([]);
    expect(await run('select from app.session where account_id = $1', [lars?.id])).toEqual([]);
  });

  it('ends an invitation that nobody took, so that nobody is asked to send it again to no address', async () => {
    const [invited] = await run<{ id: string }>("insert into app.account (email, given_name, family_name) values ('nooit@10ko00.example', 'Nooit', 'Gekomen') returning id");
    await run(`insert into app.membership (account_id, organisation_id, role, invitation_ends_at) select $1, organisation_id, 'mentor', '2026-09-20' from app.membership where id = ${FATIMA}`, [invited?.id]);
    await keep('2027-09-21');
    expect(await named('Nooit')).toBe(0);
    expect(await run('select ended_on::text as ended from app.membership where account_id = $1', [invited?.id])).toEqual([{ ended: '2027-09-21' }]);
  });
});
