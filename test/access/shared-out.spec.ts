import type TestAgent from 'supertest/lib/agent.js';
import { sections } from '#policy';
import { readPdf } from '../out/read-pdf.ts';
import type { Person } from '../personas/people.ts';
import { bytes } from '../support/bytes.ts';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** From which of these moments a college reads a section (rules 9), by hand; shared.spec walks every status in the database. */
const OPENS: Readonly<Record<string, number>> = {
  'who-am-i': 1, 'what-i-can': 1, 'work-experience': 1, 'why-this-course': 1, 'mentor-part': 1, 'my-school': 1, 'what-i-need': 2, presence: 2, 'home-and-health': 3, support: 3,
};
const MOMENTS = [['submitted', 1], ['intake-invited', 2], ['provisionally-placed', 3], ['not-admitted', 0]] as const;
const FORMS = ['page', 'pdf', 'json', 'xml'] as const;
const STRANGERS: readonly Person[] = ['milan', 'tess', 'fatima', 'lars', 'okan', 'ingrid', 'marloes', 'gijs', 'petra', 'sem', 'samira'];

/** A word that stands nowhere else, for each section. */
const markOf = (section: string): string => `merk${section.replaceAll('-', '')}`;

describe('what a college finds of a passport, on its page and in its files', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let eva: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await share(site.database, eva, Object.fromEntries(Object.keys(OPENS).map((section) => [section, markOf(section)])), '2026-09-10T10:00:00+02:00');
  });
  afterAll(() => site.close());

  const address = (form: (typeof FORMS)[number]): string => (form === 'page' ? `/intake/${eva}` : `/intake/${eva}/paspoort.${form}`);

  /** All that stands in it; nothing when there is no such file. */
  async function textOf(form: (typeof FORMS)[number]): Promise<string> {
    const { status, body } = (await sanne.get(address(form)).buffer(true).parse(bytes as never)) as { status: number; body: Buffer };
    if (status === 404) return '';
    expect(status).toBe(200);
    return form === 'pdf' ? JSON.stringify((await readPdf(body)).pages).replaceAll(/[^\p{L}\d]/gu, '') : body.toString('utf8');
  }

  describe.each(MOMENTS)('at %s', (status, moment) => {
    beforeAll(() => site.database.asSuperuser('update app.application set status = $2 where id = $1', [eva, status]));

    it.each(FORMS)('as %s holds what that moment opens, and no trace of the rest', async (form) => {
      const text = await textOf(form);
      const open = Object.keys(OPENS).filter((section) => moment > 0 && (OPENS[section] ?? 9) <= moment);
      expect(Object.keys(OPENS).filter((section) => text.includes(markOf(section)))).toEqual(open);
      const closed = sections.filter(({ code, writer }) => code in OPENS && !open.includes(code) && writer === 'student');
      if (form !== 'pdf') expect(closed.filter(({ dutch }) => text.includes(`>${dutch}<`) || text.includes(`"${dutch}"`))).toEqual([]);
    });
  });

  it.each(STRANGERS)('is not found by %s, in any form', async (person) => {
    await site.database.asSuperuser("update app.application set status = 'provisionally-placed' where id = $1", [eva]);
    const browser = await site.signedIn(person);
    for (const form of FORMS) await browser.get(address(form)).expect(404);
  });

  it('stands in no mail and in nothing that a program can fetch', async () => {
    const mails = await site.database.asSuperuser<{ text: string }>('select to_jsonb(m)::text as text from app.mail m');
    expect(mails.filter(({ text }) => text.includes('merk'))).toEqual([]);
    for (const person of ['fatima', 'lars', 'ingrid'] as const) {
      const browser = await site.signedIn(person);
      for (const page of ['/leerlingen', '/niet-gestart', '/paspoort', '/']) expect((await browser.get(page)).text).not.toContain('merk');
    }
  });
});
