import type { Page } from 'playwright-core';
import { addApplicant, share } from '../support/intake.ts';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const asked = (text: string, answer: unknown) => ({ asked: text, answer });

const PASSPORT = {
  'who-am-i': {
    'in-my-words': asked('Hoe zou je jezelf beschrijven?', 'Ik maak graag dingen met hout. Ik werk rustig en netjes.\nThuis ben ik de clown.'),
    'learns-best': asked('Hoe leer jij het best?', ['Door te doen', 'Samen met anderen']),
  },
  'work-experience': { experiences: asked('Je stages en banen', [{ where: 'Bouwbedrijf De Vries', what: 'Kozijnen gemaakt', howLong: '3 weken' }]) },
  'why-this-course': { wants: asked('Wat wil je graag worden of doen?', 'Timmerman'), why: asked('Waarom past deze opleiding bij jou?', 'Ik heb met mijn oom een schuur gebouwd.') },
  'mentor-part': { 'goes-well': asked('Wat gaat goed bij deze leerling?', 'Werkt netjes en helpt anderen.'), advice: asked('Past de gekozen opleiding?', 'Ja, past goed'), 'warm-handover': asked('Is een gesprek tussen jou en de mbo-school nodig?', 'Ja') },
};

describe('an intake officer at work', () => {
  let site: BrowserSite;
  let eva: string;

  beforeAll(async () => {
    site = await browserSite();
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await share(site.database, eva, PASSPORT, '2026-09-03T10:00:00+02:00');
    await site.database.asSuperuser("update app.share set agrees = false, objection = 'Ik help liever niet altijd.' where section = 'mentor-part'");
  });
  afterAll(() => site.close());

  const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it.each([['desktop', DESKTOP], ['phone', PHONE]])('reads list and passport without fault on a %s', async (_, size) => {
    const page = await site.open('sanne', size);
    for (const address of ['/intake', `/intake/${eva}`]) {
      await page.goto(address);
      expect(await faults(page)).toEqual([]);
      expect(await isWider(page)).toBe(false);
    }
    await page.context().close();
  });

  it('asks only what belongs to the outcome, also without script', async () => {
    const page = await site.open('sanne', PHONE, false);
    await page.goto(`/intake/${eva}`);
    for (const [outcome, shown] of [['Toegelaten', []], ['Gesprek gepland', ['Hoe laat?', 'Waar?']], ['Niet toegelaten', ['Waarom niet?', 'Wat kan de leerling nu doen?']]] as const) {
      await page.getByLabel(outcome, { exact: true }).check();
      const visible: string[] = [];
      for (const label of ['Hoe laat?', 'Waar?', 'Wat is er nog nodig?', 'Naar welke opleiding?', 'Waarom niet?', 'Wat kan de leerling nu doen?']) {
        if (await page.getByLabel(label, { exact: true }).isVisible()) visible.push(label);
      }
      expect({ outcome, visible }).toEqual({ outcome, visible: shown });
    }
    await page.context().close();
  });

  it('records an outcome in three clicks from the list', async () => {
    const page = await site.open('sanne', DESKTOP);
    await page.goto('/intake');
    await page.getByRole('link', { name: 'Eva Genoot' }).click();
    await page.getByLabel('Toegelaten', { exact: true }).check();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('Opgeslagen. De leerling krijgt een mail').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.goto('/intake');
    expect(await page.locator('section, main').first().textContent()).toMatch(/Klaar[^]*Eva Genoot/);
    await page.context().close();
  });
});
