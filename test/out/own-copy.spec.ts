import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';
import { readPdf } from './read-pdf.ts';

interface Copy {
  readonly sections: { readonly code: string; readonly answers: { readonly answer: unknown }[]; readonly isPrivate?: boolean }[];
}

describe('a copy of the own passport', () => {
  let site: TestApp;
  let noor: TestAgent;
  let samira: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    [noor, samira] = [await site.signedIn('noor'), await site.signedIn('samira')];
    const typed = { versie: '0', 'in-my-words': 'Ik ben rustig\nen eerlijk.', 'learns-best': 'Door te doen', 'for-me': 'Bel oma', klaar: 'ja' };
    await noor.post('/paspoort/onderdelen/wie-ben-ik').type('form').send(typed).expect(303);
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
