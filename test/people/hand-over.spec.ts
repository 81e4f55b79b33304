import type TestAgent from 'supertest/lib/agent.js';
import { importFiles, bytesSource, kindOf } from '#exchange';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';
import type { Person } from '../personas/people.ts';

describe('classes that go to somebody else', () => {
  let site: TestApp;
  let lars: TestAgent;
  let ids: Record<'fatima' | 'joost' | 'zoe' | 'lars', string>;

  beforeEach(async () => {
    site = await testApp();
    lars = await site.signedIn('lars');
    const people = ['fatima', 'joost', 'zoe', 'lars'] as const;
    ids = Object.fromEntries(await Promise.all(people.map(async (key) => [key, await memberOf(site.database, key)]))) as typeof ids;
  });
  afterEach(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const post = (browser: TestAgent, address: string, form: object) => browser.post(address).type('form').send(form);
  const leaver = async (key: string): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.leaver where email = $1', [`${key}@leerling.example`]);
    return `/leerlingen/${row?.id}`;
  };
  /** Who would hear of this young person's signal, by reason. */
  const hearers = async (key: string, day = '2026-09-15'): Promise<string[]> => {
    const rows = await site.database.asSuperuser<{ who: string }>(
      `select distinct split_part(r.email, '@', 1) || ' ' || r.reason as who from app.recipients_on($2) r join app.signal s on s.id = r.signal_id
       join app.leaver l on l.id = s.leaver_id where l.email = $1 and r.reason in ('mentor', 'instead-of-mentor') order by 1`,
      [`${key}@leerling.example`, day],
    );
    return rows.map(({ who }) => who);
  };

  it('shows the dean and the office each mentor with classes and numbers', async () => {
    for (const person of ['lars', 'soraya'] as const) {
      const list = await html(await site.signedIn(person), '/beheer/klassen');
      expect(list).toMatch(/Fatima el Amrani<\/a>[^]*4B[^]*>6<\/td>[^]*Joost Bakker[^]*4A[^]*>2<\/td>/);
      expect(list).not.toContain('Hanna');
    }
  });

  it('for good: the new mentor sees them, the former loses sight at once, and so do the mails', async () => {
    const fatima = await site.signedIn('fatima');
    await html(fatima, await leaver('abdi'));
    await post(lars, `/beheer/klassen/${ids.fatima}/overdragen`, { opvolger: '' }).expect(422);
    await post(lars, `/beheer/klassen/${ids.fatima}/overdragen`, { opvolger: ids.joost, klas: '4B' }).expect(303);
    expect(await html(lars, `/beheer/klassen/${ids.fatima}`)).toMatch(/De leerlingen zijn overgedragen[^]*Joost Bakker nam over: klas 4B[^]*ingesteld door Lars de Vries/);
    await fatima.get(await leaver('abdi')).expect(404);
    expect(await html(fatima, '/leerlingen')).not.toContain('Abdi');
    expect(await html(await site.signedIn('joost'), '/leerlingen')).toContain('Abdi Hassan');
    expect(await hearers('abdi')).toEqual(['joost mentor']);
    expect(await html(lars, `/beheer/mensen/${ids.joost}`)).toContain('Leerlingen overgenomen van Fatima el Amrani.');
    await site.database.asSuperuser("select * from app.run_sweep('2026-09-15', false)");
    const news = await site.database.asSuperuser<{ to: string }>("select to_address as to from app.mail m where m.template = 'digest' and m.day = '2026-09-15' and m.to_address like '%10ko00.example' order by 1");
    expect(news.map(({ to }) => to)).toEqual(['joost@10ko00.example']);
  });

  it('and a file that still names the former mentor takes nothing back', async () => {
    await post(lars, `/beheer/klassen/${ids.fatima}/overdragen`, { opvolger: ids.joost }).expect(303);
    const rows = 'leerlingnummer;roepnaam;achternaam;geboortedatum;schooljaar;klas;mentor\n1002;Abdi;Hassan;05-01-2010;2025-2026;4B;fatima@10ko00.example\n2001;Nieuw;Kind;05-01-2010;2025-2026;4B;fatima@10ko00.example\n2002;Volgend;Jaar;05-01-2011;2026-2027;4B;fatima@10ko00.example\n';
    const kind = kindOf('leerlingen')!;
    await importFiles(site.worker, { kind, files: [bytesSource('leerlingen-10KO00.csv', Buffer.from(rows))], day: '2026-09-14' });
    const mentors = await site.database.asSuperuser<{ number: string; id: string }>("select number, mentor_id as id from app.leaver where number in ('1002', '2001', '2002') and school_id = (select id from app.organisation where code = '10KO00') order by number");
    expect(mentors).toEqual([{ number: '1002', id: ids.joost }, { number: '2001', id: ids.joost }, { number: '2002', id: ids.fatima }]);
    await post(lars, `/beheer/klassen/${ids.joost}/overdragen`, { opvolger: ids.fatima, klas: '4B' }).expect(303);
    await importFiles(site.worker, { kind, files: [bytesSource('leerlingen-10KO00.csv', Buffer.from(rows))], day: '2026-09-14' });
    const [abdi] = await site.database.asSuperuser<{ id: string }>("select mentor_id as id from app.leaver where email = 'abdi@leerling.example'");
    expect(abdi?.id).toBe(ids.fatima);
  });

  it('for a leave: the colleague sees and hears in the mentor’s place, until it ends or is stopped', async () => {
    const leave = { vervanger: ids.zoe, van: '2026-09-14', tot: '2026-10-09' };
    await post(lars, `/beheer/klassen/${ids.fatima}/verlof`, { ...leave, tot: '2026-09-01' }).expect(422);
    const zoe = await site.signedIn('zoe');
    await zoe.get(await leaver('abdi')).expect(404);
    await post(lars, `/beheer/klassen/${ids.fatima}/verlof`, leave).expect(303);
    await html(zoe, await leaver('abdi'));
    await post(zoe, `${await leaver('abdi')}/notities`, { keuze: 'no-contact', notitie: '' }).expect(303);
    await zoe.get(await leaver('noor')).expect(404);
    expect(await hearers('abdi')).toEqual(['zoe mentor']);
    expect(await hearers('abdi', '2026-10-10')).toEqual(['fatima mentor']);
    await site.database.asSuperuser("update app.account set mail_bounced_on = '2026-09-14' where email like 'zoe@%'");
    expect(await hearers('abdi')).toEqual(['lars instead-of-mentor']);
    const [standIn] = await site.database.asSuperuser<{ id: string }>('select id from app.stand_in');
    await post(lars, `/beheer/vervanging/${standIn?.id}/stoppen`, {}).expect(303);
    expect(await html(lars, '/beheer/klassen')).toContain('De vervanging is gestopt.');
    await zoe.get(await leaver('abdi')).expect(404);
    expect(await hearers('abdi')).toEqual(['fatima mentor']);
  });

  it('in summer: both see them, both hear who did not start, until 30 September', async () => {
    await post(lars, `/beheer/klassen/${ids.fatima}/zomer`, { zomer: ids.zoe }).expect(303);
    expect(await html(lars, `/beheer/klassen/${ids.fatima}`)).toMatch(/Zoë Peters kijkt mee in de zomer[^]*30 september/);
    await html(await site.signedIn('zoe'), await leaver('abdi'));
    await html(await site.signedIn('fatima'), await leaver('abdi'));
    expect(await hearers('abdi', '2026-09-30')).toEqual(['fatima mentor', 'zoe mentor']);
    expect(await hearers('abdi', '2026-10-01')).toEqual(['fatima mentor']);
    await site.database.asSuperuser("update app.signal set kind = 'no-place-yet' where leaver_id = (select id from app.leaver where email = 'abdi@leerling.example') and closed_on is null");
    expect(await hearers('abdi')).toEqual(['fatima mentor']);
  });

  it('takes out of a mail what its reader lost meanwhile', async () => {
    const rows = () => site.database.asSuperuser("select d.reason from app.mail m, app.digest_rows(m.id, '2026-09-14') d where m.to_address = 'fatima@10ko00.example'");
    expect((await rows()).length).toBeGreaterThan(0);
    await post(lars, `/beheer/klassen/${ids.fatima}/verlof`, { vervanger: ids.zoe, van: '2026-09-14', tot: '2026-10-09' }).expect(303);
    expect(await rows()).toEqual([]);
  });

  it.each(['fatima', 'niels', 'dirk', 'gijs', 'sanne', 'thijs', 'petra'] as const)('is not for %s', async (person: Person) => {
    const browser = await site.signedIn(person);
    await browser.get(`/beheer/klassen/${ids.fatima}`).expect(404);
    await post(browser, `/beheer/klassen/${ids.fatima}/overdragen`, { opvolger: ids.joost }).expect(404);
    await post(browser, `/beheer/klassen/${ids.fatima}/zomer`, { zomer: ids.zoe }).expect(404);
    expect(await hearers('abdi')).toEqual(['fatima mentor']);
  });
});
