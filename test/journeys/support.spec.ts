import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const FULL = { which: 'Gesprekken met een coach', effect: 'Een vast moment hielp', needed: 'Een vaste plek', klaar: 'ja' };

describe('a part about support at school', () => {
  let site: TestApp;
  let okan: TestAgent;
  let sem: TestAgent;
  let page: string;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    site = await testApp();
    [okan, sem] = await Promise.all([site.signedIn('okan'), site.signedIn('sem')]);
    for (const { id, key } of await site.database.asSuperuser<{ id: string; key: string }>("select id, split_part(email, '@', 1) as key from app.leaver")) ids.set(key, id);
    page = `/ondersteuning/${ids.get('sem')}`;
    const write = (part: string, form: object) => sem.post(`/paspoort/onderdelen/${part}`).type('form').send({ klaar: 'nee', versie: 0, ...form }).expect(303);
    await write('wie-ben-ik', { 'in-my-words': 'Rustig en precies' });
    await write('wat-heb-ik-nodig', { 'which-help': 'Meer tijd bij toetsen' });
    await write('thuis-en-gezondheid', { health: 'Ik heb suikerziekte' });
    await site.database.asSuperuser("insert into app.presence (leaver_id, school_year, hours_with_reason) select id, '2025-2026', 12 from app.leaver where email = 'sem@leerling.example'");
  });
  afterAll(() => site.close());

  const see = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const whoReads = async (): Promise<string> => String(/Wie kan dit nu lezen\?<\/strong> (.*?)<\/p>/.exec(await see(sem, '/paspoort'))?.[1]);

  it('begins with a list of nobody, on which a search by name leaves no name in the address', async () => {
    expect(await see(okan, '/ondersteuning')).toContain('Nog voor niemand.');
    const { headers } = await okan.post('/ondersteuning/zoeken').type('form').send({ naam: 'Sem van den Berg' }).expect(303);
    expect(headers.location).toMatch(/^\/ondersteuning\?zoek=[\da-f-]{36}$/);
    const text = await see(okan, String(headers.location));
    expect(text).toContain('Sem van den Berg');
    expect(text).toContain('Klas 4B');
    expect(text).not.toContain('Abdi');
  });

  it('finds nobody of another school', async () => {
    const { headers } = await okan.post('/ondersteuning/zoeken').type('form').send({ naam: 'koster' }).expect(303);
    expect(await see(okan, String(headers.location))).toContain('Geen leerlingen gevonden.');
    await okan.get(`/ondersteuning/${ids.get('roos')}`).expect(404);
    await okan.post(`/ondersteuning/${ids.get('roos')}/beginnen`).expect(404);
  });

  it('opens nothing of the student before it is begun', async () => {
    await okan.get(`${page}/lezen`).expect(404);
    expect(await whoReads()).toBe('Alleen jij. Later kies je zelf wie meeleest.');
    await okan.post(`${page}/beginnen`).expect(303).expect('location', page);
    await okan.post(`${page}/beginnen`).expect(303);
    expect(await whoReads()).toBe('Jij. Je ondersteuningscoördinator Okan Demir kan lezen: ‘Wat heb ik nodig?’. Verder niemand.');
  });

  it('opens what the student needs and the presence, not the rest; home and health only when the student opened it', async () => {
    const text = await see(okan, `${page}/lezen`);
    expect(text).toContain('Meer tijd bij toetsen');
    expect(text).toContain('12 uur');
    expect(text).not.toMatch(/suikerziekte|Rustig en precies/);
    await sem.post('/paspoort/mentor-leest-mee').type('form').send({ gezondheid: 'home-and-health', onderdeel: 'who-am-i' }).expect(303);
    const more = await see(okan, `${page}/lezen`);
    expect(more).toContain('suikerziekte');
    expect(more).not.toContain('Rustig en precies');
    expect(await see(sem, '/paspoort/wie-leest-mee')).toContain('Gelezen voor ondersteuning: naam en contact, Wat heb ik nodig?, Thuis en gezondheid, Aanwezigheid');
    await sem.post('/paspoort/mentor-leest-mee').type('form').send({}).expect(303);
    expect(await see(okan, `${page}/lezen`)).not.toContain('suikerziekte');
  });

  it('goes to the student first, with a mail that says nothing of support', async () => {
    await okan.post(page).type('form').set('accept', 'application/json').send({ which: 'Half', versie: 1 }).expect(200);
    expect(await see(sem, '/paspoort/ondersteuning')).not.toContain('Half');
    await okan.post(page).type('form').send({ ...FULL, versie: 2 }).expect(303).expect('location', '/ondersteuning');
    expect(await site.database.asSuperuser("select to_address as to from app.mail where template = 'school-part-ready'")).toEqual([{ to: 'sem@leerling.example' }]);
    expect(await see(sem, '/paspoort')).toContain('href="/paspoort/ondersteuning"');
    const text = await see(sem, '/paspoort/ondersteuning');
    expect(text).toContain('Gesprekken met een coach');
    await sem.post('/paspoort/ondersteuning').type('form').send({ klopt: 'nee', reden: 'Ik wil geen coach', versie: /name="versie" value="(\d+)"/.exec(text)?.[1] }).expect(303);
    expect(await see(okan, page)).toContain('Ik wil geen coach');
    expect(await see(okan, '/ondersteuning')).toContain('Wil dit bespreken');
  });

  it('is never the mentor’s or the dean’s, nor another support coordinator’s', async () => {
    for (const person of ['fatima', 'joost', 'lars', 'thijs', 'soraya', 'zoe', 'hanna', 'sanne', 'ingrid', 'gijs', 'samira', 'sem'] as const) {
      const browser = await site.signedIn(person);
      for (const address of ['/ondersteuning', page, `${page}/lezen`]) await browser.get(address).expect(404);
      await browser.post(page).type('form').send({ ...FULL, versie: 3 }).expect(404);
    }
    expect(await see(await site.signedIn('fatima'), `/leerlingen/${ids.get('sem')}`)).not.toMatch(/Gesprekken met een coach|Ik wil geen/);
    await site.database.asSuperuser("update app.membership m set organisation_id = (select id from app.organisation where code = '11BR00') from app.account a where a.id = m.account_id and a.email like 'okan@%'");
    for (const address of [page, `${page}/lezen`]) await okan.get(address).expect(404);
  });

  it('sees of other students a name and a class only', async () => {
    const columns = await site.database.asSuperuser<{ name: string }>(`select column_name as name from information_schema.column_privileges where table_schema = 'app' and table_name = 'leaver' and grantee like '%as\\_support'`);
    expect(columns.map(({ name }) => name).toSorted()).toEqual(['class', 'family_name', 'folded_family', 'folded_given', 'given_name', 'id', 'name_prefix', 'school_id', 'school_type', 'school_year', 'sort_name']);
  });
});
