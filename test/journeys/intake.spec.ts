import type TestAgent from 'supertest/lib/agent.js';
import { DAY, type Person } from '../personas/people.ts';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the work list of a college', () => {
  let site: TestApp;
  let sanne: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const group = (page: string, code: string): string => new RegExp(`id="groep-${code}"[^]*?</table>`).exec(page)?.[0] ?? '';

  it('is where signing in leads, and first in the navigation', async () => {
    await sanne.get('/').expect(303).expect('location', '/intake');
    const page = await html(sanne, '/intake');
    expect(page).toMatch(/<nav[^]*?>Aanmeldingen<[^]*?>Wie is gestart\?</);
    expect(page.match(/aria-current="page"/g)).toHaveLength(1);
  });

  it('shows who applied and is not tied yet as a number only', async () => {
    const page = await html(sanne, '/intake');
    expect(page).toContain('1 aanmelding is nog niet gekoppeld aan een leerling.');
    expect(page).not.toContain('Nour de Boer');
  });

  it('puts everybody in the group that says who is to act', async () => {
    const eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await addApplicant(site.database, { name: 'Gert', mentor: 'fatima@10ko00.example', status: 'intake-planned', on: '2026-09-02' });
    await addApplicant(site.database, { name: 'Hugo', mentor: 'fatima@10ko00.example', status: 'intake-invited', on: '2026-09-03' });
    expect(group(await html(sanne, '/intake'), 'waiting')).toContain('Eva Genoot');
    await share(site.database, eva, { 'who-am-i': 'Ik ben Eva' }, '2026-09-10T10:00:00+02:00');
    const page = await html(sanne, '/intake');
    expect(group(page, 'new')).toContain('Eva Genoot');
    expect(group(page, 'new')).toContain('10 september');
    expect(group(page, 'meeting')).toContain('Gert Genoot');
    expect(group(page, 'waiting')).toContain('Hugo Genoot');
    expect(group(page, 'done')).toContain('Sem van den Berg');
    expect(page).toContain('1 leerling deelde iets nieuws.');
  });

  it('marks who waits longer than five working days, and finds them', async () => {
    expect(group(await html(sanne, '/intake'), 'meeting')).toContain('Wacht te lang');
    const late = await html(sanne, '/intake?wacht=lang');
    expect(late).toContain('Gert Genoot');
    expect(late).not.toContain('Eva Genoot');
  });

  it('leaves no trace of what was withheld or is not yet for the college', async () => {
    const jip = await addApplicant(site.database, { name: 'Jip', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-03' });
    const row = (page: string) => /Jip Genoot[^]*?<\/tr>/.exec(page)?.[0];
    const before = row(await html(sanne, '/intake'));
    await share(site.database, jip, { 'home-and-health': 'Iets van thuis' }, '2026-09-12T10:00:00+02:00');
    const page = await html(sanne, '/intake');
    expect(row(page)).toBe(before);
    expect(group(page, 'waiting')).toContain('Jip Genoot');
  });

  it('filters by programme, level and start, with groups that keep their number', async () => {
    const page = await html(sanne, '/intake?opleiding=Logistiek+medewerker&niveau=2&start=2026-08-24&groep=klaar');
    expect(page).toContain('Isa Smit');
    expect(page).not.toContain('Sem van den Berg');
    expect(page).toMatch(/<b>0<\/b> Nieuw gedeeld/);
    expect(await html(sanne, '/intake?opleiding=Bestaat+niet')).toContain('Geen aanmeldingen gevonden.');
  });

  it('finds a name without putting it in an address', async () => {
    const { headers } = await sanne.post('/intake/zoeken').type('form').send({ naam: 'eva gen' }).expect(303);
    expect(headers.location).toMatch(/^\/intake\?zoek=[\da-f-]{36}$/);
    const page = await html(sanne, String(headers.location));
    expect(page).toContain('Eva Genoot');
    expect(page).toContain('value="eva gen"');
    expect(page).not.toContain('Hugo Genoot');
  });

  it('shows another college none of it', async () => {
    const page = await html(await site.signedIn('milan'), '/intake');
    expect(page).toContain('Elif Çelik');
    expect(page).not.toContain('Eva Genoot');
    for (const person of ['fatima', 'sem', 'ingrid', 'gijs'] as Person[]) await (await site.signedIn(person)).get('/intake').expect(404);
  });

  it('shows fifty at a time, with the groups of all of them', async () => {
    for (let at = 0; at < 55; at += 1) await addApplicant(site.database, { name: `Vol${at}`, mentor: 'fatima@10ko00.example', status: 'intake-invited', on: DAY });
    const page = await html(sanne, '/intake');
    expect(page.match(/<tr role="row">\n<th/g)).toHaveLength(50);
    expect(page).toContain('Blad 1 van 2');
    expect(page).toMatch(/<b>57<\/b> Wacht op leerling/);
    expect(group(await html(sanne, '/intake?blad=2'), 'done')).toContain('Sem van den Berg');
  });

  it('says so when nobody applied', async () => {
    const tess = await site.signedIn('tess');
    await site.database.asSuperuser(`delete from app.event e using app.application a where a.id = e.application_id and a.college_id = (select id from app.organisation where code = '40VE')`);
    await site.database.asSuperuser(`delete from app.application where college_id = (select id from app.organisation where code = '40VE')`);
    expect(await html(tess, '/intake')).toContain('Er is nog niets met jouw school gedeeld.');
  });
});
