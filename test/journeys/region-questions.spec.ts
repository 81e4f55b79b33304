import type TestAgent from 'supertest/lib/agent.js';
import { openPool, Tx } from '#platform';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const NEW = '/beheer/vragen/nieuw/wat-kan-ik';
const SECTION = '/paspoort/onderdelen/wat-kan-ik';
const REMOTE = { vraag: 'Hoe reis je straks naar school?', uitleg: 'Bijvoorbeeld met de fiets.', soort: 'choice', keuzes: 'Fiets\nBus\nTrein', leeg: 'nee' };

describe('a region adds a question to the passport', () => {
  let site: TestApp;
  let gijs: TestAgent;
  let sem: TestAgent;
  let code: string;

  beforeAll(async () => {
    site = await testApp();
    gijs = await site.signedIn('gijs');
    sem = await site.signedIn('sem');
  });
  afterAll(() => site.close());

  const send = (browser: TestAgent, page: string, form: object) => browser.post(page).type('form').send(form);
  const sees = async (browser: TestAgent): Promise<string> => (await browser.get(SECTION).expect(200)).text;
  const application = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email like 'sem@%'");
    return String(row?.id);
  };
  const answer = async (form: object): Promise<void> => {
    const version = Number(/name="versie" value="(\d+)"/.exec(await sees(sem))?.[1]);
    const whole = { 'good-at': 'Koken', strengths: 'Ik werk netjes', [`delen-${await application()}`]: 'yes', klaar: 'ja', versie: version, ...form };
    await send(sem, SECTION, whole).expect(303);
  };
  const stored = async (): Promise<unknown> => {
    const [row] = await site.database.asSuperuser<{ answer: unknown }>("select t.answers->$1 as answer from app.section_text t join app.leaver l on l.id = t.leaver_id where t.section = 'what-i-can' and l.email like 'sem@%'", [code]);
    return row?.answer;
  };

  it('looks at it first, as a student will', async () => {
    const { text } = await send(gijs, NEW, { ...REMOTE, bekijk: '1' }).expect(200);
    expect(text).toContain('Zo ziet een leerling het');
    expect(text).toMatch(/<input class="utrecht-radio-button" type="radio" id="voorbeeld-1" name="voorbeeld" value="Bus">/);
    expect((await gijs.get('/beheer/vragen')).text).not.toContain(REMOTE.vraag);
  });

  it.each([
    ['Heb je een allergie?', 'Vraag niet naar gezondheid (hier staat ‘allergie’).'],
    ['Heb je thuis een eigen kamer?', 'Vraag niet naar thuis en familie (hier staat ‘thuis’).'],
    ['Naar welke kerk ga je?', 'Vraag niet naar geloof (hier staat ‘kerk’).'],
    ['Wat is je BSN?', 'Vraag niet naar een persoonsnummer (hier staat ‘bsn’).'],
    ['Hoe?', 'Schrijf de vraag op.'],
  ])('may not ask ‘%s’', async (vraag, said) => {
    const { text } = await send(gijs, NEW, { ...REMOTE, vraag }).expect(422);
    expect(text).toContain(said);
    expect(text).toContain(`value="${vraag}"`);
  });

  it('may ask about a game of music, which only looks like being ill', async () => {
    expect((await send(gijs, NEW, { ...REMOTE, vraag: 'Welke muziek maak je met oudere spelers?', bekijk: '1' })).text).toContain('Zo ziet een leerling het');
  });

  it('gives choices, and never asks in a part of a special category or of the school', async () => {
    expect((await send(gijs, NEW, { ...REMOTE, keuzes: 'Fiets' }).expect(422)).text).toContain('Geef 2 tot 10 keuzes');
    for (const part of ['thuis-en-gezondheid', 'deel-van-mentor', 'ondersteuning', 'warme-overdracht']) await send(gijs, `/beheer/vragen/nieuw/${part}`, REMOTE).expect(404);
  });

  it('has it asked at once of the students of its schools, and of nobody else', async () => {
    await send(gijs, NEW, REMOTE).expect(303).expect('location', '/beheer/vragen');
    expect((await gijs.get('/beheer/vragen')).text).toContain('De vraag staat erbij.');
    const [row] = await site.database.asSuperuser<{ code: string }>('select code from app.region_question');
    code = String(row?.code);
    expect(await sees(sem)).toContain(REMOTE.vraag);
    expect(await sees(await site.signedIn('noor'))).toContain(REMOTE.vraag);
    expect(await sees(await site.signedIn('mila'))).not.toContain(REMOTE.vraag);
    expect((await (await site.signedIn('pieter')).get('/beheer/vragen')).text).not.toContain(REMOTE.vraag);
  });

  it('is refused everything about the question of another region', async () => {
    for (const person of ['pieter', 'cora', 'lars', 'fatima', 'sanne', 'sem'] as const) {
      const browser = await site.signedIn(person);
      await browser.get(`/beheer/vragen/${code}`).expect(404);
      await send(browser, `/beheer/vragen/${code}`, REMOTE).expect(404);
      await send(browser, `/beheer/vragen/${code}/uit`, {}).expect(404);
    }
  });

  it('finds no answer good that was not to choose from, and says what is left', async () => {
    const form = { 'good-at': 'Koken', strengths: 'Ik werk netjes', [code]: 'Raket', [`delen-${await application()}`]: 'no', klaar: 'ja', versie: 0 };
    expect((await send(sem, SECTION, form).expect(422)).text).toContain(`Kies een antwoord bij ‘${REMOTE.vraag}’`);
  });

  it('keeps the answer with the question, and shares both', async () => {
    await answer({ [code]: 'Bus' });
    expect(await stored()).toEqual({ asked: REMOTE.vraag, answer: 'Bus' });
    const pool = openPool(site.database.webUrl, { max: 1, pipeline: true });
    const [leaver] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email like 'sem@%'");
    const actor = { kind: 'student', memberId: await memberOf(site.database, 'sem'), leaverId: leaver?.id } as const;
    const [row] = await new Tx(pool, site.database.rolePrefix).read<{ answer: unknown }>(actor, { text: "select contents->$1 as answer from app.my_shareable('2026-09-14') where section = 'what-i-can'", values: [code] });
    await pool.end();
    expect(row?.answer).toEqual({ asked: REMOTE.vraag, answer: 'Bus' });
  });

  it('asks in other words from then on; the answer keeps the words that it was given to', async () => {
    await send(gijs, `/beheer/vragen/${code}`, { ...REMOTE, vraag: 'Hoe kom je straks op school?', keuzes: 'Fiets\nTrein\nLopen', versie: 1 }).expect(303);
    expect(await stored()).toEqual({ asked: REMOTE.vraag, answer: 'Bus' });
    const page = await sees(sem);
    expect(page).toContain('Hoe kom je straks op school?');
    expect(page).toMatch(/value="Bus" checked/);
    expect(page).toContain(`Eerst vroegen we: ‘${REMOTE.vraag}’ Past je antwoord nog?`);
    await answer({ 'good-at': 'Koken en wassen', [code]: 'Bus' });
    expect(await stored()).toEqual({ asked: REMOTE.vraag, answer: 'Bus' });
    expect((await gijs.get(`/beheer/vragen/${code}`)).text).toContain(REMOTE.vraag);
  });

  it('overwrites no change of a colleague, and makes no version of the same words', async () => {
    await send(gijs, `/beheer/vragen/${code}`, { ...REMOTE, vraag: 'Uit een oud venster?', versie: 1 }).expect(303).expect('location', `/beheer/vragen/${code}`);
    await send(gijs, `/beheer/vragen/${code}`, { ...REMOTE, vraag: 'Hoe kom je straks op school?', keuzes: 'Fiets\nTrein\nLopen', versie: 2 }).expect(303).expect('location', '/beheer/vragen');
    expect(await site.database.asSuperuser('select version, asks from app.region_question order by 1')).toEqual([
      { version: 1, asks: REMOTE.vraag }, { version: 2, asks: 'Hoe kom je straks op school?' },
    ]);
  });

  it('switches it off: nobody new is asked, who answered keeps the answer as it was asked', async () => {
    await send(gijs, `/beheer/vragen/${code}/uit`, {}).expect(303);
    expect(await sees(await site.signedIn('noor'))).not.toContain('Hoe kom je straks op school?');
    expect(await sees(sem)).toContain('Deze vraag stellen we niet meer.');
    await answer({ 'good-at': 'Koken en bakken', [code]: 'Bus' });
    expect(await stored()).toEqual({ asked: REMOTE.vraag, answer: 'Bus' });
  });

  it('leaves it to the student to take such an answer away', async () => {
    await answer({ [code]: '' });
    expect(await stored()).toBeNull();
    expect(await sees(sem)).not.toContain('Deze vraag stellen we niet meer.');
  });

  describe('while somebody answers it on an open page', () => {
    const asked = 'Hoe kom je straks op school?';
    const keptBy = async (person: 'noor' | 'abdi'): Promise<unknown> => {
      const [row] = await site.database.asSuperuser<{ answer: unknown }>("select t.answers->$1 as answer from app.section_text t join app.leaver l on l.id = t.leaver_id where t.section = 'what-i-can' and l.email = $2", [code, `${person}@leerling.example`]);
      return row?.answer;
    };

    it('keeps what was typed by itself, under what was asked before', async () => {
      const noor = await site.signedIn('noor');
      await send(noor, SECTION, { 'good-at': 'Koken', [code]: 'Lopen', versie: 0 }).set('accept', 'application/json').expect(200);
      expect(await keptBy('noor')).toEqual({ asked, answer: 'Lopen' });
      expect(await sees(noor)).toMatch(/Eerder gevraagd[^]*Hoe kom je straks op school\?[^]*Lopen/);
    });

    it('keeps it beside a text from another screen', async () => {
      const noor = await site.signedIn('noor');
      const { text } = await send(noor, SECTION, { 'good-at': 'Bakken', [code]: 'Trein', klaar: 'nee', versie: 0 }).expect(409);
      expect(text).toMatch(/Hoe kom je straks op school\?[^]*Lopen[^]*Trein/);
      expect(text).toContain(`<input type="hidden" name="${code}" value="Trein">`);
    });

    it('keeps it with the button, also when something else on the page is wrong', async () => {
      const abdi = await site.signedIn('abdi');
      const { text } = await send(abdi, SECTION, { [code]: 'Fiets', klaar: 'ja', versie: 0 }).expect(422);
      expect(text).toMatch(/Eerder gevraagd[^]*Fiets/);
      expect(text).toContain(`<input type="hidden" name="${code}" value="Fiets">`);
      await send(abdi, SECTION, { 'good-at': 'Koken', [code]: 'Fiets', klaar: 'nee', versie: 0 }).expect(303);
      expect(await keptBy('abdi')).toEqual({ asked, answer: 'Fiets' });
      await send(abdi, SECTION, { [code]: '', klaar: 'nee', versie: 1 }).expect(303);
      expect(await keptBy('abdi')).toBeNull();
    });
  });

  it('switches it on again, for the school types that it is for', async () => {
    await send(gijs, `/beheer/vragen/${code}/aan`, {}).expect(303);
    await send(gijs, `/beheer/vragen/${code}`, { ...REMOTE, voor: ['pro'], versie: 3 }).expect(303);
    expect(await sees(sem)).not.toContain(REMOTE.vraag);
    await site.database.asSuperuser("update app.leaver set school_type = 'pro' where email = 'abdi@leerling.example'");
    expect(await sees(await site.signedIn('abdi'))).toContain(REMOTE.vraag);
  });

  it('has at most four in one part', async () => {
    for (const vraag of ['Wat speel je?', 'Wat maak je?', 'Wat lees je?']) await send(gijs, NEW, { ...REMOTE, vraag, soort: 'short', leeg: 'ja' }).expect(303);
    expect((await gijs.get('/beheer/vragen')).text).not.toContain(NEW);
    await send(gijs, NEW, REMOTE).expect(303);
    expect((await gijs.get('/beheer/vragen')).text).toContain('Meer vragen kan niet bij dit onderdeel.');
  });
});
