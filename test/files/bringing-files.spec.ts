import type TestAgent from 'supertest/lib/agent.js';
import { openPool, Tx } from '#platform';
import type { TestApp } from '../support/test-app.ts';
import { fileSite, type deskFor, GOOD, HEADER } from './desk.ts';

describe('bringing a file', () => {
  let site: TestApp;
  let desk: ReturnType<typeof deskFor>;
  let lars: TestAgent;

  beforeAll(async () => {
    ({ site, desk, lars } = await fileSite());
  });
  afterAll(() => site.close());

  it('shows what is in it, imports it and undoes it', async () => {
    const before = await desk.count('app.leaver');
    const { headers } = await desk.upload(lars, 'leerlingen.csv', GOOD).expect(303);
    const page = String(headers.location);
    expect(await desk.text(lars, page)).toContain('We kijken het bestand na');
    await desk.work();
    const checked = await desk.text(lars, page);
    expect(checked).toContain('Importeer 2 leerlingen');
    expect(checked).toContain('<b>2</b> nieuw');
    expect(checked).toContain('alles herkend');
    expect(await desk.count('app.leaver')).toBe(before);
    await lars.post(`${page}/importeren`).type('form').send({ wijze: 'goede-rijen' }).expect(303).expect('location', page);
    expect(await desk.text(lars, page)).toContain('We importeren 2 leerlingen');
    await desk.work();
    expect(await desk.text(lars, page)).toContain('Geïmporteerd op');
    expect(await desk.count('app.leaver')).toBe(before + 2);
    expect(await desk.count("app.card c join app.leaver l on l.id = c.leaver_id where l.number = '2001'")).toBe(1);
    expect(await desk.text(lars, '/bestanden')).toContain('Lars de Vries');
    expect(await desk.text(lars, `${page}/terugdraaien`)).toContain('Draai je dit bestand terug?');
    expect(await desk.undone(lars, page)).toContain('Alles is weer zoals ervoor');
    expect(await desk.count('app.leaver')).toBe(before);
  });

  it('imports once, however often and by however many the button is pressed', async () => {
    const page = await desk.brought(lars, 'leerlingen.csv', GOOD);
    const soraya = await site.signedIn('soraya');
    await Promise.all([lars, soraya, lars].map((browser) => browser.post(`${page}/importeren`).expect(303)));
    const other = openPool(site.database.workerUrl, { max: 2, pipeline: false });
    await Promise.all([desk.work(), desk.work(new Tx(other, site.database.rolePrefix))]);
    await other.end();
    expect((await lars.post(`${page}/importeren`).expect(303)).headers['set-cookie']?.[0]).toContain('already-done');
    expect(await desk.count("app.leaver where number in ('2001', '2002')")).toBe(2);
    await lars.post(`${page}/terugdraaien`).expect(303);
    await desk.work();
  });

  it('names ten faults by line and column, gives them back as a file and takes the good rows', async () => {
    const wrong = Array.from({ length: 10 }, (_, at) => `30${at};Fout;Rij;31-02-2010;4D;x@y.example`);
    const page = await desk.brought(lars, 'leerlingen.csv', [HEADER, '3100;Goed;Rij;01-01-2010;4D;x@y.example', ...wrong]);
    const checked = await desk.text(lars, page);
    expect(checked).toContain('<b>10</b> fout');
    expect(checked).toContain('Importeer 1 leerling<');
    expect(checked).toContain('<th scope="row">12</th><td>geboortedatum</td>');
    const csv = await lars.get(`${page}/fouten.csv`).expect(200);
    expect(csv.headers['content-disposition']).toContain('fouten-leerlingen.csv');
    const rows = csv.text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(11);
    expect(rows[0]).toBe(`\ufeff${HEADER};reden`);
    expect(rows[1]).toMatch(/^300;Fout;Rij;31-02-2010;4D;x@y\.example;geboortedatum: /);
    await lars.post(`${page}/importeren`).type('form').send({ wijze: 'alles-of-niets' }).expect(303);
    await desk.work();
    expect(await desk.text(lars, page)).toContain('Er is niets geïmporteerd, want niet elke rij klopt');
    expect(await desk.count("app.leaver where class = '4D'")).toBe(0);
    await lars.post(`${page}/importeren`).type('form').send({ wijze: 'goede-rijen' }).expect(303);
    await desk.work();
    expect(await desk.count("app.leaver where class = '4D'")).toBe(1);
    expect(await desk.text(lars, page)).toContain('geweigerd');
    await lars.get(`${page}/fouten.csv`).expect(200);
  });

  it('asks after leavers who are not in a newer file', async () => {
    const five = ['1001', '1003', '1004', '1005', '1006'].map((number) => `${number};Zelfde;Kind;18-03-2010;4B;`);
    const page = await desk.brought(lars, 'leerlingen.csv', [HEADER, ...five], { schooljaar: '2025-2026' });
    const checked = await desk.text(lars, page);
    expect(checked).toContain('3 leerlingen staan niet meer in het bestand. Klopt dat?');
    expect(checked).toContain('Abdi Hassan');
    await lars.post(`${page}/weggooien`).expect(303).expect('location', '/bestanden');
    expect(await desk.count('app.leaver where missing_since is not null')).toBe(0);
  });

  it('refuses a file of another kind in one sentence, and lets a person say what a column is', async () => {
    const wrong = await desk.brought(lars, 'iets.csv', ['a;b', '1;2'], { soort: 'leerlingen' });
    expect(await desk.text(lars, wrong)).toContain('geen enkele kolom is herkend');
    const odd = await desk.brought(lars, 'leerlingen.csv', ['leerlingnummer;hoe heet je;achternaam;geboortedatum', '4001;Pien;Proef;01-01-2010']);
    expect(await desk.text(lars, odd)).toContain('Nog niet gevonden: roepnaam');
    await lars.post(`${odd}/kolommen`).type('form').send({ kolom: ['leerlingnummer', 'roepnaam', 'achternaam', 'geboortedatum'] }).expect(303);
    await desk.work();
    expect(await desk.text(lars, odd)).toContain('Importeer 1 leerling<');
    const again = await desk.brought(lars, 'leerlingen.csv', ['leerlingnummer;HOE HEET JE;achternaam;geboortedatum', '4001;Pien;Proef;01-01-2010']);
    expect(await desk.text(lars, again)).toContain('Importeer 1 leerling<');
  });

  it('says what is missing from the form', async () => {
    expect((await lars.post('/bestanden').field('soort', 'leerlingen').expect(422)).text).toContain('Kies eerst een bestand.');
    expect((await desk.upload(lars, 'leerlingen.csv', Buffer.alloc(0)).expect(422)).text).toContain('Kies eerst een bestand.');
    expect((await desk.upload(lars, 'export.csv', GOOD).expect(422)).text).toContain('Kies wat er in het bestand staat');
    expect((await desk.upload(lars, 'leerlingen-11BR00.csv', GOOD).expect(422)).text).toContain('Dit bestand is van De Brug');
    expect((await desk.upload(lars, 'aanmeldingen.csv', GOOD, { soort: 'aanmeldingen' }).expect(422)).text).toContain('Kies wat er in het bestand staat');
  });

  it('refuses more than 50 MB with a page', async () => {
    const { text: page } = await desk.upload(lars, 'leerlingen.csv', Buffer.alloc(51 * 1024 * 1024, 'x')).expect(413);
    expect(page).toContain('Dit bestand is te groot');
    expect(page).toContain('50 MB');
  });
});
