import type TestAgent from 'supertest/lib/agent.js';
import { addClassmates } from '../support/classmates.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** The names in each group of the list, in their order. */
const groupsIn = (html: string): Record<string, string[]> =>
  Object.fromEntries(
    html.split('<h2 class="o-cap').slice(1).map((part) => [
      / id="groep-(\w+)"/.exec(part)?.[1] ?? '',
      [...part.matchAll(/class="o-c-name".*?>([^<]+)<\/a>/g)].map(([, name]) => String(name)),
    ]),
  );

const page = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;

describe('the work list', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let lars: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    fatima = await site.signedIn('fatima');
    lars = await site.signedIn('lars');
  });
  afterAll(() => site.close());

  it('shows a mentor who needs her now, the loudest first, and how long until the next fixed day', async () => {
    const html = await page(fatima, '/leerlingen');
    expect(groupsIn(html).act?.slice(0, 3)).toEqual(['Abdi Hassan', 'Finn de Jong', 'Elif Çelik']);
    expect(groupsIn(html).fine).toEqual(['Sem van den Berg', 'Yara Kuipers']);
    expect(html).toMatch(/\d leerlingen hebben jou nu nodig\.<\/strong> Nog 17 dagen tot 1 oktober/);
    expect(html).toContain('Jij: bel vandaag');
    await site.database.asSuperuser("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2025-2026', 'early-leaver-until', '2026-10-15', '2026-09-01', now())");
    expect(await page(fatima, '/leerlingen')).toContain('Nog 31 dagen tot 15 oktober');
    await site.database.asSuperuser('delete from app.calendar_change');
    expect(html).toContain('Andere route: blijft in vo');
    expect(html).toContain('7 september');
    expect(html).not.toContain('Noor de Boer');
  });

  it('shows a dean the whole school with class and mentor', async () => {
    const html = await page(lars, '/leerlingen');
    expect(html).toContain('leerlingen hebben nu iemand van school nodig');
    expect(html).toContain('4B, Fatima el Amrani');
    expect(html).toContain('4A, Joost Bakker');
    expect(html).toContain('Mentor: bel vandaag');
    expect(html).not.toContain('Roos Koster');
  });

  it('keeps to one class, signal, college or phase when asked', async () => {
    expect(groupsIn(await page(lars, '/leerlingen?klas=4A')).act).toEqual(['Daan Bakker', 'Noor de Boer']);
    expect(groupsIn(await page(lars, '/leerlingen?letop=gestopt'))).toEqual({ act: ['Elif Çelik'] });
    expect(groupsIn(await page(lars, '/leerlingen?mbo=Vakschool+De+Meent'))).toEqual({ act: ['Elif Çelik'] });
    const started = await page(lars, '/leerlingen?fase=gestart');
    expect(groupsIn(started)).toEqual({ fine: ['Sem van den Berg'] });
    expect(started).toContain('Je ziet 1 van de 8 leerlingen');
  });

  it('finds by a part of a name, accents or not, without the name in the address', async () => {
    const answer = await lars.post('/leerlingen/zoeken').type('form').send({ naam: 'CELIK', klas: '4B' }).expect(303);
    const address = String(answer.headers.location);
    expect(address).toMatch(/^\/leerlingen\?klas=4B&zoek=[\da-f-]{36}$/);
    const html = await page(lars, address);
    expect(groupsIn(html)).toEqual({ act: ['Elif Çelik'] });
    expect(html).toContain('value="CELIK"');
    const prefixed = await lars.post('/leerlingen/zoeken').type('form').send({ naam: 'van den b' }).expect(303);
    expect(groupsIn(await page(lars, String(prefixed.headers.location)))).toEqual({ fine: ['Sem van den Berg'] });
  });

  it('does not tell one person what another one typed', async () => {
    const answer = await lars.post('/leerlingen/zoeken').type('form').send({ naam: 'Daan' }).expect(303);
    expect(await page(fatima, String(answer.headers.location))).not.toContain('Daan');
  });

  it('says so when nobody answers the filter, and how to get out of it', async () => {
    const answer = await fatima.post('/leerlingen/zoeken').type('form').send({ naam: 'Xander' }).expect(303);
    const html = await page(fatima, String(answer.headers.location));
    expect(html).toContain('Geen leerlingen gevonden.');
    expect(html).toContain('<a class="utrecht-link" href="/leerlingen">Wis het filter</a>');
  });

  it('asks the school about who is gone from its file and who stands at another school too', async () => {
    await site.database.asSuperuser("update app.leaver set missing_since = '2026-09-10' where given_name = 'Noor'");
    await site.database.asSuperuser(`insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date)
      select (select id from app.organisation where code = '11BR00'), '9999', school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date
      from app.leaver where given_name = 'Daan'`);
    const html = await page(lars, '/leerlingen');
    expect(html).toContain('1 leerling staat niet meer in jullie nieuwste bestand');
    expect(html).toContain('1 leerling staat ook bij een andere school');
    expect(html).toContain('ook bij De Brug');
    expect(await page(fatima, '/leerlingen')).not.toContain('nieuwste bestand');
  });

  it('tells a mentor without leavers what to do, and one without worries that all is well', async () => {
    await site.database.asSuperuser("update app.leaver set mentor_id = null where given_name in ('Mila', 'Teun')");
    await site.database.asSuperuser('select app.refresh_cards($1, null)', ['2026-09-14']);
    const vera = await site.signedIn('vera');
    expect(await page(vera, '/leerlingen')).toContain('Je klas staat er nog niet.');
    const dirk = await site.signedIn('dirk');
    expect(await page(dirk, '/leerlingen')).toContain('geen mentor');
    await site.database.asSuperuser("update app.leaver set destination = 'work' where given_name in ('Mila', 'Teun')");
    await site.database.asSuperuser("select app.settle('2026-09-14', array(select id from app.leaver))");
    expect(await page(dirk, '/leerlingen')).toContain('Niemand heeft nu iemand van school nodig.');
  });

  it('leads who has no leavers nowhere that is not theirs: a summer team and a municipality', async () => {
    const empty = { zoe: 'Vanaf de laatste schooldag staat hier wie nog geen plek heeft.', wil: 'href="/jongeren/nieuw">Voer een jongere in' } as const;
    for (const [person, says] of Object.entries(empty)) {
      const html = await page(await site.signedIn(person as keyof typeof empty), '/leerlingen');
      expect(html).toContain('Er staan nog geen leerlingen.');
      expect(html).toContain(says);
      expect(html).not.toContain('Breng een bestand');
    }
  });

  it('is not there for who works elsewhere', async () => {
    for (const person of ['sanne', 'ingrid', 'gijs', 'soraya', 'cora'] as const) {
      const browser = await site.signedIn(person);
      await browser.get('/leerlingen').expect(404);
      await browser.post('/leerlingen/zoeken').type('form').send({ naam: 'Sem' }).expect(404);
    }
  });

  describe('of a school with many leavers', () => {
    beforeAll(() => addClassmates(site.database, { count: 120, mentor: 'joost@10ko00.example', college: '21ME', crebo: '25003', group: '4C' }));

    it('says in one line what a silent college leaves open', async () => {
      await site.database.asSuperuser("delete from app.silence");
      await site.database.asSuperuser(`insert into app.silence (college_id, crebo, pathway, starts_on, opened_on)
        select id, '25003', 'bol', '2026-08-24', '2026-08-31' from app.organisation where code = '21ME'`);
      await site.database.asSuperuser('select app.refresh_cards($1, null)', ['2026-09-14']);
      const html = await page(lars, '/leerlingen');
      expect(html).toMatch(/Vakschool De Meent heeft voor Kok nog niets doorgegeven: <a [^>]*>120 leerlingen/);
      expect(html).not.toContain('Genoot 7<');
      const address = /Kok nog niets doorgegeven: <a class="utrecht-link" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? '';
      expect(groupsIn(await page(lars, address)).wait).toHaveLength(50);
    });

    it('comes in pages of 50 for a dean and whole for a mentor', async () => {
      const first = await page(lars, '/leerlingen?klas=4C&letop=start-niet-bevestigd');
      expect(groupsIn(first).wait).toHaveLength(50);
      expect(first).toContain('Blad 1 van 3');
      expect(first.length).toBeLessThan(60_000);
      const last = await page(lars, '/leerlingen?klas=4C&letop=start-niet-bevestigd&blad=3');
      expect(groupsIn(last).wait).toHaveLength(20);
      const joost = await site.signedIn('joost');
      expect(groupsIn(await page(joost, '/leerlingen?letop=start-niet-bevestigd')).wait).toHaveLength(120);
    });
  });
});
