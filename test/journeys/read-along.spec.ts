import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const CHOOSE = '/paspoort/mentor-leest-mee';

describe('letting the mentor read along', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let sem: TestAgent;
  let page: string;

  beforeAll(async () => {
    site = await testApp();
    [fatima, sem] = await Promise.all([site.signedIn('fatima'), site.signedIn('sem')]);
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    page = `/leerlingen/${row?.id}/paspoort`;
    const write = (part: string, form: object) => sem.post(`/paspoort/onderdelen/${part}`).type('form').send({ klaar: 'nee', versie: 0, ...form }).expect(303);
    await write('wie-ben-ik', { 'in-my-words': 'Rustig en precies', 'for-me': 'Mijn geheim' });
    await write('wat-kan-ik', { 'good-at': 'Koken' });
    await write('thuis-en-gezondheid', { health: 'Ik heb suikerziekte' });
  });
  afterAll(() => site.close());

  const choose = (form: object) => sem.post(CHOOSE).type('form').send(form).expect(303);
  const mentors = async (): Promise<string> => (await fatima.get(page).expect(200)).text;
  const whoReads = async (): Promise<string> => String(/Wie kan dit nu lezen\?<\/strong> (.*?)<\/p>/.exec((await sem.get('/paspoort').expect(200)).text)?.[1]);

  it('chooses nothing beforehand, and asks about home and health apart', async () => {
    const { text } = await sem.get(CHOOSE).expect(200);
    expect(text).not.toContain(' checked');
    expect(text).toContain('Daarom vragen we het apart.');
    expect(await whoReads()).toBe('Alleen jij. Later kies je zelf wie meeleest.');
  });

  it('shows the mentor nothing until something is opened', async () => {
    const text = await mentors();
    expect(text).toContain('Er is nu niets voor jou om te lezen.');
    expect(text).not.toContain('Koken');
  });

  it('shows what was opened and nothing else, never a note for oneself; the student sees who may and who did', async () => {
    await choose({ onderdeel: ['who-am-i'] });
    const text = await mentors();
    expect(text).toContain('Rustig en precies');
    for (const other of ['Koken', 'suikerziekte', 'Mijn geheim']) expect(text).not.toContain(other);
    expect(await whoReads()).toBe('Jij. Je mentor Fatima el Amrani kan lezen: ‘Wie ben ik?’. Verder niemand.');
    const { text: log } = await sem.get('/paspoort/wie-leest-mee');
    expect(log).toContain('Meegelezen in het paspoort: naam en contact, Wie ben ik?');
  });

  it('opens home and health only when that was asked for by itself', async () => {
    await choose({ onderdeel: ['who-am-i', 'what-i-can'], gezondheid: ['home-and-health'] });
    expect(await mentors()).toContain('suikerziekte');
    await choose({ onderdeel: ['what-i-can'] });
    const text = await mentors();
    expect(text).toContain('Koken');
    expect(text).not.toMatch(/suikerziekte|Rustig en precies/);
  });

  it('closes at once, also for a mentor who has the page open', async () => {
    await choose({});
    expect(await mentors()).toContain('Er is nu niets voor jou om te lezen.');
    expect(await whoReads()).toBe('Alleen jij. Later kies je zelf wie meeleest.');
  });

  it('opens no part of the school, however it is asked', async () => {
    await choose({ onderdeel: ['support', 'presence', 'mentor-part', 'sharing'] });
    expect(await site.database.asSuperuser('select from app.opened_section')).toEqual([]);
  });

  it('is not for the mentor of another class, a dean, a team leader, a summer team, a parent, another school or college', async () => {
    await choose({ onderdeel: ['who-am-i', 'what-i-can'], gezondheid: ['home-and-health'] });
    for (const person of ['joost', 'lars', 'thijs', 'zoe', 'soraya', 'okan', 'hanna', 'samira', 'sanne', 'ingrid', 'gijs', 'noor'] as const) {
      await (await site.signedIn(person)).get(page).expect(404);
    }
    for (const person of ['fatima', 'noor', 'lars'] as const) {
      const { status, text } = await (await site.signedIn(person)).post(CHOOSE).type('form').send({});
      expect({ person, status }).toEqual({ person, status: person === 'noor' ? 303 : 404 });
      expect(text).not.toContain('Koken');
    }
    expect(await mentors()).toContain('Koken');
  });
});
