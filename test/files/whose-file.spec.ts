import type TestAgent from 'supertest/lib/agent.js';
import { exampleFile } from '../../apps/web/src/files/examples.ts';
import type { Person } from '../personas/people.ts';
import type { TestApp } from '../support/test-app.ts';
import { fileSite, type deskFor, GOOD, HEADER } from './desk.ts';

describe('whose file it is', () => {
  let site: TestApp;
  let desk: ReturnType<typeof deskFor>;
  let lars: TestAgent;

  beforeAll(async () => {
    ({ site, desk, lars } = await fileSite());
  });
  afterAll(() => site.close());

  it('lets a dean give roles at the own school only', async () => {
    const header = 'email;roepnaam;achternaam;organisatie;rol';
    const page = await desk.brought(lars, 'medewerkers.csv', [header, 'nieuw@10ko00.example;Nel;Nieuw;;mentor', 'list@11br00.example;Lis;T;11BR00;mentor', 'hanna@11br00.example;Anders;Genoemd;;mentor']);
    expect(await desk.text(lars, page)).toContain('Deze rij is van een andere organisatie');
    await lars.post(`${page}/importeren`).expect(303);
    await desk.work();
    expect(await desk.count("app.account where email = 'nieuw@10ko00.example'")).toBe(1);
    expect(await desk.count("app.account where email = 'hanna@11br00.example' and given_name = 'Hanna'")).toBe(1);
    expect(await desk.undone(lars, page)).toContain('Alles is weer zoals ervoor');
    expect(await desk.count("app.account where email = 'nieuw@10ko00.example'")).toBe(0);
  });

  it('goes in for a school of the region, and the school sees it too', async () => {
    const gijs = await site.signedIn('gijs');
    expect((await desk.upload(gijs, 'leerlingen.csv', GOOD).expect(422)).text).toContain('Kies van welke organisatie dit bestand is');
    expect((await desk.upload(gijs, 'leerlingen-30VE00.csv', GOOD).expect(422)).text).toContain('andere regio');
    const page = await desk.imported(gijs, 'leerlingen-11BR00.csv', [HEADER, '5001;Zus;Proef;01-01-2010;4K;']);
    expect(await desk.count("app.leaver l join app.organisation o on o.id = l.school_id where l.number = '5001' and o.code = '11BR00'")).toBe(1);
    const niels = await site.signedIn('niels');
    expect(await desk.text(niels, page)).toContain('iemand van de regio');
    await lars.get(page).expect(404);
  });

  it('never reaches into another region', async () => {
    const gijs = await site.signedIn('gijs');
    const page = await desk.imported(gijs, 'medewerkers.csv', ['email;organisatie;rol', 'gijs@dsp-10.example;30VE00;decaan', 'extra@10ko00.example;10KO00;mentor']);
    expect(await desk.text(gijs, page)).toContain('Deze organisatie hoort bij een andere regio');
    expect(await desk.count("app.membership m join app.organisation o on o.id = m.organisation_id where o.code = '30VE00' and role = 'careers-dean'")).toBe(1);
    const organisations = await desk.imported(gijs, 'organisaties.csv', ['code;naam;soort;rmc_regio', '30VE00;Gekaapt;vo;10', '77NW00;Nieuw;vo;11', '78NW00;Nieuw;vo;10']);
    expect(await desk.text(gijs, organisations)).toContain('<b>2</b> geweigerd');
    expect(await desk.count("app.organisation where name = 'Gekaapt' or code = '77NW00'")).toBe(0);
    expect(await desk.count("app.organisation where code = '78NW00' and region = '10'")).toBe(1);
    await gijs.post(`${organisations}/terugdraaien`).expect(303);
    await desk.work();
    expect(await desk.count("app.organisation where code = '78NW00'")).toBe(0);
  });

  it('does not exist for the nearest wrong person', async () => {
    const page = await desk.brought(lars, 'leerlingen.csv', GOOD);
    const people: Person[] = ['fatima', 'hanna', 'niels', 'sanne', 'gijs', 'dirk', 'pieter', 'marloes', 'cora'];
    for (const person of people) {
      const browser = await site.signedIn(person);
      for (const address of [page, `${page}/fouten.csv`, `${page}/terugdraaien`]) await browser.get(address).expect(404);
      for (const act of ['importeren', 'weggooien', 'terugdraaien', 'kolommen']) await browser.post(`${page}/${act}`).expect(404);
    }
    expect(await desk.text(lars, page)).toContain('Importeer');
    const soraya = await site.signedIn('soraya');
    expect(await desk.text(soraya, page)).toContain('Importeer');
    const staff = await desk.brought(lars, 'medewerkers.csv', ['email;rol', 'a@10ko00.example;mentor']);
    await soraya.get(staff).expect(404);
    await lars.get('/bestanden/geen-nummer').expect(404);
  });

  it('gives an example of each kind that goes in as it is', async () => {
    for (const [person, kinds] of [['lars', ['leerlingen', 'uitslagen', 'aanwezigheid', 'medewerkers']], ['sanne', ['opleidingen', 'aanmeldingen', 'statussen']], ['gijs', ['organisaties']]] as const) {
      const browser = await site.signedIn(person);
      for (const kind of kinds) {
        const { text: example } = await browser.get(`/bestanden/voorbeeld/${kind}.csv`).expect(200);
        expect(example).toBe(exampleFile(kind));
        const page = await desk.imported(browser, `${kind}.csv`, [example.trimEnd()]);
        expect({ kind, faults: (await desk.text(browser, page)).includes('Deze rijen kloppen niet') }).toEqual({ kind, faults: false });
      }
    }
    await lars.get('/bestanden/voorbeeld/aanmeldingen.csv').expect(404);
  });
});
