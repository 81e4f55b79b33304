import { noorIn, type Noor } from '../support/asked-parents.ts';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

/** Noor is 15: what she, her mother and her mentor see of agreeing, refusing and turning 16, on a phone and on a desktop. */
describe('consent with parents', () => {
  let site: BrowserSite;
  let noor: Noor;

  beforeAll(async () => {
    site = await browserSite();
    noor = await noorIn(site);
    await run("update app.leaver set school_year = '2026-2027' where id = $1", [noor.id]);
  });
  afterAll(() => site.close());

  const run = (sql: string, values: unknown[] = []) => site.database.asSuperuser(sql, values);

  /** Looks at a page in both sizes; the words must be in sight. */
  async function look(person: 'noor' | 'samira' | 'joost', address: string, name: string, words: string): Promise<void> {
    for (const [size, width] of [[DESKTOP, 1280], [PHONE, 390]] as const) {
      const page = await site.open(person, size);
      await page.goto(address);
      await page.getByText(words).first().waitFor();
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/parents-${name}-${width}.png`, fullPage: true });
      await page.context().close();
    }
  }

  it('shows a talk that waits for a parent, to the student, the mentor and the parent', async () => {
    await look('noor', '/paspoort/warme-overdracht', 'talk-ask', 'Je bent nog geen 16.');
    await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ aanmelding: noor.application, onderwerpen: 'what-helps' }).expect(303);
    await look('noor', '/paspoort/warme-overdracht', 'talk-waits', 'De mbo-school ziet deze vraag nog niet.');
    await look('joost', `/leerlingen/${noor.id}/warme-overdracht`, 'talk-mentor', 'De mbo-school ziet deze vraag nog niet.');
    await noor.share();
    await look('samira', '/akkoord', 'consent', 'Warme overdracht (een gesprek tussen beide scholen)');
    await look('samira', '/akkoord/lezen', 'consent-read', 'Joost Bakker, mentor, via Het Kompas');
  });

  it('shows a talk that is asked for after a yes: to the student with a way to a code, to the parent with what is new', async () => {
    const handover = { aanmelding: noor.application };
    await noor.answer(await site.signedIn('samira'), 'ja');
    await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ ...handover, doe: 'intrekken' }).expect(303);
    await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ ...handover, onderwerpen: 'what-helps' }).expect(303);
    await look('noor', '/paspoort/warme-overdracht', 'talk-after-yes', 'Maak een code voor je ouder');
    await look('samira', '/aanmeldingen', 'talk-asked', 'Mag Noor een gesprek vragen?');
    await look('samira', '/akkoord', 'talk-new', 'Nieuw is de vraag om een warme overdracht');
  });

  it('shows a no to the student, and to the mentor that sharing did not go through', async () => {
    await noor.answer(await site.signedIn('samira'), 'ja');
    await noor.answer(await site.signedIn('samira'), 'nee');
    await look('noor', '/paspoort/wie-leest-mee', 'refused', 'Je ouder of verzorger zei nee bij ROC Noordrand.');
    await look('joost', `/leerlingen/${noor.id}`, 'not-shared', 'Delen ging niet door. Praat met Noor.');
    await run("update app.card set work_group = 'wait', signal_kind = null, turn = 'college', phase = 'applied' where leaver_id = $1", [noor.id]);
    await look('joost', '/leerlingen', 'list', 'praten over delen dat niet doorging');
  });

  it('asks who turned 16 again', async () => {
    await noor.share();
    await noor.answer(await site.signedIn('samira'), 'ja');
    await run("update app.leaver set birth_date = '2010-09-15' where id = $1", [noor.id]);
    site.clock.standStill('2026-09-15');
    for (const [address, name] of [['/aanmeldingen', 'own'], ['/paspoort', 'passport'], ['/paspoort/wie-leest-mee', 'readers'], ['/paspoort/controleren', 'check']] as const) {
      await look('noor', address, `turned-16-${name}`, 'Je bent 16 geworden.');
    }
    await look('joost', `/leerlingen/${noor.id}`, 'turned-16-mentor', 'Wacht op Noor: 16 geworden');
  });

  it('asks about what nobody reads', async () => {
    await noor.browser.post(`/paspoort/wie-leest-mee/${noor.application}/stoppen`).expect(303);
    await look('noor', '/paspoort/controleren', 'unread', 'Klopt het dat niemand dit leest?');
  });
});
