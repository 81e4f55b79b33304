import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';
import { applicationOf } from '../support/intake.ts';

/** The page that a guest of a talk opens from the mail, without signing in. */
describe('the link in an invitation to a talk', () => {
  let site: BrowserSite;
  let link: string;

  beforeAll(async () => {
    site = await browserSite();
    const sanne = await site.signedIn('sanne');
    const plan = { doe: 'plannen', dag: '2026-10-26', tijd: '10:30', plaats: 'Kamer 1.12', doel: 'start', adres: 'loket@gemeente.example', gemeente: 'Loket' };
    await sanne.post(`/gesprekken/${await applicationOf(site.database, 'abdi')}`).type('form').send(plan).expect(303);
    const [mail] = await site.database.asSuperuser<{ page: string }>("select page::text as page from app.mail where template = 'meeting-invited' and to_address like 'loket%'");
    link = String(/\/gesprek\/[\w-]+/.exec(String(mail?.page))?.[0]);
  });
  afterAll(() => site.close());

  it('asks for an answer before it sends one', async () => {
    const page = await site.open(undefined, PHONE, false);
    await page.goto(link);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    expect(await page.title()).toMatch(/^Fout: /);
    await page.context().close();
  });

  it.each([['a desk', DESKTOP], ['a phone', PHONE]])('is answered at %s, and the answer can be changed', async (_, size) => {
    const page = await site.open(undefined, size, false);
    await page.goto(link);
    const title = await page.title();
    expect(await page.locator('h1').count()).toBe(1);
    for (const answer of ['Ja, dit past', 'Nee']) {
      await page.getByLabel(answer).check();
      await page.getByRole('button', { name: 'Verstuur' }).click();
      await page.getByText('Bedankt. Het antwoord is verstuurd.').waitFor();
      expect(await page.getByLabel(answer).isChecked()).toBe(true);
    }
    expect(await page.title()).toBe(title);
    await page.context().close();
    const looked = await site.open(undefined, size);
    await looked.goto(link);
    expect(await faults(looked)).toEqual([]);
    expect(await looked.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
    await looked.context().close();
  });
});
