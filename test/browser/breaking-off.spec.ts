import type { Page } from 'playwright-core';
import type { Person } from '../personas/people.ts';
import { addApplicant, share } from '../support/intake.ts';
import { browserSite, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const PARTS = ['wie-ben-ik', 'wat-kan-ik', 'stage-en-werk', 'waarom-deze-opleiding', 'wat-heb-ik-nodig', 'thuis-en-gezondheid'];
const PART = `insert into app.section_text select id, 'mentor-part', 1, '{"goes-well": {"asked": "Wat gaat goed?", "answer": "Helpt anderen"}}', true, now() from app.leaver where email = 'sem@leerling.example'`;
const STILL_THERE = 'Wat je hier typte, staat er nog. Het is nog niet verstuurd.';

/** At each step of a passport and in each way: another page, the back button, a closed window, an ended session, no internet. */
describe('who breaks off', () => {
  let site: BrowserSite;
  let sem: string;
  let eva: string;

  beforeAll(async () => {
    site = await browserSite();
    [{ id: sem = '' } = {}] = await run<{ id?: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await run(PART);
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await share(site.database, eva, { 'who-am-i': 'Ik kook graag' }, '2026-09-03T10:00:00+02:00');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const until = async (found: () => Promise<string>, text: string): Promise<void> => {
    for (let turn = 0; turn < 80 && !(await found()).includes(text); turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await found()).toContain(text);
  };
  const written = async (table = 'section_text'): Promise<string> => JSON.stringify(await run(`select section, answers from app.${table} where leaver_id = $1`, [sem]));
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const signOutElsewhere = (page: Page) => page.context().clearCookies({ name: /session|sessie|overstap/ });
  const signInAgain = async (page: Page, person: Person): Promise<void> => {
    const elsewhere = await site.open(person, PHONE);
    await page.context().addCookies(await elsewhere.context().cookies());
    await elsewhere.context().close();
  };

  const WAYS: Readonly<Record<string, (page: Page, address: string) => Promise<void>>> = {
    'goes to another page': async (page) => void (await page.goto('/hulp')),
    'presses the back button': async (page) => void (await page.goBack()),
    'closes the window': (page) => page.close({ runBeforeUnload: true }),
    'is signed out meanwhile': async (page, address) => {
      await signOutElsewhere(page);
      await page.getByText('Je bent uitgelogd. Je tekst staat nog op dit apparaat.').waitFor();
      await signInAgain(page, 'sem');
      await page.goto(address);
    },
    'has no internet': async (page) => {
      await page.context().setOffline(true);
      await page.getByText('Geen internet. Je tekst staat op dit apparaat.').waitFor();
      await page.context().setOffline(false);
    },
  };

  it.each(PARTS.flatMap((part) => Object.keys(WAYS).map((way) => [part, way] as const)))('in ‘%s’ loses nothing who %s', async (part, way) => {
    const page = await site.open('sem', PHONE);
    const address = `/paspoort/onderdelen/${part}`;
    await page.goto('/paspoort');
    await page.goto(address);
    const text = `Halverwege ${part}, wie ${way}`;
    await page.locator('main textarea').first().fill(text);
    await WAYS[way]!(page, address);
    await until(written, text);
    await page.context().close();
  });

  it.each(['the button with no internet', 'the button with no internet, without a pause'])('loses nothing by pressing %s', async (way) => {
    const page = await site.open('sem', PHONE);
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    const text = `Gedrukt, ${way}`;
    await page.context().setOffline(true);
    await page.getByLabel('Waar ben je goed in?').fill(text);
    if (!way.includes('pause')) await page.getByText('Geen internet.').waitFor();
    await page.getByLabel('Nee, ik ga later verder').check();
    await press(page, 'Opslaan en verder').catch(() => undefined);
    await page.waitForURL(/chrome-error/);
    await page.context().setOffline(false);
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    await until(written, text);
    await press(page, 'Opslaan en verder');
    await page.waitForURL('**/paspoort');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).toBe('{}');
    await page.context().close();
  });

  it('between choosing who may read and the button decides nothing, and the text stays', async () => {
    const page = await site.open('sem', PHONE);
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    await page.getByLabel('Waar ben je goed in?').fill('Nog niet gekozen');
    await page.getByRole('group', { name: 'ROC Noordrand' }).getByLabel('Delen', { exact: true }).check();
    await page.goto('/hulp');
    await until(written, 'Nog niet gekozen');
    expect(await run('select from app.share_choice where leaver_id = $1', [sem])).toEqual([]);
    await page.context().close();
  });

  it('at the last check shares nothing, and presses once more', async () => {
    const page = await site.open('sem', PHONE);
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    await page.getByLabel('Ik houd vol').check();
    await page.getByRole('group', { name: 'ROC Noordrand' }).getByLabel('Delen', { exact: true }).check();
    await page.getByLabel('Ja, dit onderdeel is klaar').check();
    await press(page, 'Opslaan en verder');
    await page.waitForURL('**/stage-en-werk');
    const shared = () => run("select state from app.share where leaver_id = $1 and section = 'what-i-can'", [sem]);
    await page.goto('/paspoort/controleren');
    await page.goBack();
    await page.goForward();
    await page.context().setOffline(true);
    await press(page, 'Deel met 1 school').catch(() => undefined);
    await page.waitForURL(/chrome-error/);
    expect(await shared()).toEqual([]);
    await page.context().setOffline(false);
    await page.goto('/paspoort/controleren');
    await press(page, 'Deel met 1 school');
    await page.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    await page.goBack();
    await page.goForward();
    await page.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    expect(await shared()).toEqual([{ state: 'given' }]);
    await page.context().close();
  });

  it('student and mentor write at the same time, and nothing is lost', async () => {
    const [student, mentor] = [await site.open('sem', PHONE), await site.open('fatima', PHONE)];
    await Promise.all([student.goto('/paspoort/onderdelen/wie-ben-ik'), mentor.goto(`/leerlingen/${sem}/mentordeel`)]);
    const [mine, theirs] = [student.locator('main textarea').first(), mentor.getByLabel('Wat gaat goed bij deze leerling?')];
    await Promise.all([mine.fill(''), theirs.fill('')]);
    for (const [word, other] of [['Ik ', 'Sem '], ['kook ', 'helpt '], ['graag', 'anderen']] as const) {
      await Promise.all([mine.pressSequentially(word), theirs.pressSequentially(other)]);
      await Promise.all([student.waitForTimeout(1600), mentor.waitForTimeout(1600)]);
    }
    await until(written, 'Ik kook graag');
    await until(() => written('school_draft'), 'Sem helpt anderen');
    await mentor.getByLabel('Wat werkt in de klas?').fill('Duidelijke stappen');
    await mentor.getByLabel('Ja, past goed').check();
    await mentor.getByRole('group', { name: 'Is een gesprek tussen jou en de mbo-school nodig?' }).getByLabel('Nee').check();
    await mentor.getByLabel('Ja, Sem mag het lezen').check();
    await student.getByLabel('Nee, ik ga later verder').check();
    await Promise.all([press(mentor, 'Opslaan'), press(student, 'Opslaan en verder')]);
    await Promise.all([mentor.waitForURL(`**/leerlingen/${sem}`), student.waitForURL('**/paspoort')]);
    for (const text of ['Ik kook graag', 'Sem helpt anderen']) expect(await written()).toContain(text);
    await Promise.all([student.context().close(), mentor.context().close()]);
  });

  it('in the part of the mentor loses nothing in any of these ways', async () => {
    for (const way of ['goes to another page', 'presses the back button', 'closes the window', 'has no internet']) {
      const page = await site.open('fatima', PHONE);
      await page.goto(`/leerlingen/${sem}`);
      await page.goto(`/leerlingen/${sem}/mentordeel`);
      await page.getByLabel('Wat gaat goed bij deze leerling?').fill(`De mentor ${way}`);
      await WAYS[way]!(page, '');
      await until(() => written('school_draft'), `De mentor ${way}`);
      await page.context().close();
    }
  });

  /** A form that only its button saves: what stands in it is kept on the device, and says so. */
  async function keepsTyped(person: Person, address: string, type: (page: Page) => Promise<void>, shows: (page: Page) => Promise<void>, button: string): Promise<Page> {
    const page = await site.open(person, PHONE);
    await page.goto('/account');
    await page.goto(address);
    await type(page);
    await page.goto('/hulp');
    await page.goto(address);
    await page.getByText(STILL_THERE).waitFor();
    await shows(page);
    expect(await faults(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/still-there-${person}.png`, fullPage: true });
    await page.goBack();
    await page.goForward();
    await shows(page);
    await page.context().setOffline(true);
    await press(page, button).catch(() => undefined);
    await page.waitForURL(/chrome-error/);
    await page.context().setOffline(false);
    await page.goto(address);
    await shows(page);
    await run('update app.session set last_seen_at = clock_timestamp() - make_interval(secs => idle_seconds + 1)');
    await press(page, button);
    await page.getByText('Je tekst is bewaard.').waitFor();
    await signInAgain(page, person);
    await page.goto('/verder');
    await page.getByText('Je was uitgelogd. Je tekst staat er nog. Sla nu op.').waitFor();
    await shows(page);
    return page;
  }

  it('before saying something about the part of the mentor finds it again', async () => {
    const reason = 'Ik werk ook graag alleen';
    const page = await keepsTyped('sem', '/paspoort/deel-van-mentor', async (open) => {
      await open.getByLabel('Nee, ik wil dit bespreken').check();
      await open.getByLabel(/^Wat wil je bespreken/).fill(reason);
    }, async (open) => {
      expect(await open.getByLabel('Nee, ik wil dit bespreken').isChecked()).toBe(true);
      expect(await open.getByLabel(/^Wat wil je bespreken/).inputValue()).toBe(reason);
    }, 'Verstuur');
    await press(page, 'Verstuur');
    await page.getByText('Je wilt dit bespreken').waitFor();
    expect(await run('select agrees, reason from app.agreement where leaver_id = $1', [sem])).toEqual([{ agrees: false, reason }]);
    await page.goto('/paspoort/deel-van-mentor');
    expect(await page.getByText(STILL_THERE).count()).toBe(0);
    await page.context().close();
  });

  it('before the outcome of an intake is saved finds it again, and the next person does not', async () => {
    const note = 'Neem een foto mee van iets dat je maakte.';
    const page = await keepsTyped('sanne', `/intake/${eva}`, async (open) => {
      await open.getByLabel('Toegelaten', { exact: true }).check();
      await open.getByLabel(/^Toelichting/).fill(note);
    }, async (open) => {
      expect(await open.getByLabel('Toegelaten', { exact: true }).isChecked()).toBe(true);
      expect(await open.getByLabel(/^Toelichting/).inputValue()).toBe(note);
    }, 'Opslaan');
    await press(page, 'Opslaan');
    await page.getByText('Opgeslagen. De leerling krijgt een mail').waitFor();
    expect(await run('select what, note from app.intake_record where application_id = $1', [eva])).toEqual([{ what: 'admitted', note }]);
    expect(await page.getByText(STILL_THERE).count()).toBe(0);
    await page.getByLabel(/^Toelichting/).fill('Alleen van Sanne');
    await signInAgain(page, 'marloes');
    await page.goto('/account');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).not.toContain('Alleen van Sanne');
    await page.context().close();
  });
});
