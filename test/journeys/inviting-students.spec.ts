import { welcomePage } from '#people';
import { DAY } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('inviting students', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (given: string): Promise<string> => String((await run<{ id: string }>('select id from app.leaver where given_name = $1', [given]))[0]?.id);
  const mailed = () => run<{ to: string }>("select to_address as to from app.mail where template = 'welcome-student' order by to_address");

  it('sends one mail to each, whatever is pressed twice, and names who has no address', async () => {
    await run("update app.leaver set email = null where given_name = 'Yara'");
    const fatima = await site.signedIn('fatima');
    expect((await fatima.get('/leerlingen').expect(200)).text).toContain('Nodig uit voor Overstap');
    const { text } = await fatima.get('/leerlingen/uitnodigen').expect(200);
    expect(text).toContain('Elif Çelik');
    expect(text).toMatch(/Yara Kuipers<\/strong>, klas 4B<span class="o-sub">Geen mailadres/);
    const chosen = [await idOf('Elif'), await idOf('Isa'), await idOf('Yara')];
    for (let n = 0; n < 2; n++) await fatima.post('/leerlingen/uitnodigen').type('form').send({ leerling: chosen }).expect(303).expect('location', '/leerlingen/uitnodigen');
    expect(await mailed()).toEqual([{ to: 'elif@leerling.example' }, { to: 'isa@leerling.example' }]);
    expect((await fatima.get(`/leerlingen/${await idOf('Elif')}`).expect(200)).text).toMatch(/Uitgenodigd op \d+/);
  });

  it('lets in who was invited', async () => {
    const elif = site.visitor();
    await elif.post('/inloggen').type('form').send({ email: 'elif@leerling.example' }).expect(303);
    const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'sign-in' and to_address = 'elif@leerling.example'");
    await elif.post(new URL(String(mail?.page.link)).pathname).expect(303);
    const { text } = await elif.get('/paspoort/wie-leest-mee').expect(200);
    expect(text).toContain('Uitgenodigd voor Overstap, met een mail.');
  });

  it('asks to choose somebody', async () => {
    expect((await (await site.signedIn('fatima')).post('/leerlingen/uitnodigen').type('form').send({}).expect(422)).text).toContain('Kies eerst 1 of meer leerlingen.');
  });

  it('invites nobody of others, nor who died', async () => {
    await run("update app.leaver set destination = 'deceased' where given_name = 'Finn'");
    const before = await mailed();
    const joost = await site.signedIn('joost');
    await joost.post('/leerlingen/uitnodigen').type('form').send({ leerling: await idOf('Finn') }).expect(303);
    await (await site.signedIn('fatima')).post('/leerlingen/uitnodigen').type('form').send({ leerling: await idOf('Finn') }).expect(303);
    await (await site.signedIn('sanne')).post('/leerlingen/uitnodigen').type('form').send({ leerling: await idOf('Finn') }).expect(404);
    expect(await mailed()).toEqual(before);
    await run("update app.leaver set destination = null where given_name = 'Finn'");
  });

  it('gives nobody an address that is also of somebody else', async () => {
    await run("update app.leaver set email = 'thuis@familie.example' where given_name in ('Roos', 'Bram')");
    await run("update app.leaver set email = 'lars@10ko00.example' where given_name = 'Daan'");
    const niels = await site.signedIn('niels');
    expect((await niels.get('/leerlingen/uitnodigen').expect(200)).text).toContain('Mailadres is ook van iemand anders');
    await niels.post('/leerlingen/uitnodigen').type('form').send({ leerling: [await idOf('Roos'), await idOf('Bram')] }).expect(303);
    await (await site.signedIn('lars')).post('/leerlingen/uitnodigen').type('form').send({ leerling: await idOf('Daan') }).expect(303);
    expect((await mailed()).map(({ to }) => to)).toEqual(['elif@leerling.example', 'isa@leerling.example']);
  });

  it('makes one account with two memberships for who stands at two schools', async () => {
    await run(`insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, email, class)
      select (select id from app.organisation where code = '11BR00'), '9', '2026-2027', given_name, family_name, folded_given, folded_family, sort_name, birth_date, email, '4K' from app.leaver where given_name = 'Isa'`);
    await run("update app.leaver set class = '4B' where given_name = 'Isa'");
    const [again] = await run<{ id: string }>("select l.id from app.leaver l join app.organisation o on o.id = l.school_id where l.given_name = 'Isa' and o.code = '11BR00'");
    await (await site.signedIn('niels')).post('/leerlingen/uitnodigen').type('form').send({ leerling: again?.id }).expect(303);
    expect(await run("select count(distinct a.id)::int as accounts, count(m.id)::int as memberships from app.account a join app.membership m on m.account_id = a.id where a.email = 'isa@leerling.example'")).toEqual([{ accounts: 1, memberships: 2 }]);
  });

  it('says nothing of anybody in the mail, and drops it for who died meanwhile', async () => {
    const [mail] = await run<{ id: string }>("select id from app.mail where template = 'welcome-student' and to_address like 'elif@%'");
    const page = () => site.worker.run({ kind: 'worker' }, (sql) =>
      welcomePage(() => DAY, new URL('https://overstap.example'))(sql, { id: String(mail?.id), template: 'welcome-student', to: '', day: DAY, page: {} }));
    expect(await page()).toEqual({ onBehalfOf: 'Het Kompas', link: 'https://overstap.example/inloggen', address: 'overstap.example' });
    await run("update app.leaver set destination = 'deceased' where given_name = 'Elif'");
    expect(await page()).toBe('dropped');
  });
});
