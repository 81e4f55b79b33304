import type { Page } from 'playwright-core';
import { Handlers } from '#people';
import { Mailbox } from '#platform';
import type { Person } from '../personas/people.ts';
import { deskFor, GOOD } from '../files/desk.ts';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const PEOPLE: readonly (Person | undefined)[] = [undefined, 'sem', 'noor', 'samira', 'omar', 'fatima', 'lars', 'soraya', 'sanne', 'ingrid', 'marloes', 'gijs', 'cora', 'petra', 'okan', 'zoe', 'bas'];

/** No page of their own, or walked in second-factor.spec.ts or sharing.spec.ts: for machines, a file, a mail in its own layout, or where a form went and its page stands again. */
const NOT_WALKED = [/^\/account\/mail\/(afwezig|terug)$/, /^\/sessie$/, /^\/verder$/, /^\/gezond$/, /^\/gereed$/, /^\/inloggen\/link\//, /^\/inloggen\/tweede-stap/, /^\/inloggen\/:provider\//, /^\/uitnodiging\//, /^\/paspoort\/delen\/gelukt\//, /^\/akkoord\/./, /^\/gesprek\/./, /\.(csv|pdf|json|xml)$/, /\/ophalen$/, /\/:id\/bestanden\/:file$/, /^\/schema\//, /^\/postvak\/:[^/]+\/opmaak$/, /\/(nummer|wijzigen|toevoegen|weglaten|notities|bevestigen|controleren|doorgeven|herstellen|uitkomst)$/];

/** Looked at once, by the visitor who is nobody. */
const FOR_EVERYBODY = ['/hulp', '/contact', '/privacy', '/toegankelijkheid', '/inloggen', '/uitgelogd'];

/** A dean has dozens of pages. */
const A_LONG_WALK_MS = 240_000;

/** Of how many people the page of one kind is looked at: whose it is hardly changes it. */
const ENOUGH = 2;

/** The address with ids left out: one page of a kind is enough for each person. */
const kindOf = (address: string): string => address.replace(/\?.*$/, '').replaceAll(/\/[\w-]*\d[\w-]{6,}/g, '/:id');

/** A field of a form that is not on the page is never sent. */
const ELSEWHERE = "[...document.querySelectorAll('[form]')].filter((field) => !field.form).map((field) => field.outerHTML)";

const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** So that a file has a page, and an import that can be undone. */
async function bringAFile(site: BrowserSite): Promise<void> {
  await deskFor(site).imported(await site.signedIn('lars'), 'leerlingen.csv', GOOD);
}

/** So that a student has something of the school to read, and the mentor what the student said of it. */
const PART = `insert into app.section_text select id, 'mentor-part', 2, '{"goes-well": {"asked": "Wat gaat goed?", "answer": "Helpt anderen"}}', true, now() from app.leaver where email = 'sem@leerling.example'`;
const OBJECTION = `insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at) select leaver_id, section, 1, answers, false, 'Ik doe meer', now() from app.section_text where section = 'mentor-part'`;

/** So that somebody needs support. */
const SUPPORT = "insert into app.school_draft select id, 'support', 1, '{}', now() from app.leaver where email = 'sem@leerling.example'";

/** So that whichever leaver the mentor opens asked to have something mended. */
const CORRECTIONS = "insert into app.correction_request (leaver_id, about, wrong, better, asked_at) select id, 'my-school', 'Klas 4C', 'Klas 4B', now() from app.leaver";

/** So that a question of a region has a page. */
const A_QUESTION = "insert into app.region_question (code, version, region, section, type, asks, options, may_be_empty, added_at) values ('regio-aaaa0001', 1, '10', 'who-am-i', 'choice', 'Waar werk je het liefst?', '{Binnen,Buiten}', true, now())";

/** So that pages that come with something have it: hours that sem was away, a file, a talk that was asked for. */
async function liveALittle(site: BrowserSite): Promise<void> {
  const sem = "(select id from app.leaver where email = 'sem@leerling.example')";
  await site.database.asSuperuser(`insert into app.presence (leaver_id, school_year, hours_with_reason) values (${sem}, '2025-2026', 12)`);
  await site.database.asSuperuser(`insert into app.attachment (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at)
    values (${sem}, 'why-this-course', 'letter', 'Je motivatiebrief of portfolio', 'brief.pdf', 'pdf', 1, '\\x00', '\\x00', now())`);
  await site.database.asSuperuser(`insert into app.in_view (leaver_id, because, school_follows, desk_id, since, watched_from, next_check_on)
    select l.id, 'profile', true, o.id, '2026-09-01', '2026-09-01', '2026-12-01' from app.leaver l, app.organisation o where l.email like 'luuk@%' and o.code = 'DSP-10'`);
  await site.database.asSuperuser(`insert into app.warm_handover (application_id, leaver_id, asked_by, asked_role, asked_on, topics, contact_name, contact_reach, state)
    select a.id, a.leaver_id, l.mentor_id, 'mentor', '2026-09-10', '{start}', 'Fatima el Amrani', 'Bel 038 123 45 67', 'asked' from app.application a join app.leaver l on l.id = a.leaver_id where l.id = ${sem}`);
}

/** So that a dean has a table with somebody on its list, somebody left out, and something agreed with the mentor. */
const A_TABLE = `with t as (insert into app.transition_table (organisation_id, held_on, attendees) select id, '2026-09-10', 'Lars de Vries, decaan' from app.organisation where code = '10KO00' returning id, organisation_id),
  p as (insert into app.table_place (table_id, organisation_id, leaver_id, reason, place, left_out_because)
    select t.id, t.organisation_id, l.id, 'signal', 1, case when l.given_name = 'Finn' then 'Zit op de havo' end from t, app.leaver l where l.school_id = t.organisation_id and l.given_name in ('Abdi', 'Finn'))
  insert into app.table_agreement (table_id, organisation_id, leaver_id, what, agreed_on, owner_id, owner_name, due_on)
  select t.id, t.organisation_id, l.id, 'Bel de ouders', '2026-09-10', l.mentor_id, 'Fatima el Amrani', '2026-09-12' from t, app.leaver l where l.given_name = 'Abdi'`;

/** So that a dean and a summer team have somebody to call. */
const A_SUMMER = `with team as (insert into app.summer_team (organisation_id, school_year, member_id, named_on) select organisation_id, '2025-2026', id, '2026-06-01' from app.membership where role = 'summer-team')
  insert into app.summer_list (leaver_id, organisation_id, school_year, from_on, until_on) select id, school_id, school_year, '2026-07-01', '2026-09-30' from app.leaver where given_name in ('Abdi', 'Noor')`;

/** So that students and a parent are asked about a coach, and a desk and a mentor have one to follow. */
const A_COACH = `insert into app.coaching (leaver_id, coach_id, asked_by, asked_of, asked_on, wanted_until, until_on, needs_guardian)
  select l.id, m.id, l.mentor_id, l.school_id, '2026-09-10', '2026-10-30', '2026-10-30', l.given_name = 'Noor' from app.leaver l, app.membership m where m.role = 'transition-coach' and l.given_name in ('Sem', 'Noor')`;

/** So that the page about keeping counts what goes, and what went. */
const KEEPING = `with went as (insert into app.kept_run values ('2026-09-10', 'mail-text', 12))
  insert into app.kept_ahead select distinct school_id, what, 7, date '2026-09-14' from app.leaver, unnest(array['passport', 'leaver']) what`;

const MAIL = 'From: Overstap <o@localhost>\r\nTo: fatima@10ko00.example\r\nSubject: 1 leerling heeft je nodig\r\nDate: Mon, 14 Sep 2026 06:00:00 +0200\r\n\r\nLog in.\r\n';

describe('every page that a person can reach', () => {
  let site: BrowserSite;
  const walked = new Map<string, number>();

  beforeAll(async () => {
    site = await browserSite();
    await bringAFile(site);
    await liveALittle(site);
    await site.database.asSuperuser(A_QUESTION);
    await site.database.asSuperuser(PART);
    await site.database.asSuperuser(OBJECTION);
    await site.database.asSuperuser(SUPPORT);
    await site.database.asSuperuser(CORRECTIONS);
    await site.database.asSuperuser(A_TABLE);
    await site.database.asSuperuser(A_COACH);
    await site.database.asSuperuser(A_SUMMER);
    await site.database.asSuperuser(KEEPING);
    await new Mailbox(site.dataFolder).add(Buffer.from(MAIL));
  });
  afterAll(() => site.close());

  /** Follows links from where signing in leads; each kind of page once per person, and no more than some people's of a kind. */
  async function walk(person: Person | undefined): Promise<string[]> {
    const page = await site.open(person, DESKTOP);
    const found: string[] = [];
    const seen = new Set<string>();
    const titles = new Map<string, string>();
    const queue = person ? ['/', '/account', '/leerlingen/herinneren', '/paspoort/onderdelen/waarom-deze-opleiding/bestanden'] : ['/', '/inloggen/verstuurd', '/uitgelogd', '/deze-pagina-is-er-niet'];
    const texts = person ? FOR_EVERYBODY : [];
    for (let address = queue.shift(); address; address = queue.shift()) {
      if (seen.has(kindOf(address)) || texts.includes(address)) continue;
      seen.add(kindOf(address));
      const answer = await page.goto(site.origin + address);
      if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
      if (answer.status() >= 500) found.push(`${address}: ${answer.status()}`);
      found.push(...[...(answer.ok() ? await named(page, titles) : []), ...(await lookAt(page))].map((fault) => `${address}: ${fault}`));
      const links = await page.locator('a[href^="/"]:not([download])').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
      const asked = links.filter((link) => /^\/niet-gestart\/[\w-]{36}$/.test(link)).map((link) => `${link}/overdragen`);
      queue.push(...[...links, ...asked].filter((link) => !seen.has(kindOf(link)) && !/\.(csv|pdf|json|xml)(\?|$)/.test(link)));
    }
    await page.context().close();
    return found;
  }

  /** Who has many tabs open finds the page by its title (ux 6, point 13). */
  async function named(page: Page, titles: Map<string, string>): Promise<string[]> {
    const [title, kind] = [await page.title(), kindOf(new URL(page.url()).pathname)];
    const other = titles.get(title) ?? kind;
    titles.set(title, other);
    const heading = String(await page.locator('h1').first().innerText());
    return [...(other === kind ? [] : [`‘${title}’ is the title of ${other} too`]), ...(title.startsWith(heading) ? [] : [`titled ‘${title}’ and headed ‘${heading}’`])];
  }

  /** On a desktop and on a phone. Pages of one address differ little: after some people it has been seen. */
  async function lookAt(page: Page): Promise<string[]> {
    const kind = kindOf(new URL(page.url()).pathname);
    const times = (walked.get(kind) ?? 0) + 1;
    walked.set(kind, times);
    if (times > ENOUGH) return [];
    const found: string[] = [];
    if ((await page.locator('h1').count()) !== 1) found.push('not one h1');
    found.push(...(await page.evaluate<string[]>(ELSEWHERE)).map((field) => `${field} belongs to a form that is not there`));
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      found.push(...(await faults(page)));
      if (await isWider(page)) found.push(`wider than ${size.width}`);
    }
    await page.setViewportSize(DESKTOP);
    return found;
  }

  it.each(PEOPLE)('is without fault for %s, on a desktop and on a phone', async (person) => {
    expect(await walk(person)).toEqual([]);
  }, A_LONG_WALK_MS);

  it('has been looked at', () => {
    const pages = site.app.get(Handlers).all().filter(({ method }) => method === 'GET').map(({ path }) => path);
    const walkable = pages.filter((path) => !NOT_WALKED.some((pattern) => pattern.test(path)));
    const missed = walkable.filter((path) => ![...walked.keys()].some((seen) => new RegExp(`^${path.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(seen)));
    expect(missed).toEqual([]);
  });
});
