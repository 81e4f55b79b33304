import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { pressedAgain } from '../support/pressed-again.ts';
import { addApplicant, applicationOf, reportStatus, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('a college that records what came of an intake', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let abdi: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    abdi = await applicationOf(site.database, 'abdi');
    await reportStatus(site.database, abdi, 'intake-invited', '2026-09-12');
  });
  afterAll(() => site.close());

  const read = async (browser: TestAgent = sanne, id = abdi): Promise<string> => (await browser.get(`/intake/${id}`).expect(200)).text;
  const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const send = (page: string, form: object, id = abdi, browser = sanne) =>
    browser.post(`/intake/${id}/uitkomst`).type('form').send({ stond: hidden(page, 'stond'), gezien: hidden(page, 'gezien'), ...form });
  const saved = async (form: object, id = abdi): Promise<void> => {
    await send(await read(sanne, id), form, id).expect(303).expect('location', `/intake/${id}`);
  };
  const status = async (id = abdi): Promise<string | undefined> => {
    const [row] = await site.database.asSuperuser<{ status: string }>('select status from app.application where id = $1', [id]);
    return row?.status;
  };
  const mails = () => site.database.asSuperuser("select to_address, state from app.mail where template = 'intake-news'");

  it('says what is missing for a meeting, and keeps what was typed', async () => {
    const page = await read();
    const { text } = await send(page, { uitkomst: 'planned', dag: '2026-09-01', tijd: 'half elf', toelichting: 'Neem je map mee' }).expect(422);
    expect(text).toContain('Deze dag is al voorbij. Was het gesprek er al? Kies dan ‘Gesprek geweest’.');
    expect(text).toContain('Vul in hoe laat het gesprek is, bijvoorbeeld 10:30.');
    expect(text).toContain('Vul in waar het gesprek is.');
    expect(text).toContain('Neem je map mee');
    expect((await send(page, {}).expect(422)).text).toContain('Kies wat de uitkomst is.');
    expect(await status()).toBe('intake-invited');
  });

  it('plans a meeting that the student and the mentor can read, with one mail that says nothing of it', async () => {
    await saved({ uitkomst: 'planned', dag: '2026-09-21', tijd: '10:30', plaats: 'Lokaal 12', toelichting: 'Neem je map mee' });
    expect(await status()).toBe('intake-planned');
    expect(await read()).toContain('Gesprek gepland</strong> op maandag 21 september 2026 om 10.30 uur');
    const own = (await (await site.signedIn('abdi' as Person)).get('/aanmeldingen').expect(200)).text;
    expect(own).toContain('maandag 21 september 2026 om 10.30 uur');
    expect(own).toContain('Neem je map mee');
    const fatima = await site.signedIn('fatima');
    const [leaver] = await site.database.asSuperuser<{ leaver_id: string }>('select leaver_id from app.application where id = $1', [abdi]);
    expect((await fatima.get(`/leerlingen/${leaver?.leaver_id}`).expect(200)).text).toContain('Lokaal 12');
    expect(await mails()).toEqual([{ to_address: 'abdi@leerling.example', state: 'queued' }]);
  });

  it('waits for the outcome from the day of the meeting on', async () => {
    const list = (await sanne.get('/intake').expect(200)).text;
    expect(list).toMatch(/id="groep-meeting"[^]*?Abdi Hassan[^]*?gesprek op 21 september/);
  });

  it('takes it back within a day, for everybody who could read it', async () => {
    await sanne.post(`/intake/${abdi}/herstellen`).type('form').send('').expect(303);
    expect(await status()).toBe('intake-invited');
    expect(await read()).not.toContain('Lokaal 12');
    expect((await (await site.signedIn('abdi' as Person)).get('/aanmeldingen')).text).not.toContain('Lokaal 12');
    await sanne.post(`/intake/${abdi}/herstellen`).type('form').send('').expect(303);
    expect(await read()).toContain('Herstellen kan niet meer');
  });

  it('keeps "niet geweest" as a word about the meeting, and asks the student again', async () => {
    await saved({ uitkomst: 'planned', dag: '2026-09-14', tijd: '09:00', plaats: 'Balie' });
    await saved({ uitkomst: 'not-come' });
    expect(await status()).toBe('intake-invited');
    expect((await sanne.get('/intake').expect(200)).text).toMatch(/id="groep-waiting"[^]*?Abdi Hassan/);
    expect(await read()).toContain('Niet geweest');
  });

  it('never says no without a reason and what can be done now', async () => {
    const page = await read();
    const { text } = await send(page, { uitkomst: 'not-admitted' }).expect(422);
    expect(text).toContain('Kies de reden. De leerling leest deze.');
    expect((await send(page, { uitkomst: 'not-admitted', reden: 'full' }).expect(422)).text).toContain('Schrijf op wat de leerling nu kan doen.');
    await saved({ uitkomst: 'not-admitted', reden: 'full', advies: 'Kijk bij De Meent.' });
    expect(await status()).toBe('not-admitted');
    expect((await (await site.signedIn('abdi' as Person)).get('/aanmeldingen')).text).toMatch(/De opleiding is vol\.[^]*?Kijk bij De Meent\./);
  });

  it('does not write over what a colleague recorded meanwhile, and keeps what was typed', async () => {
    const eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    const [page, emre] = [await read(sanne, eva), await site.signedIn('emre')];
    await send(page, { uitkomst: 'waitlisted' }, eva, emre).expect(303);
    const { text } = await send(page, { uitkomst: 'admitted', toelichting: 'Welkom' }, eva).expect(422);
    expect(text).toContain('Emre Yılmaz legde net vast: Reservelijst.');
    expect(text).toMatch(/value="admitted" checked[^]*Welkom/);
    expect(await status(eva)).toBe('waitlisted');
    await send(text, { uitkomst: 'admitted' }, eva).expect(303);
    expect(await status(eva)).toBe('admitted');
  });

  it('counts a double click once', async () => {
    const gert = await addApplicant(site.database, { name: 'Gert', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    const page = await read(sanne, gert);
    await pressedAgain(() => send(page, { uitkomst: 'admitted-if', voorwaarde: 'Je diploma' }, gert).expect(303));
    expect(await site.database.asSuperuser('select what, condition from app.intake_record where application_id = $1', [gert])).toEqual([{ what: 'admitted-if', condition: 'Je diploma' }]);
    expect(await status(gert)).toBe('provisionally-placed');
  });

  it('does not cost a place to say something about a meeting', async () => {
    const hugo = await addApplicant(site.database, { name: 'Hugo', mentor: 'fatima@10ko00.example', status: 'admitted', on: '2026-06-01' });
    await saved({ uitkomst: 'not-come', dag: '2026-09-10' }, hugo);
    expect(await status(hugo)).toBe('admitted');
  });

  it('redirects to a programme of its own only', async () => {
    const [programmes] = await site.database.asSuperuser<{ ours: string; theirs: string }>(
      "select (select id from app.programme where crebo = '25002') as ours, (select id from app.programme where crebo = '25003') as theirs");
    const jip = await addApplicant(site.database, { name: 'Jip', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    expect((await send(await read(sanne, jip), { uitkomst: 'redirected', opleiding: programmes?.theirs }, jip).expect(422)).text).toContain('Kies de opleiding waar je naar verwijst.');
    await saved({ uitkomst: 'redirected', opleiding: programmes?.ours }, jip);
    expect(await read(sanne, jip)).toContain('Logistiek medewerker, niveau 2');
  });

  it('notes that the passport was used, also after the student stopped sharing', async () => {
    const kim = await addApplicant(site.database, { name: 'Kim', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    expect(await read(sanne, kim)).not.toContain('We gebruikten het paspoort');
    await share(site.database, kim, { 'who-am-i': 'Ik ben Kim' }, '2026-09-10T10:00:00+02:00');
    await read(sanne, kim);
    await site.database.asSuperuser("update app.share set state = 'withdrawn', ended_at = now() where application_id = $1", [kim]);
    await saved({ uitkomst: 'held', gebruikt: 'ja' }, kim);
    expect(await site.database.asSuperuser('select step from app.dossier_step where application_id = $1 order by at', [kim])).toEqual([{ step: 'opened' }, { step: 'used' }]);
    expect(await read(sanne, kim)).toContain('Gebruikt bij de intake op');
  });

  it('does not say that somebody stopped sharing when the application ended', async () => {
    const lot = await addApplicant(site.database, { name: 'Lot', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await share(site.database, lot, { 'who-am-i': 'Ik ben Lot' }, '2026-09-10T10:00:00+02:00');
    expect(await read(sanne, lot)).toContain('Ik ben Lot');
    await saved({ uitkomst: 'not-admitted', reden: 'full', advies: 'Kijk bij De Meent.' }, lot);
    const page = await read(sanne, lot);
    expect(page).toContain('De aanmelding is afgelopen.');
    expect(page).not.toMatch(/deelt dit niet meer|Ik ben Lot/);
  });

  it('is for the college of that application only', async () => {
    for (const person of ['milan', 'fatima', 'sem'] as Person[]) {
      const browser = await site.signedIn(person);
      await browser.post(`/intake/${abdi}/uitkomst`).type('form').send({ uitkomst: 'admitted', stond: 'not-admitted' }).expect(404);
      await browser.post(`/intake/${abdi}/herstellen`).type('form').send('').expect(404);
    }
    expect(await status()).toBe('not-admitted');
  });
});

describe('a college that says what a passport was good for', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let abdi: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    abdi = await applicationOf(site.database, 'abdi');
    await reportStatus(site.database, abdi, 'intake-planned', '2026-09-12');
    await share(site.database, abdi, { 'who-am-i': 'Ik ben Abdi', 'home-and-health': 'Iets van thuis' }, '2026-09-10T10:00:00+02:00', true);
  });
  afterAll(() => site.close());

  const read = async (): Promise<string> => (await sanne.get(`/intake/${abdi}`).expect(200)).text;
  const give = (form: object, browser = sanne) => browser.post(`/intake/${abdi}/terugkoppeling`).type('form').send(form);
  const ownPage = async (): Promise<string> => (await (await site.signedIn('abdi' as Person)).get('/aanmeldingen').expect(200)).text;

  it('is asked after the meeting, and never names a part with special data', async () => {
    expect(await read()).not.toContain('Wat hielp?');
    await reportStatus(site.database, abdi, 'intake-held', '2026-09-13');
    const page = await read();
    expect(page).toMatch(/Wat hielp\?[^]*value="who-am-i"/);
    expect(page).not.toContain('value="home-and-health"');
  });

  it('reaches mentor and student, with the step and its day', async () => {
    await give({ hielp: ['who-am-i', 'home-and-health', 'verzonnen'], miste: 'experience', erbij: 'Fijn om te lezen' }).expect(303).expect('location', `/intake/${abdi}`);
    expect(await site.database.asSuperuser('select helped, missed, note from app.dossier_feedback')).toEqual([{ helped: ['who-am-i'], missed: ['experience'], note: 'Fijn om te lezen' }]);
    const [leaver] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    const mentor = (await (await site.signedIn('fatima')).get(`/leerlingen/${leaver?.id}`).expect(200)).text;
    for (const page of [await ownPage(), mentor]) {
      expect(page).toMatch(/Dit hielp de mbo-school<\/dt><dd>Wie ben ik\?[^]*Stage of werk[^]*Fijn om te lezen/);
      expect(page).toContain('Terugkoppeling gegeven op 14 september');
    }
  });

  it('is replaced by who says it again, and says nothing when nothing was chosen', async () => {
    await give({ miste: 'why-this' }).expect(303);
    await give({}).expect(303);
    expect(await site.database.asSuperuser('select helped, missed from app.dossier_feedback')).toEqual([{ helped: [], missed: ['why-this'] }]);
    await give({ miste: 'verzonnen' }).expect(400);
    await give({ miste: 'why-this' }, await site.signedIn('milan')).expect(404);
  });
});
