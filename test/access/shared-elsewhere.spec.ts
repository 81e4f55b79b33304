import request from 'supertest';
import { Handlers, type HandlerRow } from '#people';
import { scopes, sections, wordFor, type AccessAct } from '#policy';
import { administering, everybody, type Person } from '../personas/people.ts';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const MARK = 'kenmerkvaneva';
/** Each of another kind, and none with a right to Eva's passport: her mentor's colleague, dean and administrator, another college, school, student and parent, desks and regions. */
const STRANGERS: readonly Person[] = ['joost', 'lars', 'soraya', 'milan', 'tess', 'hanna', 'sem', 'samira', 'ingrid', 'marloes', 'gijs', 'petra', 'bas'];
/** Whose programs may fetch something. */
const OWNERS: readonly Person[] = ['fatima', 'lars', 'ingrid', 'marloes', 'soraya'];

/** Eva shared all of it with ROC Noordrand, where she was admitted. mail/every-mail reads the mails, programs/keys which addresses answer a program. */
describe('what one college reads, anywhere else', () => {
  let site: TestApp;
  let routes: HandlerRow[];
  let ids: string[];

  beforeAll(async () => {
    site = await testApp();
    routes = site.app.get(Handlers).all().filter(({ method }) => method === 'GET');
    const eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'provisionally-placed', on: '2026-09-01' });
    await share(site.database, eva, Object.fromEntries(sections.map(({ code }) => [code, MARK])), '2026-09-10T10:00:00+02:00', true);
    const rows = await site.database.asSuperuser<{ ids: string[] }>(`select array[a.id, a.leaver_id] || array(select id from app.share where application_id = a.id limit 1)
      || array(select sharing_id from app.share where application_id = a.id limit 1) as ids from app.application a where a.id = $1`, [eva]);
    ids = rows[0]!.ids;
    await site.database.asSuperuser(`insert into app.section_text (leaver_id, section, version, answers, done, written_at)
      select $1, section, 1, jsonb_build_object('in-my-words', jsonb_build_object('asked', 'Hoe?', 'answer', $3::text)), true, now() from unnest($2::text[]) section`, [ids[1], sections.map(({ code }) => code), MARK]);
  });
  afterAll(() => site.close());

  const addresses = ({ path }: HandlerRow): string[] => (path.includes(':') ? ids.map((id) => path.replace(/:\w+/, id).replaceAll(/:\w+/g, ids[0]!)) : [path]);
  const mayOpen = ({ cell }: HandlerRow, person: Person): boolean => {
    const word = cell === 'public' || cell === 'signed-in' ? cell : wordFor(cell as AccessAct, String(everybody.find(({ key }) => key === person)?.role));
    return word !== 'never' && (word !== 'as-administrator' || administering.includes(person));
  };

  it('is read by who it is for, so that the rest means something', async () => {
    const { text } = await (await site.signedIn('sanne')).get(`/intake/${ids[0]}`).expect(200);
    expect(text.split(MARK).length).toBeGreaterThan(sections.length - 2);
  });

  it.each(STRANGERS)('stands at no address that opens for %s', async (person) => {
    const browser = await site.signedIn(person);
    const found: string[] = [];
    for (const route of routes.filter((row) => mayOpen(row, person))) {
      for (const address of addresses(route)) if ((await browser.get(address).buffer(true)).text?.includes(MARK)) found.push(address);
    }
    expect(found).toEqual([]);
  });

  it.each(OWNERS)('is in nothing that a program of %s can fetch', async (person) => {
    const browser = await site.signedIn(person);
    const asked = await Promise.all(scopes.map(({ code }) => browser.post('/account/sleutels').type('form').send({ naam: code, mag: code, dagen: '90' })));
    const keys = asked.flatMap(({ text }) => /id="sleutel" [^>]*value="(ovs_[\w-]{43})"/.exec(text)?.[1] ?? []);
    expect(keys.length).toBeGreaterThan(0);
    const found: string[] = [];
    let answered = 0;
    for (const key of keys) {
      for (const address of routes.flatMap(addresses)) {
        const { status, text } = await request(site.app.getHttpServer()).get(address).set('authorization', `Bearer ${key}`).set('accept', 'application/json').buffer(true);
        if (status === 200) answered += 1;
        if (text?.includes(MARK)) found.push(address);
      }
    }
    expect(answered).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
