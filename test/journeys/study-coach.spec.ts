import { importFiles, bytesSource, kindOf, type KindName } from '#exchange';
import { mailsOf, sweep } from '#alerts';
import { Clock } from '#platform';
import { DAY } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const LEAVERS = 'leerlingnummer;roepnaam;achternaam;geboortedatum;gemeente;klas;mentor';
const KEES = '9001;Kees;Wissel;01-02-2009;Zwolle;L2A;emre@20no.example';

/** Emre is a study coach of ROC Noordrand; Kees leaves there for another course, and has no place on 14 September. */
describe('a study coach who sends from an mbo', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const bring = (kind: KindName, name: string, ...lines: string[]) => importFiles(site.worker, { kind: kindOf(kind)!, day: DAY, year: '2025-2026', files: [bytesSource(name, Buffer.from(`${lines.join('\n')}\n`))] });
  const kees = async (): Promise<string> => `/leerlingen/${(await run<{ id: string }>("select id from app.leaver where given_name = 'Kees'"))[0]?.id}`;
  /** In the role in which he sends. */
  async function emre() {
    const browser = await site.signedIn('emre');
    const [role] = await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'emre@%' and m.role = 'mentor'");
    await browser.post('/account').type('form').send({ member: role?.id }).expect(303);
    return browser;
  }

  it('has the work list of a mentor for who leaves the mbo, in a role of its own name', async () => {
    const { files } = await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    expect(files[0]).toMatchObject({ created: 1, refused: [], warnings: [] });
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    const browser = await emre();
    expect((await browser.get('/leerlingen').expect(200)).text).toMatch(/Kees Wissel[^]*mbo naar mbo/);
    const { text } = await browser.get(await kees()).expect(200);
    expect(text).toMatch(/Emre Yılmaz<span[^>]*>, studieloopbaanbegeleider van wie vertrekt[^]*<dt>Studieloopbaanbegeleider<\/dt><dd>Emre Yılmaz/);
    await browser.post(`${await kees()}/notities`).type('form').send({ keuze: 'spoken', notitie: 'Wil naar techniek.' }).expect(303);
    expect((await browser.get('/account').expect(200)).text).toMatch(/studieloopbaanbegeleider van wie vertrekt[^]*studieloopbaanbegeleider</);
    expect(await run("select m.role from app.membership m join app.account a on a.id = m.account_id where a.email like 'emre@%' order by 1")).toEqual([{ role: 'mentor' }, { role: 'study-coach' }]);
  });

  it('hears of the start alert, once, and no intake officer of the same college does', async () => {
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    await run("update app.mail set state = 'sent'");
    await sweep(site.worker, '2026-09-15');
    const [mail, ...more] = await run<{ id: string; to: string }>("select m.id, m.to_address as to from app.mail m where m.day = '2026-09-15' and m.template = 'digest' and m.to_address like '%@20no.example'");
    expect([mail?.to, more]).toEqual(['emre@20no.example', []]);
    const handler = mailsOf(new Clock({ today: '2026-09-15' }), new URL('https://overstap.example')).handlers.get('digest');
    const page = await site.worker.run({ kind: 'worker' }, (sql) => handler!(sql, { id: String(mail?.id), template: 'digest', to: '', day: '2026-09-15', page: {} }));
    expect(page).toMatchObject({ subject: '1 leerling heeft je nodig', sections: [{ lines: [expect.stringMatching(/^Geen plek bij de start: 1 uit klas L2A \(zaak \d+\)$/)] }] });
  });

  it('is called so on the page of the desk and to the student', async () => {
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    await sweep(site.worker, '2026-09-15');
    const [found] = await run<{ id: string }>("select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.given_name = 'Kees'");
    const { text } = await (await site.signedIn('ingrid')).get(`/niet-gestart/${found?.id}`).expect(200);
    expect(text).toContain('Studieloopbaanbegeleider: Emre Yılmaz');
    expect(text).not.toContain('Mentor: Emre');
    const fromVo = await (await site.signedIn('sem')).get('/aanmeldingen').expect(200);
    expect(fromVo.text).toContain('<dt>Mentor</dt>');
  });

  it('is called so where somebody looks after the classes of an mbo', async () => {
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    const [role] = await run<{ id: string }>("update app.membership set administers = true where role = 'mentor' and account_id = (select id from app.account where email = 'emre@20no.example') returning id");
    const browser = await emre();
    expect((await browser.get('/beheer').expect(200)).text).toContain('Klassen en studieloopbaanbegeleiders');
    const classes = (await browser.get('/beheer/klassen').expect(200)).text;
    expect(classes).toMatch(/>Studieloopbaanbegeleider<\/th>[^]*Emre Yılmaz/);
    const one = (await browser.get(`/beheer/klassen/${role?.id}`).expect(200)).text;
    expect(one).toContain('De nieuwe studieloopbaanbegeleider ziet');
    for (const text of [classes, one]) expect(text).not.toMatch(/mentor(en)?[ .<]/i);
  });

  it('is called so at the region, in the queue of cases without a desk', async () => {
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES.replace('Zwolle', ''));
    await sweep(site.worker, '2026-09-15');
    const [found] = await run<{ id: string }>("select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.given_name = 'Kees'");
    const { text } = await (await site.signedIn('gijs')).get(`/regio/wachtrij/${found?.id}`).expect(200);
    expect(text).toMatch(/<dt>Studieloopbaanbegeleider<\/dt><dd><a[^>]*>emre@20no/);
    expect(text).not.toContain('<dt>Mentor');
  });

  it('is nobody else: an intake officer of the same college, a colleague and a coach of another find nothing', async () => {
    await bring('medewerkers', 'medewerkers.csv', 'email;roepnaam;achternaam;organisatie;rol', 'tom@20no.example;Tom;Tuin;20NO;studieloopbaanbegeleider');
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    for (const person of ['sanne', 'emre', 'milan', 'fatima', 'tess'] as const) await (await site.signedIn(person)).get(await kees()).expect(404);
    expect(await run("select m.role from app.membership m join app.account a on a.id = m.account_id where a.email like 'tom@%'")).toEqual([{ role: 'study-coach' }]);
    expect(await run("select id from app.leaver where given_name = 'Kees' and mentor_id is null")).toEqual([]);
  });

  it('comes in also when the file of the staff comes after that of the students', async () => {
    const late = KEES.replace('emre@', 'tom@');
    const { files } = await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, late);
    expect(JSON.stringify(files)).toContain('geen mentor met dit adres');
    await bring('medewerkers', 'medewerkers.csv', 'email;roepnaam;achternaam;organisatie;rol', 'tom@20no.example;Tom;Tuin;20NO;studieloopbaanbegeleider');
    expect(await run("select a.email from app.leaver l join app.membership m on m.id = l.mentor_id join app.account a on a.id = m.account_id where l.given_name = 'Kees'")).toEqual([{ email: 'tom@20no.example' }]);
  });

  const rolesOf = (email: string) => run("select m.role, m.ended_on::text from app.membership m join app.account a on a.id = m.account_id where a.email = $1 order by 1", [email]);
  const mentorOfKees = async () => (await run<{ email: string }>("select a.email from app.leaver l join app.membership m on m.id = l.mentor_id join app.account a on a.id = m.account_id where l.given_name = 'Kees'"))[0]?.email;
  /** Sanne looks after the people of the college here. */
  async function endEmre(form: object, status: number) {
    await run("update app.membership set administers = true where account_id = (select id from app.account where email = 'sanne@20no.example')");
    const [coach] = await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = 'emre@20no.example' and m.role = 'study-coach'");
    const sanne = await site.signedIn('sanne');
    return { sanne, id: coach?.id, text: (await sanne.post(`/beheer/mensen/${coach?.id}/weg`).type('form').send(form).expect(status)).text };
  }

  it.each([[{}], [{ alles: 'ja' }]])('stops sending when the role of study coach ends (%j), after the question who takes the students over', async (form) => {
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    const browser = await emre();
    const { text } = await endEmre(form, 200);
    expect(text).toMatch(/1 leerling heeft deze studieloopbaanbegeleider\. Wie neemt ze over\?/);
    await browser.get(await kees()).expect(200);
    const { sanne, id } = await endEmre({ ...form, opvolger: 'niemand' }, 303);
    const both = (day: string | null) => [{ role: 'mentor', ended_on: day }, { role: 'study-coach', ended_on: day }];
    expect(await rolesOf('emre@20no.example')).toEqual(both(DAY));
    expect([303, 404]).toContain((await browser.get(await kees())).status);
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    expect([await mentorOfKees(), await rolesOf('emre@20no.example')]).toEqual([undefined, both(DAY)]);
    await run("update app.mail set state = 'sent'");
    await sweep(site.worker, '2026-09-15');
    expect(await run("select id from app.mail where day = '2026-09-15' and to_address = 'emre@20no.example'")).toEqual([]);
    await sanne.post(`/beheer/mensen/${id}/terug`).expect(303);
    expect(await rolesOf('emre@20no.example')).toEqual(both(null));
  });

  it('gives the students to another who sends, for good, and comes back by a file without them', async () => {
    await bring('medewerkers', 'medewerkers.csv', 'email;roepnaam;achternaam;organisatie;rol', 'tom@20no.example;Tom;Tuin;20NO;studieloopbaanbegeleider');
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES, '9002;Jet;Wissel;01-02-2009;Zwolle;L2B;tom@20no.example');
    const [tom] = await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = 'tom@20no.example' and m.role = 'mentor'");
    await endEmre({ opvolger: tom?.id }, 303);
    await bring('leerlingen', 'leerlingen-20NO.csv', LEAVERS, KEES);
    expect(await mentorOfKees()).toBe('tom@20no.example');
    await bring('medewerkers', 'medewerkers.csv', 'email;roepnaam;achternaam;organisatie;rol', 'emre@20no.example;Emre;Yılmaz;20NO;studieloopbaanbegeleider');
    expect([await mentorOfKees(), await rolesOf('emre@20no.example')]).toEqual(['tom@20no.example', [{ role: 'mentor', ended_on: null }, { role: 'study-coach', ended_on: null }]]);
  });
});
