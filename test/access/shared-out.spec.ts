import type TestAgent from 'supertest/lib/agent.js';
import { sections, type Section } from '#policy';
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

const nameOf = ({ dutch, toOthers }: Section): string => toOthers ?? dutch;
/** How each form names a part. In a PDF only letters and digits are compared. */
const HEADED: Readonly<Record<(typeof FORMS)[number], (section: Section) => string>> = {
  page: (section) => `>${nameOf(section)}<`, pdf: (section) => nameOf(section).replaceAll(/[^\p{L}\d]/gu, ''), json: (section) => `"${nameOf(section)}"`, xml: ({ code }) => `code="${code}"`,
};
/** Where a warm handover could be seen. Asked by a mentor it is open at once, and has gone when the application has. */
const TALK_PAGES = ['/intake', '/intake/warme-overdracht', '/intake/ID', '/intake/ID/warme-overdracht'];

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
    await site.database.asSuperuser(`insert into app.warm_handover (application_id, leaver_id, state, asked_role, topics, contact_name, contact_reach, asked_on)
      select id, leaver_id, 'asked', 'mentor', array['what-helps'], 'Fatima', $2, '2026-09-10' from app.application where id = $1`, [eva, markOf('warm-handover')]);
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
      expect(sections.filter((section) => section.code in OPENS && text.includes(HEADED[form](section))).map(({ code }) => code).toSorted()).toEqual(open.toSorted());
    });

    it.each(TALK_PAGES)('holds on %s what was asked to talk about, while the application lives', async (page) => {
      const { text } = await sanne.get(page.replace('ID', eva)).expect(200);
      expect(text.includes(markOf('warm-handover'))).toBe(moment > 0 && page.endsWith('/warme-overdracht') && page !== '/intake/warme-overdracht');
    });
  });

  it.each(STRANGERS)('is not found by %s, in any form', async (person) => {
    await site.database.asSuperuser("update app.application set status = 'provisionally-placed' where id = $1", [eva]);
    const browser = await site.signedIn(person);
    for (const form of FORMS) await browser.get(address(form)).expect(404);
  });
});
