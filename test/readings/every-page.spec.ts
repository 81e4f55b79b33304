import { Handlers } from '#people';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const leaver = (key: string): string => `select id from app.leaver where email = '${key}@leerling.example'`;
const caseOf = (key: string): string => `select id from app.desk_case where leaver_id = (${leaver(key)})`;

const begun = (key: string): string => `insert into app.school_draft select id, 'support', 1, '{}', now() from app.leaver where email = '${key}@leerling.example' returning leaver_id as id`;

const placed = `with t as (insert into app.transition_table (organisation_id, held_on, attendees) select id, '2026-09-22', 'Lars' from app.organisation where code = '10KO00'
    on conflict (organisation_id, held_on) do update set attendees = 'Lars' returning id, organisation_id)
  insert into app.table_place (table_id, organisation_id, leaver_id, reason, place) select t.id, t.organisation_id, l.id, 'signal', 1 from t, app.leaver l where l.email = 'abdi@leerling.example'
  on conflict (table_id, leaver_id) do update set place = 1 returning id`;
const tableOfAbdi = placed.replace(/returning id$/, 'returning table_id as id');
/** Luuk of De Werf, in view at the Doorstroompunt as if his case were done. */
const inView = `insert into app.in_view (leaver_id, because, school_follows, desk_id, since, watched_from, next_check_on)
  select l.id, 'profile', true, o.id, '2026-09-14', '2026-09-14', '2026-12-14' from app.leaver l, app.organisation o where l.id = (${leaver('luuk')}) and o.code = 'DSP-10'
  on conflict (leaver_id) where closed_on is null do update set since = excluded.since returning leaver_id as id`;

const onSummerList = `insert into app.summer_list (leaver_id, organisation_id, school_year, from_on, until_on)
  select id, school_id, school_year, '2026-07-01', '2026-09-30' from app.leaver where email = 'abdi@leerling.example' on conflict (leaver_id, school_year) do update set phone = null returning id`;

interface Opening {
  readonly by: Person;
  /** Gives the id in the address. */
  readonly of: string;
  readonly what: string;
  readonly about: readonly string[];
}

/** What shows one young person, and what opening it leaves in the log. */
const LOGGED: Readonly<Record<string, Opening>> = {
  '/leerlingen/:id': { by: 'lars', of: leaver('abdi'), what: 'leaver-opened', about: ['1002'] },
  '/leerlingen/:id/aanmelding-toevoegen': { by: 'fatima', of: leaver('abdi'), what: 'leaver-opened', about: ['1002'] },
  '/leerlingen/:id/notities': { by: 'fatima', of: leaver('abdi'), what: 'leaver-opened', about: ['1002'] },
  '/leerlingen/:id/deel-van-school': { by: 'fatima', of: leaver('abdi'), what: 'mentor-part-opened', about: ['1002'] },
  '/leerlingen/:id/mentordeel': { by: 'fatima', of: leaver('abdi'), what: 'mentor-part-opened', about: ['1002'] },
  '/leerlingen/:id/paspoort': { by: 'fatima', of: leaver('abdi'), what: 'passport-read-along', about: ['1002'] },
  '/ondersteuning/:id': { by: 'okan', of: leaver('abdi'), what: 'support-opened', about: ['1002'] },
  '/ondersteuning/:id/lezen': { by: 'okan', of: begun('abdi'), what: 'support-needs-read', about: ['1002'] },
  '/leerlingen/:id/inlogbrief': { by: 'fatima', of: leaver('abdi'), what: 'letting-in-opened', about: ['1002'] },
  '/leerlingen/:id/laat-inloggen': { by: 'fatima', of: leaver('abdi'), what: 'letting-in-opened', about: ['1002'] },
  '/leerlingen/:id/ouders': { by: 'fatima', of: leaver('abdi'), what: 'guardians-opened', about: ['1002'] },
  '/niet-gestart/:id': { by: 'ingrid', of: caseOf('abdi'), what: 'case-opened', about: ['1002'] },
  '/niet-gestart/:id/plan': { by: 'ingrid', of: caseOf('abdi'), what: 'case-opened', about: ['1002'] },
  '/niet-gestart/:id/overdragen': { by: 'ingrid', of: caseOf('abdi'), what: 'case-opened', about: ['1002'] },
  '/niet-gestart/:id/aanbod': { by: 'ingrid', of: caseOf('abdi'), what: 'case-opened', about: ['1002'] },
  '/niet-gestart/:id/overstapcoach': { by: 'ingrid', of: caseOf('abdi'), what: 'case-opened', about: ['1002'] },
  '/leerlingen/:id/overstapcoach': { by: 'fatima', of: leaver('abdi'), what: 'coach-asked-opened', about: ['1002'] },
  '/mijn-jongeren/:id': { by: 'bas', of: `select id from app.coaching where leaver_id = (${leaver('abdi')})`, what: 'coached-opened', about: ['1002'] },
  '/jongeren/:id': { by: 'marloes', of: inView, what: 'in-view-opened', about: ['3001'] },
  '/regio/wachtrij/:id': { by: 'gijs', of: caseOf('daan'), what: 'queued-opened', about: ['1005'] },
  '/intake/:id': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-opened', about: ['1002'] },
  '/intake/:id/uitkomst': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-opened', about: ['1002'] },
  '/intake/:id/herstellen': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-opened', about: ['1002'] },
  '/leerlingen/:id/warme-overdracht': { by: 'fatima', of: leaver('abdi'), what: 'handover-asked', about: ['1002'] },
  '/intake/:id/warme-overdracht': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'handover-opened', about: ['1002'] },
  '/gesprekken/:id': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'meeting-opened', about: ['1002'] },
  '/intake/:id/paspoort.pdf': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-taken', about: ['1002'] },
  '/intake/:id/paspoort.json': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-taken', about: ['1002'] },
  '/intake/:id/paspoort.xml': { by: 'sanne', of: "select id from app.application where number = '20NO-abdi-25001'", what: 'passport-taken', about: ['1002'] },
  '/leerlingen/:id/verbeteringen': { by: 'fatima', of: leaver('abdi'), what: 'corrections-opened', about: ['1002'] },
  '/school/overstaptafel/:id': { by: 'lars', of: tableOfAbdi, what: 'table-opened', about: ['1002'] },
  '/school/overstaptafel/:id/wijzigen': { by: 'lars', of: tableOfAbdi, what: 'table-opened', about: ['1002'] },
  '/school/overstaptafel/:id/toevoegen': { by: 'lars', of: tableOfAbdi, what: 'table-opened', about: ['1002'] },
  '/school/overstaptafel/plek/:id': { by: 'lars', of: placed, what: 'table-place-opened', about: ['1002'] },
  '/school/overstaptafel/plek/:id/weglaten': { by: 'lars', of: placed, what: 'table-place-opened', about: ['1002'] },
  '/zomer/:id': { by: 'lars', of: onSummerList, what: 'summer-opened', about: ['1002'] },
  '/zomer/:id/nummer': { by: 'lars', of: onSummerList, what: 'summer-opened', about: ['1002'] },
  '/te-koppelen/:id': { by: 'gijs', of: "select id from app.application where number = '20NO-900'", what: 'tie-opened', about: ['1004'] },
};

/** Forms on such a page, which show it again when something is not right. */
const FORMS: readonly string[] = ['/school/overstaptafel/:id/wijzigen', '/school/overstaptafel/:id/toevoegen', '/zomer/:id', '/school/overstaptafel/plek/:id', '/school/overstaptafel/plek/:id/weglaten', '/leerlingen/:id/notities', '/leerlingen/:id/aanmelding-toevoegen', '/leerlingen/:id/mentordeel', '/leerlingen/:id/deel-van-school', '/gesprekken/:id', '/jongeren/:id', '/leerlingen/:id/warme-overdracht', '/intake/:id/warme-overdracht', '/niet-gestart/:id', '/regio/wachtrij/:id', '/intake/:id/uitkomst'];

/** Addresses with a part that changes where no leaver or case is opened: signing in, colleagues, lists of one's own work, one's own passport, files, and the mailbox of the example. */
const NOBODY = [
  '/contacten/:id', '/contacten/mensen/:id',
  '/akkoord/:token', '/gesprek/:token',   '/beheer/aanbod/:id', '/beheer/klassen/:id', '/beheer/vragen/:code', '/beheer/vragen/nieuw/:section', '/beheer/mensen/:id', '/beheer/organisaties/:id', '/inloggen/:provider/terug', '/inloggen/:provider/uitgelogd',
  '/bestanden/:id', '/bestanden/:id/terugdraaien', '/bestanden/voorbeeld/:kind.csv', '/inloggen/link/:token', '/intake/start/:key',
  '/intake/start/:key/controleren', '/intake/start/:key/doorgeven', '/intake/start/:key/herstellen', '/paspoort/delen/gelukt/:id', '/paspoort/onderdelen/:section', '/paspoort/onderdelen/:section/bestanden', '/paspoort/bestanden/:id/weghalen', '/postvak/:id', '/postvak/:id/opmaak', '/schema/:name', '/uitnodiging/:token',
];

/** Downloads: test/files brings such a file and looks at the log, test/journeys such a file of a passport. */
const ELSEWHERE = ['/school/overstaptafel/:id/afdrukken', '/school/overstaptafel/:id/verslag.csv', '/bestanden/:id/fouten.csv', '/intake/:id/bestanden/:file', '/leerlingen/:id/bestanden/:file', '/paspoort/bestanden/:id/ophalen'];

describe('every page that shows one young person', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const address = async (path: string, of: string): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>(of);
    return path.replace(':id', String(row?.id));
  };
  const newest = async () =>
    site.database.asSuperuser(`select what, person, array_agg(leaver_number order by leaver_number) as about from app.reading
      where id > (select coalesce(max(id), 0) from seen) group by what, person`);
  const lookAway = () => site.database.asSuperuser('create table if not exists seen (id bigint); insert into seen select max(id) from app.reading');

  it('is in one of the lists above: a new address says whether it shows somebody', () => {
    const changing = site.app.get(Handlers).all().filter(({ method, path }) => method === 'GET' && path.includes(':'));
    expect([...new Set(changing.map(({ path }) => path))].toSorted()).toEqual([...Object.keys(LOGGED), ...NOBODY, ...ELSEWHERE].toSorted());
  });

  it.each(Object.entries(LOGGED))('%s leaves a line about whom it shows', async (path, { by, of, what, about }) => {
    const browser = await site.signedIn(by);
    await lookAway();
    await browser.get(await address(path, of)).expect(200);
    expect(await newest()).toEqual([expect.objectContaining({ what, about })]);
  });

  it.each(FORMS)('%s leaves a line too when a form was not right', async (path) => {
    const { by, of, what, about } = LOGGED[path] as Opening;
    const browser = await site.signedIn(by);
    await lookAway();
    await browser.post(await address(path, of)).type('form').send('').expect(422);
    expect(await newest()).toEqual([expect.objectContaining({ what, about })]);
  });

  it('leaves no line when there was nothing to see', async () => {
    const browser = await site.signedIn('hanna');
    await lookAway();
    await browser.get(await address('/leerlingen/:id', leaver('abdi'))).expect(404);
    expect(await newest()).toEqual([]);
  });

  it('shows nobody while the log cannot be written', async () => {
    const browser = await site.signedIn('fatima');
    const page = await address('/leerlingen/:id', leaver('abdi'));
    await site.database.asSuperuser('alter table app.reading add constraint full_disk check (false) not valid');
    const { status, text } = await browser.get(page);
    await site.database.asSuperuser('alter table app.reading drop constraint full_disk');
    expect({ status, shown: text.includes('Abdi') }).toEqual({ status: 503, shown: false });
    await browser.get(page).expect(200);
  });

  it('has a line for each answer of many at once', async () => {
    const browser = await site.signedIn('fatima');
    const page = await address('/leerlingen/:id', leaver('abdi'));
    const [{ lines: before }] = (await site.database.asSuperuser('select count(*)::int as lines from app.reading')) as [{ lines: number }];
    const asked = Array.from({ length: 40 }, () => browser.get(page).then(({ status }) => status, () => 0));
    const answers = await Promise.all(asked);
    const [{ lines }] = (await site.database.asSuperuser('select count(*)::int as lines from app.reading')) as [{ lines: number }];
    expect(lines - before).toBe(answers.filter((status) => status === 200).length);
  });
});
