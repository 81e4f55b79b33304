import type TestAgent from 'supertest/lib/agent.js';
import { png } from '../support/sample-files.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CAN = '/paspoort/onderdelen/wat-kan-ik';
const CHECK = '/paspoort/controleren';

/** Noor is 15 until 11 November; Samira is her mother, confirmed by the mentor. */
describe('a parent of somebody under 16', () => {
  let site: TestApp;
  let noor: TestAgent;
  let application: string;

  beforeEach(async () => {
    site = await testApp();
    noor = await site.signedIn('noor');
    const [row] = await run<{ id: string }>(`update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example') where number = '20NO-900' returning id`);
    application = String(row?.id);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const text = async (browser: TestAgent, page: string): Promise<string> => (await browser.get(page).expect(200)).text;
  const states = async (): Promise<string[]> => (await run<{ state: string }>("select state from app.share where section = 'what-i-can' order by state")).map(({ state }) => state);
  const mails = async (): Promise<object[]> => run("select to_address as to, template from app.mail where template like 'guardian-a%' or template in ('guardian-replied', 'passport-shared', 'sharing-changed') order by queued_at, template");
  const codeOn = (page: string): string => String(/<p class="o-code">([^<]+)</.exec(page)?.[1]);
  const field = (): string => `akkoord-${application}`;

  async function askToShare(): Promise<string> {
    await noor.post(CAN).type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
    const seal = String(/name="gezien" value="([^"]+)"/.exec(await text(noor, CHECK))?.[1]);
    const { headers } = await noor.post('/paspoort/delen').type('form').send({ gezien: seal }).expect(303);
    return text(noor, String(headers.location));
  }
  const newCodeFor = async (): Promise<string> => codeOn((await noor.post('/paspoort/delen/code').type('form').send('').expect(200)).text);
  const linkIn = async (template: string): Promise<string> => {
    const [mail] = await run<{ page: { link: string } }>('select page from app.mail where template = $1 order by queued_at desc limit 1', [template]);
    return new URL(String(mail?.page.link)).pathname;
  };
  async function parent(): Promise<TestAgent> {
    const browser = site.visitor();
    await browser.post(await linkIn('guardian-asked')).type('form').send({ code: await newCodeFor() }).expect(303).expect('location', '/akkoord');
    return browser;
  }
  const sealOn = async (browser: TestAgent): Promise<string> => String(/name="gezien" value="([^"]+)"/.exec(await text(browser, '/akkoord'))?.[1]);
  const send = (browser: TestAgent, said: string, gezien: string) => browser.post('/akkoord').type('form').send({ [field()]: said, gezien });
  /** Looks at the page and answers; the status is what counts. */
  async function answer(browser: TestAgent, said: string, status: number): Promise<{ text: string; location?: string }> {
    const { text: page, headers } = await send(browser, said, await sealOn(browser)).expect(status);
    return { text: page, location: headers.location };
  }

  it('is asked by a mail without a code, a school or a name, and nothing is shared meanwhile', async () => {
    expect(await askToShare()).toContain('Tot je ouder of verzorger ja zegt, leest geen school mee.');
    expect(await states()).toEqual(['waiting']);
    expect(await mails()).toEqual([{ to: 'samira@thuis.example', template: 'guardian-asked' }]);
    const code = await newCodeFor();
    expect(JSON.stringify(await run('select page from app.mail'))).not.toContain(code);
  });

  it('reads on the first page that an answer is asked, until it is given', async () => {
    await askToShare();
    const browser = await parent();
    expect(await text(browser, '/aanmeldingen')).toContain('Mag Noor het paspoort delen?');
    await answer(browser, 'nee', 303);
    expect(await text(browser, '/aanmeldingen')).not.toContain('Mag Noor het paspoort delen?');
    expect(await text(noor, '/aanmeldingen')).not.toContain('het paspoort delen?');
  });

  it('reads the files too before saying anything', async () => {
    await noor.post(`${CAN}/bestanden`).attach('bestand', png(), 'diploma.png').expect(303);
    await askToShare();
    const browser = await parent();
    const file = /href="([^"]+)" download>diploma\.png</.exec(await text(browser, '/akkoord/lezen'))?.[1];
    await browser.get(String(file)).expect(200).expect('content-type', 'image/png');
  });

  it('comes in with link and code only, reads first, and says yes in three steps', async () => {
    await askToShare();
    const link = await linkIn('guardian-asked');
    const finder = site.visitor();
    expect((await finder.get(link).expect(200)).text).toContain('Uw kind vraagt uw akkoord');
    await finder.post(link).type('form').send({ code: 'AAAA-AAAA' }).expect(422);
    await finder.get('/akkoord').expect(303);
    const samira = await parent();
    const page = await text(samira, '/akkoord');
    expect(page).toContain('Mag Noor dit delen?');
    expect(page).toContain('Noor deelt met ROC Noordrand: Wat kan ik goed?, Mijn school.');
    expect(page).not.toContain('checked');
    expect(await text(samira, '/akkoord/lezen')).toContain('Koken');
    expect((await answer(samira, '', 422)).text).toContain('Kies of ROC Noordrand dit mag lezen');
    expect((await answer(samira, 'ja', 303)).location).toBe('/akkoord/klaar');
    expect(await states()).toEqual(['given']);
    expect(await mails()).toEqual(expect.arrayContaining([
      { to: 'noor@leerling.example', template: 'guardian-replied' }, { to: 'noor@leerling.example', template: 'passport-shared' }, { to: 'samira@thuis.example', template: 'guardian-answered' },
    ]));
    const [kept] = await run<{ agreed_text: string }>('select agreed_text from app.guardian_answer');
    expect(kept?.agreed_text).toContain('De school leest dit alleen voor de overstap.');
  });

  it('says yes to what the page showed, and to nothing that came after', async () => {
    await askToShare();
    const samira = await parent();
    const seen = await sealOn(samira);
    await noor.post('/paspoort/onderdelen/thuis-en-gezondheid').type('form').send({ health: 'Ik slaap slecht', klaar: 'ja', versie: 0, [`delen-${application}`]: 'at-once' }).expect(303);
    const seal = String(/name="gezien" value="([^"]+)"/.exec(await text(noor, CHECK))?.[1]);
    await noor.post('/paspoort/delen').type('form').send({ gezien: seal }).expect(303);
    const { text: again } = await send(samira, 'ja', seen).expect(422);
    expect(again).toContain('Er is intussen iets veranderd.');
    expect(again).toContain('Thuis en gezondheid (meteen, ook vóór de toelating)');
    expect(again).not.toContain(' checked');
    expect(await states()).not.toContain('given');
    await answer(samira, 'ja', 303);
    expect(await states()).toContain('given');
  });

  it('says once what was pressed twice', async () => {
    await askToShare();
    const samira = await parent();
    const seen = await sealOn(samira);
    for (let press = 0; press < 2; press += 1) await send(samira, 'ja', seen).expect(303).expect('location', '/akkoord/klaar');
    const no = await sealOn(samira);
    for (let press = 0; press < 2; press += 1) await send(samira, 'nee', no).expect(303).expect('location', '/akkoord/klaar');
    expect(await states()).toEqual(['withdrawn']);
    expect((await mails()).filter((mail) => 'template' in mail && mail.template === 'passport-shared')).toHaveLength(1);
  });

  it('leaves a line that the child sees, for reading', async () => {
    await askToShare();
    await text(await parent(), '/akkoord/lezen');
    expect(await text(noor, '/paspoort/wie-leest-mee')).toContain('Samira');
  });

  it('uses a code once, and is asked no more when the school brings another address', async () => {
    await askToShare();
    const [link, code] = [await linkIn('guardian-asked'), await newCodeFor()];
    await site.visitor().post(link).type('form').send({ code }).expect(303);
    await site.visitor().post(link).type('form').send({ code }).expect(422);
    await run("update app.guardian set confirmed_at = null where email = 'samira@thuis.example'");
    await run("update app.leaver set guardian_email = 'nieuw@thuis.example' where email = 'noor@leerling.example'");
    expect((await site.visitor().get(link).expect(410)).text).toContain('Vraag uw kind om een nieuwe link.');
    await answer(await site.signedIn('samira'), 'ja', 303);
    expect(await states()).toEqual(['waiting']);
  });

  it('stops sharing with a no, also when it was shared already', async () => {
    await askToShare();
    const samira = await parent();
    await answer(samira, 'ja', 303);
    await answer(samira, 'nee', 303);
    expect(await states()).toEqual(['withdrawn']);
    expect(await text(samira, '/akkoord')).toContain('U hoeft nu niets te doen');
  });

  it('says no: the student reads so wherever it said that the passport is shared, until it is asked again', async () => {
    await askToShare();
    await answer(await parent(), 'nee', 303);
    const [act] = await run<{ id: string }>('select id from app.sharing');
    const done = await text(noor, `/paspoort/delen/gelukt/${act?.id}`);
    expect(done).toContain('Je ouder of verzorger zei nee</h1>');
    expect(done).not.toMatch(/is gedeeld|Goed gedaan/);
    for (const page of [done, await text(noor, '/paspoort/wie-leest-mee'), await text(noor, CHECK)]) expect(page).toContain('Je ouder of verzorger zei nee bij ROC Noordrand.');
    expect(await askToShare()).not.toContain('zei nee');
  });

  it('says no after yes: the student reads that it stopped because of that, as after a first no', async () => {
    await askToShare();
    const samira = await parent();
    await answer(samira, 'ja', 303);
    await answer(samira, 'nee', 303);
    const [act] = await run<{ id: string }>('select id from app.sharing');
    const done = await text(noor, `/paspoort/delen/gelukt/${act?.id}`);
    expect(done).toContain('Je ouder of verzorger zei nee</h1>');
    expect(done).not.toMatch(/is gedeeld|Goed gedaan/);
    for (const page of [done, await text(noor, '/paspoort/wie-leest-mee'), await text(noor, CHECK)]) expect(page).toContain('Je ouder of verzorger zei nee bij ROC Noordrand.');
  });

  it('is tried five times with a wrong code, and then needs a new one', async () => {
    await askToShare();
    const code = await newCodeFor();
    const link = await linkIn('guardian-asked');
    const finder = site.visitor();
    for (let turn = 0; turn < 5; turn += 1) await finder.post(link).type('form').send({ code: 'AAAA-AAAA' }).expect(422);
    await finder.post(link).type('form').send({ code }).expect(422);
    await finder.post(link).type('form').send({ code: await newCodeFor() }).expect(303);
  });

  it('gets a code from the mentor as well, and from no other mentor', async () => {
    await askToShare();
    const [row] = await run<{ id: string }>("select id from app.leaver where email = 'noor@leerling.example'");
    const { text: page } = await (await site.signedIn('joost')).post(`/leerlingen/${row?.id}/ouders`).type('form').send({ doe: 'code' }).expect(200);
    await site.visitor().post(await linkIn('guardian-asked')).type('form').send({ code: codeOn(page) }).expect(303);
    await (await site.signedIn('fatima')).post(`/leerlingen/${row?.id}/ouders`).type('form').send({ doe: 'code' }).expect(404);
  });

  it('decides nothing any more from the 16th birthday on: what waited lapses and the student shares alone', async () => {
    await askToShare();
    const samira = await parent();
    await run("update app.leaver set birth_date = '2010-09-14' where email = 'noor@leerling.example'");
    expect(await text(samira, '/akkoord')).toContain('U hoeft nu niets te doen');
    await answer(samira, 'ja', 201);
    expect(await states()).toEqual(['waiting']);
    await site.worker.run({ kind: 'worker' }, (sql) => sql("select app.lapse_requests('2026-09-14', now())"));
    expect(await states()).toEqual(['lapsed']);
    expect(await mails()).toContainEqual({ to: 'noor@leerling.example', template: 'sharing-changed' });
    const seal = String(/name="gezien" value="([^"]+)"/.exec(await text(noor, CHECK))?.[1]);
    await noor.post('/paspoort/delen').type('form').send({ gezien: seal }).expect(303);
    expect(await states()).toEqual(['given', 'lapsed']);
  });

  it('may say no for two: sharing stops when the second parent does not agree', async () => {
    await run(`with account as (insert into app.account (email, given_name) values ('karim@thuis.example', 'Karim') returning id),
      member as (insert into app.membership (account_id, organisation_id, role, leaver_id, accepted_at) select account.id, l.school_id, 'guardian', l.id, now() from account, app.leaver l where l.email = 'noor@leerling.example' returning id, leaver_id)
      insert into app.guardian (leaver_id, name, email, membership_id, confirmed_at) select leaver_id, 'Karim', 'karim@thuis.example', id, now() from member`);
    const lars = await site.signedIn('lars');
    expect(await text(lars, '/beheer/ouders')).toMatch(/value="een" checked/);
    await lars.post('/beheer/ouders').type('form').send({}).expect(422);
    await lars.post('/beheer/ouders').type('form').send({ nodig: 'alle' }).expect(303);
    await (await site.signedIn('fatima')).get('/beheer/ouders').expect(404);
    await askToShare();
    expect(await mails()).toHaveLength(2);
    await answer(await site.signedIn('samira'), 'ja', 303);
    expect(await states()).toEqual(['waiting']);
    const karim = site.visitor();
    const links = await run<{ page: { link: string } }>("select page from app.mail where template = 'guardian-asked' and to_address = 'karim@thuis.example'");
    await karim.post(new URL(String(links[0]?.page.link)).pathname).type('form').send({ code: await newCodeFor() }).expect(303);
    await answer(karim, 'nee', 303);
    expect(await states()).toEqual(['refused']);
  });
});
