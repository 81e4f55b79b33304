import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type TestAgent from 'supertest/lib/agent.js';
import { validateXML } from 'xmllint-wasm';
import { bytes } from '../support/bytes.ts';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { readPdf } from './read-pdf.ts';

const FORMS = ['pdf', 'json', 'xml'] as const;

describe('what a college takes along', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let eva: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await share(site.database, eva, { 'who-am-i': 'Ik ben <Eva> & ik kook', 'mentor-part': 'Werkt netjes' }, '2026-09-10T10:00:00+02:00');
    await site.database.asSuperuser(`update app.share set agrees = false, objection = 'Dit klopt niet.' where application_id = $1 and section = 'mentor-part'`, [eva]);
  });
  afterAll(() => site.close());

  const take = (form: (typeof FORMS)[number], browser = sanne, id = eva) => browser.get(`/intake/${id}/paspoort.${form}`).buffer(true).parse(bytes as never);
  /** All that a reader of the file can find in it. */
  const textOf = async (form: (typeof FORMS)[number]): Promise<string> => {
    const { body } = (await take(form).expect(200)) as { body: Buffer };
    if (form !== 'pdf') return body.toString('utf8');
    const { pages, ...about } = await readPdf(body);
    return JSON.stringify([about, pages]);
  };

  it.each(FORMS)('as %s holds what was shared, and nobody keeps it on the way', async (form) => {
    const { headers } = await take(form).expect(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="paspoort.${form}"` });
    const text = await textOf(form);
    expect(text).toMatch(/ik kook/);
    expect(text).toMatch(/Werkt netjes/);
    expect(text).toMatch(/Dit klopt niet\./);
    expect(text).toMatch(/ROC Noordrand/);
  });

  it('keeps to the schemas that we publish', async () => {
    const holds = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync('public/schema/paspoort-1.json', 'utf8')) as object);
    expect([holds(JSON.parse(await textOf('json'))), holds.errors]).toEqual([true, null]);
    const { errors } = await validateXML({ xml: [{ fileName: 'p.xml', contents: await textOf('xml') }], schema: [fs.readFileSync('public/schema/paspoort-1.xsd', 'utf8')] });
    expect(errors).toEqual([]);
  });

  it.each(FORMS)('as %s is the same whether or not something is withheld or not yet released', async (form) => {
    const before = await textOf(form);
    await share(site.database, eva, { 'home-and-health': 'Iets van thuis' }, '2026-09-11T10:00:00+02:00');
    await site.database.asSuperuser(`insert into app.share_choice (leaver_id, application_id, section, wish, chosen_at)
      select leaver_id, id, 'what-i-can', 'no', now() from app.application where id = $1 on conflict do nothing`, [eva]);
    expect(await textOf(form)).toBe(before);
    expect(before).not.toMatch(/thuis|Thuis|home-and-health|what-i-can|van 7|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('lets the student see that it was taken, and which parts', async () => {
    const [line] = await site.database.asSuperuser("select what, way, person, sections from app.reading where what = 'passport-taken' order by id desc limit 1");
    expect(line).toEqual({ what: 'passport-taken', way: 'export', person: 'Sanne de Jong', sections: ['contact', 'school', 'applications', 'who-am-i', 'mentor-part'] });
  });

  it.each(FORMS)('as %s is not there for another college, for school, or before it is tied', async (form) => {
    for (const person of ['milan', 'tess', 'fatima', 'marloes'] as const) await take(form, await site.signedIn(person)).expect(404);
    const [nour] = await site.database.asSuperuser<{ id: string }>("select id from app.application where number = '20NO-900'");
    await take(form, sanne, nour?.id).expect(404);
  });

  it('is linked from the page, and not when nothing can be read', async () => {
    expect((await sanne.get(`/intake/${eva}`)).text).toContain(`/intake/${eva}/paspoort.pdf`);
    await site.database.asSuperuser("update app.share set state = 'withdrawn', ended_at = now() where application_id = $1", [eva]);
    expect((await sanne.get(`/intake/${eva}`)).text).not.toContain('paspoort.pdf');
    for (const form of FORMS) expect(await textOf(form)).not.toMatch(/kook|Werkt netjes|klopt niet|Wie ben ik|who-am-i/);
  });
});
