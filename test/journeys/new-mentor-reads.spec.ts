import type TestAgent from 'supertest/lib/agent.js';
import { keepSharing } from '#dossiers';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const CHOOSE = '/paspoort/mentor-leest-mee';

describe('what was opened to a mentor, when another one comes', () => {
  let site: TestApp;
  let sem: TestAgent;
  let page: string;
  let mentors: Record<'fatima' | 'joost', string>;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    page = `/leerlingen/${row?.id}/paspoort`;
    mentors = { fatima: await memberOf(site.database, 'fatima'), joost: await memberOf(site.database, 'joost') };
    const write = (part: string, form: object) => sem.post(`/paspoort/onderdelen/${part}`).type('form').send({ klaar: 'nee', versie: 0, ...form }).expect(303);
    await write('wie-ben-ik', { 'in-my-words': 'Rustig en precies' });
    await write('thuis-en-gezondheid', { health: 'Ik heb suikerziekte' });
    await open();
    await site.database.asSuperuser("update app.mail set state = 'sent'");
  });
  afterAll(() => site.close());

  const open = () => sem.post(CHOOSE).type('form').send({ onderdeel: ['who-am-i'], gezondheid: ['home-and-health'] }).expect(303);
  const handOver = async (from: 'fatima' | 'joost', to: 'fatima' | 'joost') =>
    (await site.signedIn('soraya')).post(`/beheer/klassen/${mentors[from]}/overdragen`).type('form').send({ opvolger: mentors[to] }).expect(303);
  const reads = async (mentor: 'fatima' | 'joost'): Promise<string> => (await (await site.signedIn(mentor)).get(page).expect(200)).text;
  const whoReads = async (): Promise<string> => String(/Wie kan dit nu lezen\?<\/strong> (.*?)<\/p>/.exec((await sem.get('/paspoort').expect(200)).text)?.[1]);

  /** Mails about it since the last time, after a round of the worker and another one. */
  async function told(): Promise<string[]> {
    for (const _ of [1, 2]) await keepSharing(site.worker, site.clock, new URL('https://overstap.example'));
    const rows = await site.database.asSuperuser<{ to: string }>("update app.mail set state = 'sent' where template = 'sharing-changed' and state = 'queued' returning to_address as to");
    return rows.map(({ to }) => to);
  }

  it('tells nobody anything while it is the same one', async () => {
    expect(await told()).toEqual([]);
    expect(await reads('fatima')).toContain('suikerziekte');
  });

  it('stays open but for home and health; the student is told once, and reads why', async () => {
    await handOver('fatima', 'joost');
    const text = await reads('joost');
    expect(text).toContain('Rustig en precies');
    expect(text).not.toContain('suikerziekte');
    await (await site.signedIn('fatima')).get(page).expect(404);
    expect(await whoReads()).toBe('Jij. Je mentor Joost Bakker kan lezen: ‘Wie ben ik?’. Verder niemand.');
    expect((await sem.get(CHOOSE).expect(200)).text).toMatch(/Je hebt een nieuwe mentor\.[^]*?Zet het dan weer aan\./);
    expect(await told()).toEqual(['sem@leerling.example']);
  });

  it('is open again to the first one who comes back, without asking', async () => {
    await handOver('joost', 'fatima');
    expect(await reads('fatima')).toContain('suikerziekte');
    expect((await sem.get(CHOOSE).expect(200)).text).not.toContain('Je hebt een nieuwe mentor.');
    expect(await told()).toEqual([]);
  });

  it('is open to the new one when the student says so, and then no longer to the former one', async () => {
    await handOver('fatima', 'joost');
    await open();
    expect(await reads('joost')).toContain('suikerziekte');
    expect((await sem.get(CHOOSE).expect(200)).text).not.toContain('Je hebt een nieuwe mentor.');
    await handOver('joost', 'fatima');
    expect(await reads('fatima')).not.toContain('suikerziekte');
  });
});
