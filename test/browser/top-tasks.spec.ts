import type { Page } from 'playwright-core';
import type TestAgent from 'supertest/lib/agent.js';
import { browserSite, DESKTOP, PHONE, type BrowserSite } from '../support/browser.ts';
import { keyboard, mouse, type Hand } from './hand.ts';

const WAYS = [
  { way: 'a mouse', take: mouse, javaScript: true },
  { way: 'the keyboard alone', take: keyboard, javaScript: true },
  { way: 'a mouse and without script', take: mouse, javaScript: false },
];

/** The tasks that people do most, each with as many choices after signing in as they may take. */
describe.each(WAYS)('the top tasks with $way', ({ take, javaScript }) => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
    await run("update app.leaver set guardian_email = 'samira@thuis.example' where email = 'noor@leerling.example'");
    await onlyApplied('sem@leerling.example');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  /** The college has heard nothing but the application. */
  async function onlyApplied(email: string): Promise<void> {
    const ids = 'array(select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = $1)';
    await run(`delete from app.event where application_id = any(${ids}) and became <> 'submitted'`, [email]);
    await run(`select app.refresh_statuses(${ids})`, [email]);
  }
  const open = async (person: Parameters<BrowserSite['open']>[0], size = DESKTOP): Promise<Hand> => {
    const page = await site.open(person, size, javaScript);
    page.setDefaultTimeout(15_000);
    if (person) await page.goto('/');
    return take(page);
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();

  const applicationOf = async (number: string): Promise<string> => String((await run<{ id: string }>('select id from app.application where number = $1', [number]))[0]?.id);

  /** One part written, with yes for the school; the rest of the passport may stay empty. */
  async function writes(student: TestAgent, application: string): Promise<void> {
    await student.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
  }

  /** What Noor of 15 sees and the mail to her mother: the code and the link. */
  async function asksAParent(): Promise<{ address: string; code: string }> {
    await run("update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example') where number = '20NO-900'");
    const noor = await site.signedIn('noor');
    await writes(noor, await applicationOf('20NO-900'));
    const seal = /name="gezien" value="([^"]+)"/.exec((await noor.get('/paspoort/controleren')).text)?.[1];
    await noor.post('/paspoort/delen').type('form').send({ gezien: seal }).expect(303);
    const code = /<p class="o-code">([^<]+)</.exec((await noor.post('/paspoort/delen/code').type('form').send('')).text)?.[1];
    const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'guardian-asked' order by queued_at desc limit 1");
    return { address: new URL(String(mail?.page.link)).pathname, code: String(code) };
  }

  it('a mentor sees who needs a push: 0', async () => {
    const { page } = await open('fatima');
    const urgent = page.locator('.o-table--act tbody tr');
    expect(await urgent.count()).toBeGreaterThan(1);
    const last = await urgent.last().boundingBox();
    expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThanOrEqual(DESKTOP.height);
    await page.context().close();
  });

  it('a desk handles somebody who did not start, and is led to the next: 3', async () => {
    const ingrid = await open('ingrid');
    await ingrid.choose(link(ingrid.page, 'Abdi Hassan'));
    await ingrid.choose(ingrid.page.getByLabel('Gaat werken'));
    await ingrid.choose(button(ingrid.page, 'Opslaan'));
    await ingrid.page.getByText('De uitkomst is opgeslagen.').waitFor();
    await ingrid.page.getByRole('status').getByRole('link', { name: /^Volgende/ }).waitFor();
    expect(ingrid.choices).toBe(3);
    await ingrid.page.context().close();
  });

  it('a student writes the next part: 2, and the answers', async () => {
    const sem = await open('sem', PHONE);
    await sem.choose(link(sem.page, /^(Begin|Verder) met onderdeel/));
    await sem.page.locator('main textarea').first().waitFor();
    await sem.type(sem.page.locator('main textarea').first(), 'Ik maak graag dingen van hout.');
    const groups = await sem.page.locator('main fieldset:has(input)').all();
    for (const group of groups) await sem.choose(group.locator('input').first());
    await sem.choose(button(sem.page, 'Opslaan en verder'));
    await sem.page.getByText('onderdeel 2 van 7').waitFor();
    expect(sem.choices - groups.length).toBe(2);
    await sem.page.context().close();
  });

  it('a student shares: 2', async () => {
    const [row] = await run<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    await writes(await site.signedIn('sem'), String(row?.id));
    const sem = await open('sem', PHONE);
    await sem.choose(link(sem.page, /Controleer en deel/));
    await sem.choose(button(sem.page, /^Deel met 1 school/));
    await sem.page.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    expect(sem.choices).toBe(2);
    await sem.page.context().close();
  });

  it('an intake officer records an outcome: 3', async () => {
    const sanne = await open('sanne');
    await sanne.choose(link(sanne.page, 'Sem van den Berg'));
    await sanne.choose(sanne.page.getByLabel('Toegelaten', { exact: true }));
    await sanne.choose(button(sanne.page, 'Opslaan'));
    await sanne.page.getByText('Opgeslagen').waitFor();
    expect(sanne.choices).toBe(3);
    await sanne.page.context().close();
  });

  it('a parent agrees: 3, with the link in the mail', async () => {
    const { address, code } = await asksAParent();
    const parent = await open(undefined, PHONE);
    await parent.page.goto(address);
    await parent.type(parent.page.getByLabel('Code'), code);
    await parent.page.keyboard.press('Enter');
    await parent.choose(parent.page.getByLabel('Akkoord', { exact: true }));
    await parent.choose(button(parent.page, 'Verstuur mijn antwoord'));
    await parent.page.getByRole('heading', { name: 'Uw antwoord is ontvangen' }).waitFor();
    expect(1 + parent.choices).toBe(3);
    await parent.page.context().close();
  });

  it('a mentor reminds students: one for each, and 2', async () => {
    const joost = await open('joost');
    await joost.choose(joost.page.getByLabel('Kies Noor de Boer'));
    await joost.choose(button(joost.page, 'Stuur een herinnering'));
    await joost.page.getByText('Je stuurt 1 leerling een herinnering.').waitFor();
    await joost.choose(button(joost.page, 'Verstuur'));
    await joost.page.getByText('De herinnering gaat nu per mail weg.').waitFor();
    expect(joost.choices).toBe(1 + 2);
    await joost.page.context().close();
  });
});
