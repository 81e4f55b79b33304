import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from './test-app.ts';

/** Noor, who is 15 until 11 November, has an application at ROC Noordrand; Samira is her mother, confirmed by her mentor Joost. */
export interface Noor {
  readonly browser: TestAgent;
  readonly id: string;
  readonly application: string;
  /** Writes a part once and shares it. */
  share(): Promise<void>;
  /** What this parent says to what is asked now. */
  answer(parent: TestAgent, said: 'ja' | 'nee'): Promise<void>;
  /** Of what she can, in order of the acts. */
  states(): Promise<string[]>;
  mails(template: string): Promise<{ to: string; day: string }[]>;
}

export async function noorIn(site: TestApp): Promise<Noor> {
  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const [row] = await run<{ id: string; leaver: string }>(
    "update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example') where number = '20NO-900' returning id, leaver_id as leaver");
  const { id: application = '', leaver: id = '' } = row ?? {};
  const browser = await site.signedIn('noor');
  const sealOn = async (who: TestAgent, page: string): Promise<string> => String(/name="gezien" value="([^"]+)"/.exec((await who.get(page).expect(200)).text)?.[1]);
  let version = 0;
  return {
    browser, id, application,
    share: async () => {
      await browser.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': `Koken ${version}`, strengths: 'Ik houd vol', klaar: 'ja', versie: version, [`delen-${application}`]: 'yes' }).expect(303);
      version += 1;
      await browser.post('/paspoort/delen').type('form').send({ gezien: await sealOn(browser, '/paspoort/controleren') }).expect(303);
    },
    answer: async (parent, said) => {
      await parent.post('/akkoord').type('form').send({ [`akkoord-${application}`]: said, gezien: await sealOn(parent, '/akkoord') }).expect(303);
    },
    states: async () => (await run<{ state: string }>("select s.state from app.share s join app.sharing h on h.id = s.sharing_id where s.section = 'what-i-can' order by h.shared_at")).map(({ state }) => state),
    mails: (template) => run("select to_address as to, day::text from app.mail where template = $1 and state <> 'dropped' order by queued_at", [template]),
  };
}
