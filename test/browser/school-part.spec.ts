import type { Page } from 'playwright-core';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** A mentor between two lessons, the student who reads it first, and who writes about support: on a phone. */
describe('the part of the school on a phone', () => {
  let site: BrowserSite;
  let sem: string;

  beforeAll(async () => {
    site = await browserSite();
    [{ id: sem = '' } = {}] = await site.database.asSuperuser<{ id?: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await site.database.asSuperuser(`insert into app.presence (leaver_id, school_year, hours_with_reason, hours_without_reason, reported) values ('${sem}', '2025-2026', 12, 3, false)`);
  });
  afterAll(() => site.close());

  const draft = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ answer: string }>("select answers->'goes-well'->>'answer' as answer from app.school_draft where section = 'mentor-part'");
    return row?.answer ?? '';
  };
  const look = async (page: Page, name: string): Promise<void> => {
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      expect({ name, width: size.width, faults: await faults(page), wider: await isWider(page) }).toEqual({ name, width: size.width, faults: [], wider: false });
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}-${size.width}.png`, fullPage: true });
    }
  };

  it('keeps what a mentor types when the bell goes, and shows two texts when a colleague wrote too', async () => {
    const first = await site.open('fatima', PHONE);
    await first.goto(`/leerlingen/${sem}`);
    await first.getByRole('link', { name: 'Jouw deel voor Sem' }).click();
    const second = await first.context().newPage();
    await second.goto(`/leerlingen/${sem}/mentordeel`);
    await first.getByLabel('Wat gaat goed bij deze leerling?').fill('Sem helpt anderen');
    await first.goto('/leerlingen');
    for (let turn = 0; turn < 100 && (await draft()) !== 'Sem helpt anderen'; turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await draft()).toBe('Sem helpt anderen');
    await second.getByLabel('Wat gaat goed bij deze leerling?').fill('Uit de tweede tab');
    await second.getByText('Dit onderdeel is ergens anders ook veranderd.').waitFor();
    await second.getByLabel('Nee, ik ga later verder').check();
    await second.getByRole('button', { name: 'Opslaan' }).click();
    await second.getByRole('heading', { name: 'Dit onderdeel is ergens anders ook veranderd' }).waitFor();
    await look(second, 'mentor-conflict');
    await second.getByRole('link', { name: 'Laat staan wat er nu staat' }).click();
    expect(await second.getByLabel('Wat gaat goed bij deze leerling?').inputValue()).toBe('Sem helpt anderen');
    await first.context().close();
  });

  it('goes to the student, whose no comes back with its reason, without JavaScript too', async () => {
    const mentor = await site.open('fatima', PHONE, false);
    await mentor.goto(`/leerlingen/${sem}/mentordeel`);
    await mentor.getByLabel('Wat gaat goed bij deze leerling?').fill('Sem helpt anderen');
    await mentor.getByLabel('Wat werkt in de klas?').fill('Duidelijke stappen');
    await mentor.getByLabel('Ja, past goed').check();
    await mentor.getByRole('group', { name: 'Is een gesprek tussen jou en de mbo-school nodig?' }).getByLabel('Nee').check();
    await mentor.getByLabel('Ja, Sem mag het lezen').check();
    await mentor.getByRole('button', { name: 'Opslaan' }).click();
    await mentor.getByText('Sem las het nog niet').waitFor();
    const student = await site.open('sem', PHONE);
    await student.goto('/paspoort');
    await look(student, 'paspoort-met-deel');
    await student.getByRole('link', { name: 'Deel van je mentor' }).click();
    await look(student, 'deel-van-mentor');
    await student.getByLabel('Nee, ik wil dit bespreken').check();
    await student.getByRole('button', { name: 'Verstuur' }).click();
    expect(await student.title()).toMatch(/^Fout:/);
    await student.getByLabel('Wat wil je bespreken?').fill('Ik werk ook graag alleen');
    await student.getByRole('button', { name: 'Verstuur' }).click();
    await student.getByText('Je wilt dit bespreken').waitFor();
    await mentor.goto(`/leerlingen/${sem}/mentordeel`);
    await mentor.getByText('Ik werk ook graag alleen').waitFor();
    await Promise.all([mentor.context().close(), student.context().close()]);
    const looking = await site.open('fatima', PHONE);
    await looking.goto(`/leerlingen/${sem}/mentordeel`);
    await look(looking, 'mentordeel');
    await looking.goto(`/leerlingen/${sem}`);
    await look(looking, 'leerling-met-deel');
    await looking.context().close();
  });

  it('opens to the mentor what the student chose, and closes at the next click', async () => {
    const student = await site.open('sem', PHONE);
    await student.goto('/paspoort/onderdelen/wat-kan-ik');
    await student.getByLabel('Waar ben je goed in?').fill('Koken');
    await student.getByLabel('Nee, ik ga later verder').check();
    await student.getByRole('button', { name: 'Opslaan en verder' }).click();
    await student.getByRole('link', { name: 'Mag je mentor meelezen?' }).click();
    await look(student, 'mentor-leest-mee');
    await student.getByLabel('Wat kan ik goed?').check();
    await student.getByRole('button', { name: 'Opslaan' }).click();
    await student.getByText('Je mentor Fatima el Amrani kan lezen').waitFor();
    const mentor = await site.open('fatima', PHONE);
    await mentor.goto(`/leerlingen/${sem}/paspoort`);
    await mentor.getByText('Koken').waitFor();
    await look(mentor, 'paspoort-meelezen');
    await student.goto('/paspoort/mentor-leest-mee');
    await student.getByLabel('Wat kan ik goed?').uncheck();
    await student.getByRole('button', { name: 'Opslaan' }).click();
    await mentor.reload();
    expect(await mentor.getByText('Koken').count()).toBe(0);
    await look(mentor, 'niets-geopend');
    for (const [address, name] of [['/paspoort/mijn-school', 'mijn-school'], ['/paspoort/aanwezigheid', 'aanwezigheid'], ['/paspoort/ondersteuning', 'geen-ondersteuning']] as const) {
      await student.goto(address);
      await look(student, name);
    }
    await Promise.all([student.context().close(), mentor.context().close()]);
  });

  it('lets a support coordinator find by name, begin and write', async () => {
    const page = await site.open('okan', PHONE);
    await page.goto('/ondersteuning');
    await page.getByLabel('Zoek een leerling op naam').fill('van den berg');
    await page.getByRole('button', { name: 'Zoek' }).click();
    await look(page, 'ondersteuning-zoeken');
    await page.getByRole('link', { name: 'Sem van den Berg' }).click();
    await look(page, 'ondersteuning-beginnen');
    await page.getByRole('button', { name: 'Begin dit deel' }).click();
    await page.getByLabel('Welke ondersteuning kreeg de leerling?').fill('Een coach');
    await page.getByText(/Bewaard om \d\d\.\d\d uur/).waitFor();
    await look(page, 'ondersteuning-schrijven');
    await page.getByRole('link', { name: 'Lees wat Sem zelf nodig heeft' }).click();
    await look(page, 'ondersteuning-lezen');
    await page.goto('/ondersteuning');
    await look(page, 'ondersteuning');
    await page.context().close();
  });
});
