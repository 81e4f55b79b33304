import type { Page } from 'playwright-core';
import type { Person } from '../personas/people.ts';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

/** From an invitation to an answer that comes back, by the screens alone, on a phone. */
describe('a passport, from the invitation to the answer of a college', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
    await onlyApplied('isa@leerling.example');
    await onlyApplied('bram@leerling.example');
    await run("update app.leaver set birth_date = '2011-08-08', guardian_email = 'vader@thuis.example', guardian_name = 'Jan Nagel' where email = 'bram@leerling.example'");
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const read = async (page: Page): Promise<string> => String(await page.locator('main').textContent());

  /** It is spring in this story: the college has heard nothing but the application. */
  async function onlyApplied(email: string): Promise<void> {
    const ids = 'array(select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = $1)';
    await run(`delete from app.event where application_id = any(${ids}) and became <> 'submitted'`, [email]);
    await run(`select app.refresh_statuses(${ids})`, [email]);
  }

  async function look(page: Page, name: string): Promise<void> {
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/journey-${name}.png`, fullPage: true });
  }

  async function linkIn(template: string, to: string): Promise<string> {
    const [mail] = await run<{ page: { link: string } }>('select page from app.mail where template = $1 and to_address = $2 order by queued_at desc limit 1', [template, to]);
    return new URL(String(mail?.page.link)).pathname;
  }

  async function invited(mentor: Person, name: RegExp, email: string): Promise<Page> {
    const teacher = await site.open(mentor, PHONE);
    await teacher.goto('/leerlingen/uitnodigen');
    await teacher.getByRole('checkbox', { name }).check();
    await press(teacher, /uitnodig/i);
    await teacher.getByText('De uitnodiging gaat nu per mail weg.').waitFor();
    await teacher.context().close();
    expect(await run('select from app.mail where template = $1 and to_address = $2', ['welcome-student', email])).toHaveLength(1);
    const page = await site.open(undefined, PHONE);
    page.setDefaultTimeout(10_000);
    await page.goto('/inloggen');
    await page.getByLabel('E-mailadres').fill(email);
    await press(page, 'Stuur mij een mail');
    await page.waitForURL('**/inloggen/verstuurd');
    await page.goto(await linkIn('sign-in', email));
    await press(page, 'Inloggen');
    await page.getByRole('heading', { name: /^Hallo/ }).waitFor();
    return page;
  }

  /** Answers everything on the page in front of us, lets the school read it, and says that it is done. */
  async function answerAll(page: Page, text: string): Promise<void> {
    for (const area of await page.locator('main textarea').all()) await area.fill(text);
    for (const group of await page.locator('main fieldset:has(input[type="checkbox"])').all()) await group.locator('input').first().check();
    for (const group of await page.locator('main fieldset:has(input[type="radio"])').all()) await group.locator('input').first().check();
    const here = page.url();
    await press(page, /Opslaan en verder|Opslaan/);
    // A window that is closed while its next page still comes may never say that it closed.
    await page.waitForURL((next) => String(next) !== here);
  }

  async function writeAll(page: Page, text: string): Promise<void> {
    await follow(page, 'Begin met onderdeel 1');
    for (let part = 1; part <= 6; part += 1) {
      await page.getByText(`onderdeel ${part} van 7`).waitFor();
      await answerAll(page, text);
    }
    await page.getByText('Je hebt 6 van de 7 onderdelen klaar.').waitFor();
  }

  async function mentorWrites(mentor: Person, email: string): Promise<void> {
    const [row] = await run<{ id: string }>('select id from app.leaver where email = $1', [email]);
    const page = await site.open(mentor, PHONE);
    await page.goto(`/leerlingen/${row?.id}/mentordeel`);
    await answerAll(page, 'Werkt rustig en helpt anderen.');
    await page.waitForURL(`**/leerlingen/${row?.id}`);
    await page.context().close();
  }

  async function readFirst(page: Page): Promise<void> {
    await page.goto('/paspoort');
    await follow(page, 'Deel van je mentor');
    await look(page, 'read-first-390');
    await page.getByLabel('Ja, dit klopt').check();
    await press(page, /Verstuur|Opslaan/);
  }

  it('takes who is 16 or older there without a parent, and the answer comes back to the mentor', async () => {
    const isa = await invited('fatima', /Isa Smit/, 'isa@leerling.example');
    await writeAll(isa, 'Ik maak graag dingen van hout.');
    await mentorWrites('fatima', 'isa@leerling.example');
    await readFirst(isa);
    await isa.goto('/paspoort');
    await look(isa, 'overview-390');
    await follow(isa, 'Controleer en deel je paspoort');
    await look(isa, 'check-390');
    await press(isa, 'Deel met 1 school');
    await isa.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();

    const sanne = await site.open('sanne', DESKTOP);
    await sanne.goto('/intake');
    await look(sanne, 'intake-list-1280');
    await follow(sanne, 'Isa Smit');
    const page = await read(sanne);
    expect(page).toContain('Ik maak graag dingen van hout.');
    expect(page).toContain('Werkt rustig en helpt anderen.');
    expect(page).not.toContain('Thuis en gezondheid');
    expect(page).not.toContain('Wat heb ik nodig?');
    await look(sanne, 'intake-1280');
    await sanne.getByLabel('Gesprek gepland').check();
    await sanne.getByLabel('Dag van het gesprek').fill('2026-09-21');
    await sanne.getByLabel('Hoe laat?').fill('14:30');
    await sanne.getByLabel('Waar?').fill('Lokaal 2.14');
    await sanne.getByLabel(/^Toelichting/).fill('Neem een foto mee van iets dat je maakte.');
    await press(sanne, 'Opslaan');
    await sanne.getByText('Opgeslagen').waitFor();
    await sanne.setViewportSize(PHONE);
    await look(sanne, 'intake-390');
    expect(await read(sanne)).toContain('Wat heb ik nodig?');
    expect(await read(sanne)).not.toContain('Thuis en gezondheid');

    await isa.goto('/aanmeldingen');
    expect(await read(isa)).toContain('Neem een foto mee van iets dat je maakte.');
    await look(isa, 'own-390');
    await isa.goto('/paspoort/wie-leest-mee');
    expect(await read(isa)).toContain('Sanne de Jong');
    const [row] = await run<{ id: string }>("select id from app.leaver where email = 'isa@leerling.example'");
    const fatima = await site.open('fatima', PHONE);
    await fatima.goto(`/leerlingen/${row?.id}`);
    expect(await read(fatima)).toContain('Neem een foto mee van iets dat je maakte.');
    expect(await read(fatima)).not.toContain('Ik maak graag dingen van hout.');
    await look(fatima, 'mentor-390');

    await isa.goto('/paspoort/wie-leest-mee');
    await press(isa, 'Stop met delen met ROC Noordrand');
    await isa.getByText('Gestopt. De school kan niet meer lezen.').waitFor();
    await sanne.reload();
    expect(await read(sanne)).toContain('Isa deelt dit niet meer.');
    expect(await read(sanne)).not.toContain('Ik maak graag dingen van hout.');
  });

  it('asks a parent of who is 15, and shares nothing before the yes', async () => {
    const bram = await invited('hanna', /Bram Nagel/, 'bram@leerling.example');
    expect(await read(bram)).toContain('Je bent nog geen 16.');
    await writeAll(bram, 'Ik kook elke zondag.');
    await bram.goto('/paspoort/controleren');
    await press(bram, 'Vraag akkoord en deel daarna');
    await bram.getByRole('heading', { name: 'We vragen het je ouder of verzorger' }).waitFor();
    await look(bram, 'waits-390');
    await press(bram, 'Laat de code zien');
    await look(bram, 'code-390');
    const code = String(await bram.locator('.o-code').textContent());

    const milan = await site.open('milan', DESKTOP);
    await milan.goto('/intake');
    await follow(milan, 'Bram Nagel');
    expect(await read(milan)).not.toContain('Ik kook elke zondag.');

    const father = await site.open(undefined, PHONE);
    await father.goto(await linkIn('guardian-asked', 'vader@thuis.example'));
    await look(father, 'parent-code-390');
    await father.getByLabel('Code').fill(code);
    await press(father, 'Verder');
    await look(father, 'parent-390');
    await follow(father, 'Lees eerst wat Bram deelt');
    expect(await read(father)).toContain('Ik kook elke zondag.');
    await look(father, 'parent-reads-390');
    await father.goBack();
    await father.getByLabel('Akkoord', { exact: true }).check();
    await press(father, 'Verstuur mijn antwoord');
    await father.getByRole('heading', { name: 'Uw antwoord is ontvangen' }).waitFor();
    await look(father, 'parent-done-390');

    await milan.reload();
    expect(await read(milan)).toContain('Ik kook elke zondag.');
    await bram.goto('/paspoort/wie-leest-mee');
    expect(await read(bram)).toContain('Stop met delen met Vakschool De Meent');
  });

  it('loses nothing for who breaks off at every step', async () => {
    const first = await site.open('sem', PHONE);
    const cookies = await first.context().cookies();
    await first.context().close();
    const back = async (): Promise<Page> => {
      const page = await site.open(undefined, PHONE);
      await page.context().addCookies(cookies);
      return page;
    };
    const kept = async (page: Page, address: string, text: string): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) {
        await page.goto(address);
        if ((await page.locator('main textarea').first().inputValue()) === text) return;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      expect(await page.locator('main textarea').first().inputValue()).toBe(text);
    };
    for (const address of ['wie-ben-ik', 'wat-kan-ik', 'stage-en-werk', 'waarom-deze-opleiding', 'wat-heb-ik-nodig', 'thuis-en-gezondheid'].map((part) => `/paspoort/onderdelen/${part}`)) {
      const page = await back();
      await page.goto(address);
      await page.locator('main textarea').first().fill(`Halverwege ${address}`);
      await page.goto('/hulp');
      await page.context().close();
      const again = await back();
      await kept(again, address, `Halverwege ${address}`);
      await answerAll(again, 'Nu is het af.');
      await again.context().close();
    }
    const sharing = await back();
    await sharing.goto('/paspoort/controleren');
    await sharing.goto('/hulp');
    expect(await run("select from app.share s join app.leaver l on l.id = s.leaver_id where l.email like 'sem@%'")).toEqual([]);
    await sharing.goto('/paspoort/controleren');
    await press(sharing, 'Deel met 1 school');
    await sharing.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    const confirmation = sharing.url();
    await sharing.context().close();
    const later = await back();
    await later.goto(confirmation);
    expect(await read(later)).toContain('Je paspoort is gedeeld');
    await later.context().close();
  });
});
