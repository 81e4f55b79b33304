import { dossierMails, keepSharing } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');
const YARA = { naam: 'Yara de Boer', adres: 'yara@thuis.example' };

/** Noor, who is 15, shared before anybody could be asked, and named her mother Yara. */
describe('the mail to a parent whom the mentor confirms', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
    await run("update app.leaver set guardian_email = null where email = 'noor@leerling.example'");
    await run("delete from app.guardian where leaver_id = (select id from app.leaver where email = 'noor@leerling.example')");
    await run("update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example') where number = '20NO-900'");
    const noor = await site.signedIn('noor');
    await noor.post('/ouder-uitnodigen').type('form').send({ doe: 'noem', ...YARA }).expect(303);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const queued = () => run<{ id: string; template: string; page: { link?: string } }>("select id, template, page from app.mail where to_address = 'yara@thuis.example' order by queued_at, id");
  const kinds = async () => (await queued()).map(({ template }) => template);
  const codeOn = (text: string): string => String(/<p class="o-code">([^<]+)</.exec(text)?.[1]);
  const link = async () => new URL(String((await queued())[0]?.page.link)).pathname;

  async function share(): Promise<void> {
    const noor = await site.signedIn('noor');
    const [row] = await run<{ id: string }>("select id from app.application where number = '20NO-900'");
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes' }).expect(303);
    const { text } = await noor.get('/paspoort/controleren').expect(200);
    await noor.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
  }
  async function confirm(form: object = {}) {
    const [noor] = await run<{ id: string }>("select id from app.leaver where email = 'noor@leerling.example'");
    return (await site.signedIn('joost')).post(`/leerlingen/${noor?.id}/ouders`).type('form').send({ doe: 'laat-meelezen', ...YARA, ...form });
  }
  async function said(day: string): Promise<unknown> {
    const [mail] = await queued();
    const handler = dossierMails(new Clock({ today: day }), SITE).get('guardian-asked');
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template: mail.template, to: YARA.adres, day, page: mail.page }));
  }

  it('asks for agreement by itself, and opens with the code that the mentor got', async () => {
    await share();
    expect(await kinds()).toEqual([]);
    const { text } = await confirm();
    expect(text).toContain('Deze ouder kreeg daarom een mail met de vraag');
    expect(await kinds()).toEqual(['guardian-asked']);
    const yara = site.visitor();
    await yara.post(await link()).type('form').send({ code: codeOn(text) }).expect(303);
    expect((await yara.get('/akkoord').expect(200)).text).toContain('Wat kan ik');
    expect(JSON.stringify(await queued())).not.toContain(codeOn(text));
  });

  it('only tells of reading along when nothing waits', async () => {
    await confirm();
    expect(await kinds()).toEqual(['guardian-invited']);
  });

  it('goes once, also when the mentor confirms again: then the newest code counts', async () => {
    await share();
    const first = codeOn((await confirm()).text);
    const second = codeOn((await confirm()).text);
    expect(await kinds()).toEqual(['guardian-asked']);
    await site.visitor().post(await link()).type('form').send({ code: first }).expect(422);
    await site.visitor().post(await link()).type('form').send({ code: second }).expect(303);
  });

  it('makes nothing wait longer than two terms, however often the mentor confirms', async () => {
    await share();
    for (const day of ['2026-09-14', '2026-09-26', '2026-10-08', '2026-10-12']) {
      site.clock.standStill(day);
      await confirm();
      await keepSharing(site.worker, new Clock({ today: day }), SITE);
      expect(await run("select distinct state from app.share where state in ('waiting', 'lapsed')")).toEqual([{ state: 'waiting' }]);
    }
    expect(await run('select ends_on::text from app.guardian_request')).toEqual([{ ends_on: '2026-10-12' }]);
    await keepSharing(site.worker, new Clock({ today: '2026-10-13' }), SITE);
    expect(await run("select distinct state from app.share where state in ('waiting', 'lapsed')")).toEqual([{ state: 'lapsed' }]);
  });

  it('is not sent for what this parent answered', async () => {
    await share();
    await confirm();
    await run(`insert into app.guardian_answer (share_id, guardian_id, leaver_id, agrees, agreed_text, answered_at)
      select s.id, g.id, g.leaver_id, true, 'Ja', clock_timestamp() from app.share s join app.guardian g on g.leaver_id = s.leaver_id where s.state = 'waiting' and g.email = $1`, [YARA.adres]);
    await run('update app.guardian_request set answered_at = clock_timestamp()');
    await confirm();
    expect(await kinds()).toEqual(['guardian-asked', 'guardian-invited']);
  });

  it('is shown to the student, who can make a code too', async () => {
    await share();
    await confirm();
    const noor = await site.signedIn('noor');
    const { text } = await noor.get('/ouder-uitnodigen').expect(200);
    expect(text).toContain('Akkoord gevraagd op 14 september 2026. Er is nog geen antwoord.');
    const code = codeOn((await noor.post(String(/form method="post" action="([^"]+)"><button[^>]*>Laat een nieuwe code zien/.exec(text)?.[1])).expect(200)).text);
    await site.visitor().post(await link()).type('form').send({ code }).expect(303);
    expect(await kinds()).toEqual(['guardian-asked']);
  });

  it('leaves the code of the other parent as it was', async () => {
    await run("update app.leaver set guardian_email = 'karim@thuis.example', guardian_name = 'Karim' where email = 'noor@leerling.example'");
    await share();
    const noor = await site.signedIn('noor');
    const code = codeOn((await noor.post('/paspoort/delen/code').expect(200)).text);
    await confirm();
    const [mail] = await run<{ page: { link: string } }>("select page from app.mail where to_address = 'karim@thuis.example' and template = 'guardian-asked'");
    await site.visitor().post(new URL(String(mail?.page.link)).pathname).type('form').send({ code }).expect(303);
  });

  it('is not sent when the student took the name back, stopped, or turned 16', async () => {
    await share();
    const [named] = await run<{ id: string }>('select id from app.guardian where email = $1', [YARA.adres]);
    const noor = await site.signedIn('noor');
    await noor.post('/ouder-uitnodigen').type('form').send({ doe: 'toch-niet', id: named?.id }).expect(303);
    expect((await confirm({ id: named?.id })).text).toContain('De leerling heeft dit adres weer weggehaald.');
    expect(await kinds()).toEqual([]);
    await confirm();
    expect(await said('2026-09-14')).toMatchObject({ link: expect.stringContaining('/akkoord/') });
    await run("update app.share set state = 'withdrawn' where state = 'waiting'");
    expect(await said('2026-09-14')).toBe('dropped');
    await run("update app.leaver set birth_date = '2010-09-14' where email = 'noor@leerling.example'");
    expect((await confirm()).status).toBe(422);
  });

  it('gives a parent who was asked late the whole two weeks', async () => {
    await share();
    await run("update app.sharing set shared_on = '2026-09-01'");
    await confirm();
    await keepSharing(site.worker, new Clock({ today: '2026-09-28' }), SITE);
    expect(await run("select from app.share where state = 'waiting'")).not.toEqual([]);
    await keepSharing(site.worker, new Clock({ today: '2026-09-29' }), SITE);
    expect(await run("select from app.share where state = 'waiting'")).toEqual([]);
  });
});
