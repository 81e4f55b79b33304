import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { pressedAgain } from '../support/pressed-again.ts';
import { atDesks, type AtDesks } from '../support/at-desks.ts';
import type { TestApp } from '../support/test-app.ts';

describe('the region', () => {
  let site: TestApp;
  let at: AtDesks;
  let gijs: TestAgent;
  let pieter: TestAgent;

  beforeAll(async () => {
    at = await atDesks();
    site = at.site;
    [gijs, pieter] = await Promise.all([at.as('gijs'), at.as('pieter')]);
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const idOf = async (sql: string, value: string): Promise<string> => (await site.database.asSuperuser<{ id: string }>(sql, [value]))[0]!.id;

  describe('gives a case without a desk', () => {
    const give = (browser: TestAgent, id: string, bureau: string) => browser.post(`/regio/wachtrij/${id}`).type('form').send({ bureau });

    it('shows who waits, why, and what must be chosen', async () => {
      const id = await at.caseOf('daan');
      const list = await html(gijs, '/regio/wachtrij');
      expect(list).toContain('1 zaak wacht op een bureau.');
      expect(list).toMatch(new RegExp(`/regio/wachtrij/${id}">Daan Bakker</a>[^]*Woongemeente onbekend[^]*gemeente onbekend[^]*Het Kompas`));
      expect(list).toContain('>1 aanmelding wacht op koppelen</a>');
      const page = await html(gijs, `/regio/wachtrij/${id}`);
      const desks = [...page.matchAll(/<option value="[\da-f-]+">([^<]+)/g)].map(([, name]) => name);
      expect(desks).toEqual(['Doorstroompunt IJssel-Vecht', 'Leerplicht Kampen', 'Leerplicht Zwolle', 'Doorstroompunt Veluwe (andere regio)', 'Leerplicht Ermelo (andere regio)']);
      expect((await give(gijs, id, '').expect(422)).text).toContain('Kies welk bureau de zaak krijgt.');
      await give(gijs, id, await at.desk('20NO')).expect(422);
    });

    it.each(['pieter', 'sanne', 'lars', 'fatima', 'ingrid', 'marloes', 'cora'] as const)('not for %s', async (person: Person) => {
      const browser = await site.signedIn(person);
      const id = await at.caseOf('daan');
      await browser.get(`/regio/wachtrij/${id}`).expect(404);
      await give(browser, id, await at.desk('LPA-Zwolle')).expect(404);
    });

    it('to the desk that was chosen, once', async () => {
      const [id, zwolle] = await Promise.all([at.caseOf('daan'), at.desk('LPA-Zwolle')]);
      await pressedAgain(() => give(gijs, id, zwolle).expect(303));
      const list = await html(gijs, '/regio/wachtrij');
      expect(list).toContain('De zaak is doorgegeven aan het bureau.');
      expect(list).toContain('Er wacht geen zaak op een bureau.');
      expect(list).toMatch(/aan Leerplicht Zwolle[^]*nog niet opgepakt[^]*Maak ongedaan/);
      expect(list).not.toContain('Daan');
      const [row] = await site.database.asSuperuser('select desk_id, (select count(*)::int from app.event e where e.case_id = c.id and e.kind = $2) as told from app.desk_case c where id = $1', [id, 'case-assigned']);
      expect(row).toEqual({ desk_id: zwolle, told: 1 });
    });

    it('and takes it back as long as nobody picked it up', async () => {
      const [id, zwolle] = await Promise.all([at.caseOf('daan'), at.desk('LPA-Zwolle')]);
      const takeBack = (browser: TestAgent) => browser.post(`/regio/wachtrij/${id}/terugnemen`);
      for (const person of ['pieter', 'sanne', 'lars', 'ingrid', 'marloes', 'cora'] as const) await takeBack(await site.signedIn(person)).expect(404);
      await pressedAgain(() => takeBack(gijs).expect(303));
      expect(await html(gijs, '/regio/wachtrij')).toMatch(/Daan Bakker<\/a>[^]*Woongemeente onbekend/);
      const ingrid = await site.signedIn('ingrid');
      await ingrid.get(`/niet-gestart/${id}`).expect(404);
      await give(gijs, id, zwolle).expect(303);
      await ingrid.post(`/niet-gestart/${id}/oppakken`).expect(303);
      await takeBack(gijs).expect(303);
      const list = await html(gijs, '/regio/wachtrij');
      expect(list).toContain('Dat was al gebeurd.');
      expect(list).toContain('opgepakt');
      expect(list).not.toContain('Maak ongedaan');
      expect(await site.database.asSuperuser("select kind from app.event where case_id = $1 and kind like 'case-%' and source = 'page' order by id", [id])).toEqual(
        ['case-assigned', 'case-taken-back', 'case-assigned', 'case-picked-up'].map((kind) => ({ kind })),
      );
    });

    it('and says so when another was first', async () => {
      const id = await at.caseOf('daan');
      await give(gijs, id, await at.desk('LPA-Kampen')).expect(303);
      expect(await html(gijs, '/regio/wachtrij')).toContain('Dat was al gebeurd.');
      await gijs.get(`/regio/wachtrij/${id}`).expect(303);
      await gijs.get(`/regio/wachtrij/${randomUUID()}`).expect(404);
      expect(await html(pieter, '/regio/wachtrij')).not.toContain('Leerplicht Zwolle');
    });
  });

  describe('ties an application that did not tie by itself', () => {
    const decide = (browser: TestAgent, id: string, keuze: string) => browser.post(`/te-koppelen/${id}`).type('form').send({ keuze });
    const nour = (): Promise<string> => idOf('select id from app.application where number = $1', '20NO-900');
    const noor = (): Promise<string> => idOf('select id from app.leaver where given_name = $1', 'Noor');
    const tieOf = async (id: string) => (await site.database.asSuperuser<{ leaver: string | null; tie: string }>('select leaver_id as leaver, tie from app.application where id = $1', [id]))[0];

    it('beside the leaver it may be of, with what differs in words', async () => {
      const id = await nour();
      const list = await html(gijs, '/te-koppelen');
      await gijs.get('/te-koppelen?blad=2').expect(404);
      expect(list).toContain('1 aanmelding wacht op koppelen.');
      expect(list).toMatch(new RegExp(`/te-koppelen/${id}">Nour de Boer</a>[^]*andere roepnaam[^]*Timmerman[^]*ROC Noordrand`));
      const page = await html(gijs, `/te-koppelen/${id}`);
      expect(page).toContain('Is dit Noor de Boer?');
      expect(page).toContain('Niet vanzelf gekoppeld: andere roepnaam.');
      expect(page).toMatch(/<th scope="row">Naam<\/th><td>Nour de Boer<\/td><td class="o-differs">Noor de Boer<span class="o-sub">anders/);
      expect(page).toMatch(/<th scope="row">Geboren<\/th><td>11 november 2010<\/td><td>11 november 2010<\/td>/);
      expect(page).toMatch(/<th scope="row">School<\/th><td>Het Kompas<\/td><td>Het Kompas<\/td>/);
    });

    it('once, however often the button is pressed, and undoes it', async () => {
      const [id, leaver] = await Promise.all([nour(), noor()]);
      await pressedAgain(() => decide(gijs, id, leaver).expect(303));
      expect(await tieOf(id)).toEqual({ leaver, tie: 'by-hand' });
      const list = await html(gijs, '/te-koppelen');
      expect(list).toContain('Alle aanmeldingen zijn gekoppeld.');
      expect(list).toMatch(/Nour de Boer<\/strong>: gekoppeld[^]*14 september door Gijs Idrissi[^]*Maak ongedaan/);
      expect(await html(gijs, `/te-koppelen/${id}`)).toContain('Deze aanmelding is gekoppeld.');
      await decide(gijs, id, 'ongedaan').expect(303);
      expect(await html(gijs, '/te-koppelen')).toContain('De koppeling is ongedaan gemaakt.');
      expect(await tieOf(id)).toEqual({ leaver: null, tie: 'waiting' });
      const told = await site.database.asSuperuser('select kind from app.event where application_id = $1 and kind in ($2, $3) order by id', [id, 'tied', 'untied']);
      expect(told).toEqual([{ kind: 'tied' }, { kind: 'untied' }]);
    });

    it('or to nobody, which can be undone too', async () => {
      const id = await nour();
      await decide(gijs, id, 'niemand').expect(303);
      expect(await tieOf(id)).toEqual({ leaver: null, tie: 'nobody' });
      await decide(gijs, id, 'niemand').expect(303);
      const list = await html(gijs, '/te-koppelen');
      expect(list).toContain('Dat was al gebeurd.');
      expect(list).toContain('Nour de Boer</strong>: niemand van de leerlingen');
      await decide(gijs, id, 'ongedaan').expect(303);
      expect(await html(gijs, `/te-koppelen/${id}`)).toContain('Is dit Noor de Boer?');
    });

    it('and shows the college only what differs in its own administration', async () => {
      const sanne = await site.signedIn('sanne');
      const list = await html(sanne, '/te-koppelen');
      expect(list).toContain('1 aanmelding wacht op koppelen.');
      expect(list).toContain('andere roepnaam');
      expect(list).not.toMatch(/Noor |Kompas|Maak ongedaan/);
      expect(await html(await site.signedIn('milan'), '/te-koppelen')).toContain('Alle aanmeldingen zijn gekoppeld.');
    });

    it.each(['sanne', 'pieter', 'lars', 'ingrid', 'cora'] as const)('not for %s', async (person: Person) => {
      const browser = await site.signedIn(person);
      const [id, leaver] = await Promise.all([nour(), noor()]);
      await browser.get(`/te-koppelen/${id}`).expect(404);
      for (const choice of [leaver, 'niemand', 'ongedaan']) await decide(browser, id, choice).expect(404);
      expect(await tieOf(id)).toEqual({ leaver: null, tie: 'waiting' });
    });

    it('and not what tied by itself, or a leaver that is no candidate', async () => {
      const tied = await idOf("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.given_name = $1 and a.tie = 'automatic'", 'Sem');
      await decide(gijs, tied, 'ongedaan').expect(404);
      const [id, sem] = await Promise.all([nour(), idOf('select id from app.leaver where given_name = $1', 'Sem')]);
      await decide(gijs, id, sem).expect(303);
      await decide(gijs, id, 'nonsense').expect(400);
      expect(await tieOf(id)).toEqual({ leaver: null, tie: 'waiting' });
    });

    it('and asks about a leaver who stands at two schools', async () => {
      await site.database.asSuperuser(`insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, region)
        select (select id from app.organisation where code = '11BR00'), '99', school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, region
        from app.leaver where given_name = 'Isa'`);
      expect(await html(gijs, '/te-koppelen')).toMatch(/Isa Smit: (Het Kompas en De Brug|De Brug en Het Kompas)/);
      expect(await html(pieter, '/te-koppelen')).not.toContain('Isa Smit');
      expect(await html(await site.signedIn('sanne'), '/te-koppelen')).not.toContain('Isa Smit');
    });
  });

  describe('hears of mail that did not arrive', () => {
    const page = async (person: Person): Promise<string> => html(await site.signedIn(person), '/post-niet-aangekomen');

    it('as does the dean of that school, with the reason in Dutch', async () => {
      expect(await page('lars')).toContain('Alle mails zijn aangekomen.');
      await site.database.asSuperuser(`insert into app.mail (to_address, organisation_id, region, template, day, state, attempts, last_error, server_said)
        select 'fatima@10ko00.example', id, region, 'digest', '2026-09-10', 'dead', 2,
          'De mailserver weigert dit adres: 550 5.1.1 no such user Misschien is de mail toch aangekomen.', '550 5.1.1 no such user'
        from app.organisation where code = '10KO00'`);
      for (const person of ['lars', 'soraya', 'gijs'] as const) {
        const text = await page(person);
        expect(text).toContain('1 mail kwam niet aan.');
        expect(text).toMatch(/fatima@10ko00\.example[^]*Het Kompas[^]*10 september[^]*2 keer geprobeerd/);
        expect(text).toContain('De mailserver weigert dit adres. Misschien is de mail toch aangekomen.');
        expect(text).toContain('De server zei: <q lang="en">550 5.1.1 no such user</q>');
        expect(text).toContain('De decaan krijgt deze meldingen nu.');
      }
    });

    it.each(['niels', 'pieter'] as const)('not %s, who has another school or region', async (person) => {
      expect(await page(person)).toContain('Alle mails zijn aangekomen.');
    });

    it.each(['fatima', 'sanne', 'ingrid', 'cora'] as const)('not %s, who has nothing to do with addresses', async (person) => {
      await (await site.signedIn(person)).get('/post-niet-aangekomen').expect(404);
    });
  });
});
