import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const SAMIRA = 'samira@thuis.example';

/** Noor is 15 until 11 November. The mother whom the mentor confirmed is out of this story: her father has no mail address. */
describe('a parent without a mail address', () => {
  let site: TestApp;
  let noor: TestAgent;
  let joost: TestAgent;
  let leaver: string;
  let application: string;

  beforeEach(async () => {
    site = await testApp();
    await run('delete from app.guardian where email = $1', [SAMIRA]);
    await run("update app.leaver set guardian_email = null where given_name = 'Noor'");
    const [row] = await run<{ id: string; leaver: string }>(`update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example')
      where number = '20NO-900' returning id, leaver_id as leaver`);
    [application, leaver] = [String(row?.id), String(row?.leaver)];
    [noor, joost] = [await site.signedIn('noor'), await site.signedIn('joost')];
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const codeOn = (page: string): string => String(/<p class="o-code">([^<]+)</.exec(page)?.[1]);
  const ask = (browser: TestAgent, form: object) => browser.post(`/leerlingen/${leaver}/ouders`).type('form').send(form);
  const letter = async (form: object = { ouder: 'Karim de Boer' }): Promise<string> => (await ask(joost, { doe: 'brief', ...form }).expect(200)).text;
  const type = (browser: TestAgent, code: string, status = 303) => browser.post('/inloggen/code').type('form').send({ code }).expect(status);
  const stored = async () => (await run<{ id: string; day: string | null }>("select id, lettered_on::text as day from app.guardian where email is null"))[0];
  const todo = async () => (await run("select t.kind from app.mentor_todos($1, array(select mentor_id from app.leaver where given_name = 'Noor')) t where t.kind = 'parent-letter'", [site.clock.today()])).length;
  const mailed = () => run("select template from app.mail where to_address is null or template like 'guardian-a%'");

  async function share(): Promise<void> {
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
    const seal = String(/name="gezien" value="([^"]+)"/.exec((await noor.get('/paspoort/controleren').expect(200)).text)?.[1]);
    await noor.post('/paspoort/delen').type('form').send({ gezien: seal }).expect(303);
  }
  async function inside(code: string): Promise<TestAgent> {
    const karim = site.visitor();
    await type(karim, code);
    return karim;
  }
  const state = async () => (await run<{ state: string }>("select state from app.share where section = 'what-i-can'"))[0]?.state;

  it('gets a letter from the mentor, reads along with its code and says yes to sharing', async () => {
    const paper = await letter();
    expect(paper).toMatch(/Voor Karim de Boer[^]*Noor stapt over naar het mbo\.[^]*De code werkt één keer, tot 28 september 2026/);
    expect(paper).not.toMatch(/Koken|Noordrand|Wat kan ik/);
    expect(JSON.stringify(await run("select * from app.handed_code"))).not.toContain(codeOn(paper).replace('-', ''));
    await share();
    const karim = await inside(codeOn(paper));
    const page = (await karim.get('/akkoord').expect(200)).text;
    expect(page).toContain('Noor');
    const gezien = String(/name="gezien" value="([^"]+)"/.exec(page)?.[1]);
    await karim.post('/akkoord').type('form').send({ [`akkoord-${application}`]: 'ja', gezien }).expect(303).expect('location', '/akkoord/klaar');
    expect(await state()).toBe('given');
    expect(await mailed()).toEqual([]);
  });

  it('is known to the student, who reads who made the letter', async () => {
    await letter();
    expect((await noor.get('/ouder-uitnodigen').expect(200)).text).toMatch(/Karim de Boer<\/strong>, met een brief van je mentor/);
    expect((await noor.get('/paspoort/wie-leest-mee').expect(200)).text).toContain('Brief met een code gemaakt voor een ouder of verzorger.');
    expect(await run("select from app.mail where template = 'sharing-changed'")).toHaveLength(1);
    await letter();
    expect(await run("select from app.mail where template = 'sharing-changed'")).toHaveLength(1);
  });

  it('is on the list of the mentor from when the student asks until there is a letter, and the student reads that', async () => {
    await letter();
    site.clock.standStill('2026-09-15');
    expect(await todo()).toBe(0);
    await share();
    expect(await todo()).toBe(1);
    expect((await joost.get(`/leerlingen/${leaver}`).expect(200)).text).toMatch(/Ouders en verzorgers<\/a> [^]{0,120}Wacht op jou[^]{0,80}geef een brief met een code/);
    const { text } = await noor.post('/paspoort/delen/code').type('form').send('').expect(200);
    expect(text).toContain('Je mentor geeft je ouder een brief met een eigen code.');
    expect(text).not.toContain('o-code');
    await letter({ id: (await stored())?.id });
    expect(await todo()).toBe(0);
    expect((await joost.get(`/leerlingen/${leaver}`).expect(200)).text).toMatch(/Ouders en verzorgers<\/a><\/li>/);
  });

  it('is on that list as well when a coach waits for a yes', async () => {
    await letter();
    site.clock.standStill('2026-09-15');
    await run(`insert into app.coaching (leaver_id, coach_id, asked_of, asked_on, wanted_until, until_on, needs_guardian)
      select id, mentor_id, school_id, '2026-09-15', '2026-10-15', '2026-10-15', true from app.leaver where given_name = 'Noor'`);
    expect(await todo()).toBe(1);
    await letter();
    expect(await todo()).toBe(0);
  });

  it('has one code: used once, dead with a new letter, after two weeks and at 16', async () => {
    const [first, second] = [codeOn(await letter()), codeOn(await letter())];
    await type(site.visitor(), first, 422);
    await inside(second);
    await type(site.visitor(), second, 422);
    const third = codeOn(await letter());
    await run("update app.handed_code set expires_at = now() - interval '1 second'");
    await type(site.visitor(), third, 422);
    const fourth = codeOn(await letter());
    site.clock.standStill('2026-11-11');
    await type(site.visitor(), fourth, 422);
    await ask(joost, { doe: 'brief', ouder: 'Karim de Boer' }).expect(422);
  });

  it('is put on "geen contact" by name: out at once, and without a new letter until contact may be again', async () => {
    const karim = await inside(codeOn(await letter()));
    await karim.get('/aanmeldingen').expect(200);
    const unused = codeOn(await letter());
    const form = { naam: 'Karim de Boer', adres: '', id: (await stored())?.id };
    await ask(joost, { doe: 'geen-contact', ...form }).expect(303);
    await karim.get('/aanmeldingen').expect(303);
    await type(site.visitor(), unused, 422);
    expect((await ask(joost, { doe: 'brief', ouder: 'karim de boer' }).expect(422)).text).toContain('Er mag geen contact zijn');
    await ask(joost, { doe: 'weer-contact', ...form }).expect(303);
    await inside(codeOn(await letter()));
  });

  it('asks for a name, and takes no parent of somebody else', async () => {
    expect((await ask(joost, { doe: 'brief', ouder: '  ' }).expect(422)).text).toContain('Vul in hoe de ouder heet.');
    const [other] = await run<{ id: string }>("insert into app.guardian (leaver_id, name, confirmed_at) select id, 'Ali Hassan', now() from app.leaver where given_name = 'Abdi' returning id");
    await ask(joost, { doe: 'brief', id: other?.id }).expect(422);
    await ask(joost, { doe: 'brief', id: 'geen-id' }).expect(404);
    expect(await run('select from app.handed_code')).toEqual([]);
  });

  it.each<Person>(['hanna', 'fatima', 'sanne', 'ingrid', 'noor'])('gets none from %s', async (person) => {
    await ask(await site.signedIn(person), { doe: 'brief', ouder: 'Karim de Boer' }).expect(404);
    expect(await stored()).toBeUndefined();
  });

  it('gets a letter too when the mail does not arrive, and the mail goes on', async () => {
    const { text } = await ask(joost, { doe: 'laat-meelezen', naam: 'Yara', adres: 'yara@thuis.example' }).expect(200);
    expect(text).toContain('Maak een brief<span class="o-vh"> voor yara@thuis.example');
    const [yara] = await run<{ id: string }>("select id from app.guardian where email = 'yara@thuis.example'");
    const browser = await inside(codeOn(await letter({ id: yara?.id })));
    expect((await browser.get('/aanmeldingen').expect(200)).text).toContain('Aanmeldingen van Noor');
    await share();
    expect(await run("select template from app.mail where to_address = 'yara@thuis.example' and template = 'guardian-asked'")).toHaveLength(1);
  });

  it('cannot be made by a student who types such a form on the page for parents', async () => {
    for (const doe of ['brief', 'code', 'geen-contact']) await noor.post('/ouder-uitnodigen').type('form').send({ doe, ouder: 'Karim', naam: 'Karim', adres: '' }).expect(404);
    expect(await stored()).toBeUndefined();
  });
});
