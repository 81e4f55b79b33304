import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type TestAgent from 'supertest/lib/agent.js';
import { addApplicant, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { readPdf } from './read-pdf.ts';

interface Copy {
  readonly sections: { readonly code: string; readonly answers: { readonly answer: unknown }[]; readonly isPrivate?: boolean }[];
}

describe('a copy of the own passport', () => {
  let site: TestApp;
  let noor: TestAgent;
  let samira: TestAgent;
  let applied: string;

  beforeAll(async () => {
    site = await testApp();
    [noor, samira] = [await site.signedIn('noor'), await site.signedIn('samira')];
    const typed = { versie: '0', 'in-my-words': 'Ik ben rustig\nen eerlijk.', 'learns-best': 'Door te doen', 'for-me': 'Bel oma', klaar: 'ja' };
    await noor.post('/paspoort/onderdelen/wie-ben-ik').type('form').send(typed).expect(303);
    applied = await addApplicant(site.database, { name: 'Noor', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-02-02' });
    await site.database.asSuperuser("update app.application set leaver_id = (select id from app.leaver where email like 'noor@%') where id = $1", [applied]);
  });
  afterAll(() => site.close());

  const pdfOf = async (browser: TestAgent) => {
    const answer = await browser.get('/paspoort/kopie/paspoort.pdf').buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
    });
    return { answer, pdf: await readPdf(answer.body as Buffer) };
  };

  it('stands on one page to print, every question above its answer', async () => {
    const { text } = await noor.get('/paspoort/afdrukken').expect(200);
    expect(text).toMatch(/Hoe zou je jezelf beschrijven\?<\/h3>\s*<p>Ik ben rustig<\/p><p>en eerlijk\.<\/p>/);
    expect(text).toContain('Met niemand gedeeld.');
    expect(text).toContain('Hier is niets ingevuld.');
  });

  it('comes as PDF that nobody keeps, under a name that says nothing', async () => {
    const { answer, pdf } = await pdfOf(noor);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="paspoort.pdf"' });
    const texts = pdf.pages.flatMap(({ tagged }) => tagged.map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['Ik ben rustig', 'en eerlijk.', 'Bel oma']));
  });

  it('keeps notes for oneself from a parent, in each of its forms', async () => {
    expect((await noor.get('/paspoort/afdrukken')).text).toContain('Bel oma');
    expect((await samira.get('/paspoort/afdrukken').expect(200)).text).toContain('Ik ben rustig');
    expect((await samira.get('/paspoort/afdrukken')).text).not.toMatch(/Bel oma|Voor jezelf|Alleen voor jou/);
    expect((await samira.get('/paspoort/kopie/gegevens.json').expect(200)).text).not.toMatch(/Bel oma|isPrivate/);
    const { pdf } = await pdfOf(samira);
    expect(JSON.stringify(pdf.pages)).not.toContain('Bel oma');
  });

  it('is not there for a parent whose child decides', async () => {
    const omar = await site.signedIn('omar');
    for (const address of ['/paspoort/afdrukken', '/paspoort/kopie', '/paspoort/kopie/paspoort.pdf', '/paspoort/kopie/gegevens.json']) await omar.get(address).expect(404);
  });

  it('has the warm handover that was asked for, whatever its form, and what came of it', async () => {
    await site.database.asSuperuser(`insert into app.warm_handover (application_id, leaver_id, asked_role, asked_on, topics, contact_name, contact_reach, state, planned_on, planned_at, held_on, agreements)
      select a.id, a.leaver_id, 'student', '2026-09-01', '{start,choice}', 'Fatima el Amrani', 'Bel 038 123 45 67', 'held', '2026-09-08', '15:00', '2026-09-08', 'Een vaste plek vooraan'
      from app.application a where a.id = $1`, [applied]);
    for (const browser of [noor, samira]) {
      const { pdf } = await pdfOf(browser);
      const copies = [(await browser.get('/paspoort/afdrukken')).text, (await browser.get('/paspoort/kopie/gegevens.json')).text, pdf.pages.flatMap(({ tagged }) => tagged.map(({ text }) => text)).join('\n')];
      for (const copy of copies) {
        for (const said of ['Warme overdracht met ROC Noordrand', 'Waar gaat het gesprek over?', 'De eerste weken op het mbo', 'Of deze opleiding past', 'Fatima el Amrani', 'Bel 038 123 45 67', 'Gepland: 8 september 2026, om 15.00 uur', 'Een vaste plek vooraan']) expect(copy).toContain(said);
      }
      expect(copies[0]).toContain('Gedeeld op 1 september 2026.');
    }
  });

  it('says on which day of the example a part was shared', async () => {
    await share(site.database, applied, { 'who-am-i': 'Ik ben rustig' }, '2026-09-14T10:00:00+02:00');
    expect((await noor.get('/paspoort/afdrukken')).text).toMatch(/Gedeeld met [^,]+, op 14 september 2026/);
  });

  it('as JSON keeps to the schema that stands at the address in it', async () => {
    const copy = (await samira.get('/paspoort/kopie/gegevens.json').expect(200)).body as Copy & { $schema: string };
    const address = new URL(copy.$schema).pathname;
    expect(address).toBe('/schema/paspoort-1.json');
    const { text } = await site.visitor().get(address).expect(200);
    expect(text).toBe(fs.readFileSync('public/schema/paspoort-1.json', 'utf8'));
    const holds = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(text) as object);
    expect([holds(copy), holds.errors]).toEqual([true, null]);
    expect(copy.sections.find(({ code }) => code === 'who-am-i')?.answers.map(({ answer }) => answer)).toEqual(['Ik ben rustig\nen eerlijk.', ['Door te doen']]);
  });

  it('has a schema for the XML too, and nothing else in that place', async () => {
    await site.visitor().get('/schema/paspoort-1.xsd').expect(200).expect('content-type', /xml/);
    await site.visitor().get('/schema/package.json').expect(404);
    await site.visitor().get('/schema/..%2f..%2fpackage.json').expect(404);
  });
});
