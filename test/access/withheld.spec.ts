import type TestAgent from 'supertest/lib/agent.js';
import { sections } from '#policy';
import { readPdf } from '../out/read-pdf.ts';
import { bytes } from '../support/bytes.ts';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const AT = '2026-09-10T10:00:00+02:00';
const SHARED = { 'who-am-i': 'Ik ben rustig', 'what-i-can': 'Ik kan koken' };
const STATUSES = ['submitted', 'intake-invited', 'provisionally-placed', 'not-admitted'] as const;
const KEPT = 'geheim';

/** Three young people of one name shared the same two parts. The first wrote no more; what the others wrote or shared before is theirs. */
describe('to a college, what somebody kept to themselves', () => {
  let site: TestApp;
  let sanne: TestAgent;
  const applications: Record<'wrote no more' | 'wrote all and kept it' | 'shared all and took it back', string> = { 'wrote no more': '', 'wrote all and kept it': '', 'shared all and took it back': '' };

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const writeAll = (application: string) =>
    run(`insert into app.section_text (leaver_id, section, version, answers, done, written_at) select a.leaver_id, section, 1, jsonb_build_object('in-my-words', jsonb_build_object('asked', 'Hoe?', 'answer', $3::text)), true, now()
      from app.application a, unnest($2::text[]) section where a.id = $1`, [application, sections.map(({ code }) => code), KEPT]);

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    for (const who of Object.keys(applications) as (keyof typeof applications)[]) applications[who] = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await writeAll(applications['wrote all and kept it']);
    await writeAll(applications['shared all and took it back']);
    await share(site.database, applications['shared all and took it back'], Object.fromEntries(sections.map(({ code }) => [code, KEPT])), '2026-09-09T10:00:00+02:00');
    await run("update app.share set state = 'withdrawn', ended_at = now() where application_id = $1", [applications['shared all and took it back']]);
    for (const application of Object.values(applications)) await share(site.database, application, SHARED, AT);
  });
  afterAll(() => site.close());

  /** What is seen, without what tells one application from the other: its number and addresses. */
  const alike = (text: string): string => text.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'ID');
  const rowsIn = (text: string): string[] => (text.match(/<tr role="row">[^]*?<\/tr>/g) ?? []).filter((row) => row.includes('Eva Genoot'));

  async function seen(application: string): Promise<Record<string, string>> {
    const file = async (kind: string): Promise<Buffer> => (await sanne.get(`/intake/${application}/paspoort.${kind}`).buffer(true).parse(bytes as never)).body as Buffer;
    const list = rowsIn((await sanne.get('/intake').expect(200)).text).filter((row) => row.includes(application));
    const page = await sanne.get(`/intake/${application}`).expect(200);
    const talk = await sanne.get(`/intake/${application}/warme-overdracht`).expect(200);
    const pdf = await file('pdf');
    const [json, xml] = [await file('json'), await file('xml')];
    const all = { list: list.join('\n'), page: page.text, talk: talk.text, pdf: pdf.toString('latin1').startsWith('%PDF') ? JSON.stringify(await readPdf(pdf)) : pdf.toString('utf8'), json: json.toString('utf8'), xml: xml.toString('utf8') };
    return Object.fromEntries(Object.entries(all).map(([form, text]) => [form, alike(text).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+\d\d:\d\d)|D:\d{14}[^"]*/g, 'THEN')]));
  }

  describe.each(STATUSES)('at %s', (status) => {
    let none: Record<string, string>;

    beforeAll(async () => {
      await run('update app.application set status = $2 where id = any($1)', [Object.values(applications), status]);
      for (const application of Object.values(applications)) await sanne.get(`/intake/${application}`).expect(200);
      none = await seen(applications['wrote no more']);
    });

    it('shows what was shared, so that the comparison says something', () => {
      expect(none.list).toContain('Eva Genoot');
      for (const form of ['page', 'pdf', 'json', 'xml']) expect(String(none[form]).includes('Ik ben rustig')).toBe(status !== 'not-admitted');
    });

    it.each(['wrote all and kept it', 'shared all and took it back'] as const)('is as if it had never been written, of who %s', async (who) => {
      const other = await seen(applications[who]);
      expect(JSON.stringify(other)).not.toContain(KEPT);
      for (const [form, text] of Object.entries(none)) expect([form, other[form]]).toEqual([form, text]);
    });
  });
});
