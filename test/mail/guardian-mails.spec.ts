import { dossierMails, keepSharing } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');

/** Noor, who is 15, asked her mother Samira whether she may share. */
describe('mails about asking a parent', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
    const noor = await site.signedIn('noor');
    const [row] = await run<{ id: string }>("update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example') where number = '20NO-900' returning id");
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes' }).expect(303);
    const { text } = await noor.get('/paspoort/controleren').expect(200);
    await noor.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const queued = (template: string) => run<{ id: string; page: object; to: string }>('select id, page, to_address as to from app.mail where template = $1 order by queued_at', [template]);
  const on = (day: string) => new Clock({ today: day });
  const keep = (day: string) => keepSharing(site.worker, on(day), SITE);

  async function said(template: string, day: string): Promise<object | 'dropped' | undefined> {
    const [mail] = await queued(template);
    const handler = dossierMails(on(day), SITE).get(template);
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template, to: mail.to, day, page: mail.page }));
  }

  it('go to the parent who was asked, with a link and without a name', async () => {
    const [mail] = await queued('guardian-asked');
    expect(mail?.to).toBe('samira@thuis.example');
    expect(await said('guardian-asked', '2026-09-14')).toMatchObject({ link: expect.stringContaining('/akkoord/'), days: 14 });
  });

  it('are repeated after 3 and after 7 days, and not twice on one of them', async () => {
    for (const day of ['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-17', '2026-09-20', '2026-09-21', '2026-09-22', '2026-09-27']) await keep(day);
    const days = await run<{ day: string }>("select day::text from app.mail where template = 'guardian-asked-again' order by day");
    expect(days.map(({ day }) => day)).toEqual(['2026-09-17', '2026-09-21']);
  });

  it('are made up for once when the worker stood still', async () => {
    await keep('2026-09-22');
    expect(await queued('guardian-asked-again')).toHaveLength(1);
  });

  /** Shares a part more on this day. */
  async function shareMore(day: string, part: object, page: string): Promise<void> {
    site.clock.standStill(day);
    const noor = await site.signedIn('noor');
    const [row] = await run<{ id: string }>("select id from app.application where number = '20NO-900'");
    await noor.post(`/paspoort/onderdelen/${page}`).type('form').send({ ...part, klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes' }).expect(303);
    const { text } = await noor.get('/paspoort/controleren').expect(200);
    await noor.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
  }
  const MORE = [{ 'experiences-0-where': 'Bakker', 'experiences-0-what': 'Brood', 'experiences-0-how-long': 'Een week', 'what-i-learned': 'Vroeg opstaan' }, 'stage-en-werk'] as const;
  const daysOf = async (template: string) => (await run<{ day: string }>('select day::text from app.mail where template = $1 order by day', [template])).map(({ day }) => day);
  const saysYes = async () => {
    const samira = await site.signedIn('samira');
    const { text } = await samira.get('/akkoord').expect(200);
    await samira.post('/akkoord').type('form').send({ [String(/name="(akkoord-[^"]+)"/.exec(text)?.[1])]: 'ja', gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
  };

  it('go again when the child shares something new after a yes', async () => {
    await saysYes();
    await shareMore('2026-09-16', ...MORE);
    expect(await daysOf('guardian-asked')).toEqual(['2026-09-14', '2026-09-16']);
    await keep('2026-09-19');
    expect(await daysOf('guardian-asked-again')).toEqual(['2026-09-19']);
  });

  it('tell the next day of what was shared after an answer on the same day, never twice on one day', async () => {
    await saysYes();
    await shareMore('2026-09-14', ...MORE);
    for (const day of ['2026-09-14', '2026-09-15', '2026-09-15', '2026-09-16', '2026-09-17']) await keep(day);
    expect(await daysOf('guardian-asked')).toEqual(['2026-09-14']);
    expect(await daysOf('guardian-asked-again')).toEqual(['2026-09-15', '2026-09-17']);
  });

  it('begin anew when the child shares something new and every reminder is gone', async () => {
    for (const day of ['2026-09-17', '2026-09-21']) await keep(day);
    await shareMore('2026-09-23', ...MORE);
    for (const day of ['2026-09-23', '2026-09-26', '2026-09-30']) await keep(day);
    expect(await daysOf('guardian-asked')).toEqual(['2026-09-14', '2026-09-23']);
    expect(await daysOf('guardian-asked-again')).toEqual(['2026-09-17', '2026-09-21', '2026-09-26', '2026-09-30']);
  });

  it('do not go for each part that is shared while a reminder is still to come', async () => {
    await shareMore('2026-09-15', ...MORE);
    expect(await daysOf('guardian-asked')).toEqual(['2026-09-14']);
    await keep('2026-09-17');
    expect(await daysOf('guardian-asked-again')).toEqual(['2026-09-17']);
  });

  it('open with either link', async () => {
    await keep('2026-09-17');
    for (const template of ['guardian-asked', 'guardian-asked-again']) {
      const [mail] = await queued(template);
      await site.visitor().get(new URL(String((mail?.page as { link: string } | undefined)?.link)).pathname).expect(200);
    }
  });

  it('do not go to a parent with whom there may be no contact', async () => {
    await run("update app.guardian set no_contact = true where email = 'samira@thuis.example'");
    expect(await said('guardian-asked', '2026-09-14')).toBe('dropped');
    await keep('2026-09-17');
    expect(await queued('guardian-asked-again')).toEqual([]);
  });

  it('do not go when the child stopped, or turned 16 meanwhile', async () => {
    await keep('2026-09-17');
    await run("update app.leaver set birth_date = '2010-09-18' where email = 'noor@leerling.example'");
    expect(await said('guardian-asked-again', '2026-09-17')).toMatchObject({ link: expect.any(String) });
    expect(await said('guardian-asked-again', '2026-09-18')).toBe('dropped');
    await run("update app.share set state = 'withdrawn' where state = 'waiting'");
    expect(await said('guardian-asked', '2026-09-17')).toBe('dropped');
  });

  it('end after two weeks: the question lapses, its links too, and the student hears it once', async () => {
    await keep('2026-09-28');
    expect(await run("select state from app.share where state = 'waiting' and section = 'what-i-can'")).toHaveLength(1);
    await keep('2026-09-29');
    await keep('2026-09-30');
    expect(await run("select state from app.share where section = 'what-i-can'")).toEqual([{ state: 'lapsed' }]);
    expect(await queued('sharing-changed')).toHaveLength(1);
    expect(await said('sharing-changed', '2026-09-29')).toMatchObject({ link: 'https://overstap.example/paspoort/wie-leest-mee' });
    const [mail] = await queued('guardian-asked');
    await site.visitor().get(new URL(String((mail?.page as { link: string } | undefined)?.link)).pathname).expect(410);
  });

  it('tell the student that there is an answer, not which; nobody who may not come in any more', async () => {
    const samira = await site.signedIn('samira');
    const { text } = await samira.get('/akkoord').expect(200);
    const field = String(/name="(akkoord-[^"]+)"/.exec(text)?.[1]);
    await samira.post('/akkoord').type('form').send({ [field]: 'ja', gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
    expect(await said('guardian-replied', '2026-09-14')).toEqual({ onBehalfOf: 'Het Kompas', link: 'https://overstap.example/paspoort/wie-leest-mee', address: 'overstap.example' });
    expect(await said('guardian-answered', '2026-09-14')).toMatchObject({ link: 'https://overstap.example/akkoord' });
    expect(await queued('guardian-replied')).toHaveLength(1);
    await run("update app.membership set ended_on = '2026-09-01' where role in ('student', 'guardian')");
    expect(await said('guardian-replied', '2026-09-14')).toBe('dropped');
    expect(await said('passport-shared', '2026-09-14')).toBe('dropped');
    await run("update app.guardian set no_contact = true");
    expect(await said('guardian-answered', '2026-09-14')).toBe('dropped');
  });
});
