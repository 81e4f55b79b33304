import type TestAgent from 'supertest/lib/agent.js';
import type { Email } from 'postal-mime';
import { mailsOf } from '#alerts';
import { dossierMails } from '#dossiers';
import { openMail } from '#platform';
import { sections } from '#policy';
import { DAY, type Person } from '../personas/people.ts';
import { addApplicant, applicationOf, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

/** Code (ux 5.5), template, reader, subject, what it asks, and what the reader sees behind its link. When, once, and to nobody else: the spec of each. */
const STUDENT_MAILS: readonly (readonly [string, string, Person, string, string, RegExp])[] = [
  ['L1', 'welcome-student', 'sem', 'Welkom bij Overstap', 'Je MENTOR helpt je', /Inloggen/],
  ['L2', 'passport-waits', 'abdi', 'Je paspoort wacht op je', '0 van de 7', /Paspoort voor Succes/],
  ['L3', 'school-part-ready', 'sem', 'Lees wat je MENTOR schreef', 'Zeg of het klopt', /Inloggen/],
  ['L4', 'guardian-replied', 'sem', 'Je ouder heeft geantwoord', 'Log in', /Wie leest mee/],
  ['L5', 'passport-shared', 'sem', 'Je paspoort is gedeeld', 'stoppen', /Wie leest mee/],
  ['L6', 'intake-news', 'sem', 'Er is nieuws over je aanmelding', 'Log in', /Timmerman/],
  ['L7', 'apply-in-time', 'abdi', 'Meld je aan vóór 1 april', 'Vraag je MENTOR', /aanmelding/],
  ['L8', 'sharing-changed', 'sem', 'Er is iets veranderd bij Wie leest mee', 'Log in', /Wie leest mee/],
  ['O1', 'guardian-asked', 'samira', 'Uw kind vraagt uw akkoord', 'van de MENTOR', /code/],
  ['O2', 'guardian-asked-again', 'samira', 'Herinnering: uw kind vraagt uw akkoord', 'van de MENTOR', /code/],
  ['O3', 'guardian-answered', 'samira', 'Uw antwoord is ontvangen', 'veranderen', /akkoord/],
];

/** M2 is a digest of news alone: mentor-mails.spec.ts. */
const STAFF_MAILS: typeof STUDENT_MAILS = [
  ['M1', 'digest', 'fatima', '4 leerlingen hebben je nodig', 'uit klas 4B', /Leerlingen/],
  ['R1', 'digest', 'ingrid', '2 nieuwe meldingen: niet gestart', 'uit Zwolle', /Niet gestart/],
  ['R2', 'late-cases', 'ingrid', '2 jongeren te laat', 'contact', /Niet gestart/],
  ['D1', 'school-standing', 'lars', 'Stand van de overstap, Het Kompas', 'Aangemeld: ', /Leerlingen/],
  ['I1', 'passports-shared', 'sanne', '1 nieuw paspoort gedeeld', 'Timmerman: 1', /Eva Genoot/],
  ['I2', 'students-waiting', 'sanne', '1 leerling wacht op jullie', 'Timmerman: 1', /Eva Genoot/],
  ['I3', 'give-starts', 'sanne', 'Geef door wie niet is gestart', 'Opleiding 25002, start 7 september 2026: 1 student', /Opleiding 25002/],
  ['C1', 'region-monitor', 'gijs', 'Monitor overstap, september', 'minder dan 5', /Zwolle|Regio|regio/],
];

const PERSONAL = /Sem\b|Abdi|Noor|Isa\b|Eva\b|Genoot|Berg\b|Hassan|Samira|Fatima|Ingrid|\b20\d\d-\d\d-\d\d|niet toegelaten|gezondheid|Koken|houd vol|KENMERK|undefined|\[object/;
/** What a passport holds, in every part; no mail may say any of it. */
const MARKED = Object.fromEntries(sections.map(({ code }) => [code, `KENMERK van ${code}`]));
const plain = (html: string): string => html.replace(/^[^]*<body/, '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/&[a-z#\d]+;/g, '’').replaceAll(/\s+/g, ' ');

describe.each([['a school', 'mentor'], ['an mbo', 'studieloopbaanbegeleider']])('the mails of ux 5.5 about who leaves %s', (from, mentor) => {
  let site: TestApp;
  let office: PostOffice;
  const letters = new Map<string, Email>();

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const queue = (template: string, to: string, { page, about }: { page: object; about: string }) =>
    run(`insert into app.mail (account_id, to_address, organisation_id, region, template, day, page, about)
      select a.id, a.email, m.organisation_id, o.region, $1, $3, $4, ${about} from app.account a join app.membership m on m.account_id = a.id join app.organisation o on o.id = m.organisation_id where a.email like $2 || '@%'`, [template, to, DAY, page]);

  /** Noor, who is 15, asks Samira whether she may share. */
  async function askSamira(): Promise<void> {
    const noor = await site.signedIn('noor');
    const [row] = await run<{ id: string }>("update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email like 'noor@%') where number = '20NO-900' returning id");
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes' }).expect(303);
    const { text } = await noor.get('/paspoort/controleren').expect(200);
    await noor.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
  }

  async function queueAll(): Promise<void> {
    await run("update app.membership set accepted_at = '2026-09-01' where role = 'student'");
    await run("update app.leaver set school_year = '2026-2027' where email like 'abdi@%'");
    await run("insert into app.section_text select id, 'mentor-part', 1, '{}', true, now() from app.leaver where email like 'sem@%'");
    await run("update app.desk_case set opened_on = '2026-09-01'");
    await run("update app.application a set starts_on = '2026-09-07' from app.leaver l where l.id = a.leaver_id and l.email like 'isa@%'");
    await askSamira();
    const [asked] = await run<{ page: object }>("select page from app.mail where template = 'guardian-asked'");
    const eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    for (const application of [eva, await applicationOf(site.database, 'sem')]) await share(site.database, application, MARKED, '2026-09-01T10:00:00+02:00');
    await run("delete from app.mail where template <> 'digest' or day <> $1", [DAY]);
    const about: Record<string, string> = { 'late-cases': 'array(select id from app.desk_case)', 'give-starts': 'array(select id from app.application)', 'passports-shared': `array['${eva}'::uuid]`, 'students-waiting': `array['${eva}'::uuid]` };
    const page = (template: string): object => (template === 'school-part-ready' ? { section: 'mentor-part' } : template.startsWith('guardian-a') ? asked!.page : {});
    for (const [, template, to] of [...STUDENT_MAILS, ...STAFF_MAILS]) if (template !== 'digest') await queue(template, to, { page: page(template), about: about[template] ?? "'{}'" });
    await run("update app.organisation set kind = $1 where code = '10KO00'", [from === 'an mbo' ? 'mbo' : 'vo']);
  }

  async function deliver(): Promise<void> {
    const publicUrl = new URL('http://localhost');
    const config = { smtp: office.smtp, mailFrom: 'Overstap <overstap@overstap.example>', dataFolder: '' };
    const mail = await openMail({ config, database: site.database, clock: site.clock, ...mailsOf(site.clock, publicUrl, dossierMails(site.clock, publicUrl)) });
    await mail.mailer.deliverAll();
    await mail.stop();
  }

  beforeAll(async () => {
    [site, office] = await Promise.all([testApp(), openPostOffice()]);
    await queueAll();
    await deliver();
    const templates = new Map((await run<{ id: string; template: string }>('select id, template from app.mail')).map(({ id, template }) => [`<mail-${id}@overstap.example>`, template]));
    for (const letter of office.kept) letters.set(`${templates.get(String(letter.messageId))} ${letter.to?.[0]?.address?.split('@')[0]}`, letter);
  });
  afterAll(() => Promise.all([site.close(), office.stop()]));

  const rows = from === 'an mbo' ? STUDENT_MAILS : [...STUDENT_MAILS, ...STAFF_MAILS];
  it.each(rows)('%s (%s to %s) says what it should, names nobody, and leads to the right page', async (code, template, to, subject, asks, seen) => {
    const letter = letters.get(`${template} ${to}`);
    expect(letter?.from?.name).toMatch(/^Overstap namens \S/);
    const [text, html] = [String(letter?.text), plain(String(letter?.html))];
    expect(letter?.subject).toBe(subject.replace('MENTOR', mentor));
    expect(letter?.subject?.length).toBeLessThanOrEqual(50);
    for (const said of [text, html]) {
      expect(said).toContain(asks.replace('MENTOR', mentor));
      expect(said).not.toMatch(PERSONAL);
      if (from === 'an mbo') expect(said).not.toMatch(/\bmentor\b/i);
    }
    const link = new URL(String(/http:\/\/localhost\/[^\s.]*/.exec(text)?.[0]));
    const source = String(letter?.html).replaceAll('&#x3D;', '=');
    expect(source).toContain(`<title>${letter?.subject}</title>`);
    expect(source).toContain(`href="${link.href}`);
    const reader: TestAgent = link.pathname === '/inloggen' || /^O[12]$/.test(code) ? site.visitor() : await site.signedIn(to);
    expect((await reader.get(link.pathname + link.search).redirects(1).expect(200)).text).toMatch(seen);
  });

  it('all go once, and not to a reader who lost the right before they went', async () => {
    const before = office.kept.length;
    await deliver();
    expect(office.kept).toHaveLength(before);
    await run("update app.mail set state = 'queued', accepted_at = null where state = 'sent'");
    await run('update app.membership set ended_on = $1', [DAY]);
    await deliver();
    expect(office.kept.slice(before).map(({ subject, to }) => `${to?.[0]?.address}: ${subject}`)).toEqual([]);
    expect(await run("select from app.mail where state = 'dropped'")).toHaveLength(before);
  });
});
