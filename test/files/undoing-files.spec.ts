import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from '../support/test-app.ts';
import { fileSite, type deskFor } from './desk.ts';

describe('undoing a file', () => {
  let site: TestApp;
  let desk: ReturnType<typeof deskFor>;
  let lars: TestAgent;

  beforeAll(async () => {
    ({ site, desk, lars } = await fileSite());
  });
  afterAll(() => site.close());

  it('reports statuses that can be taken back, as long as nobody acted on them', async () => {
    const sanne = await site.signedIn('sanne');
    const [{ number }] = await site.database.asSuperuser<{ number: string }>(
      "select a.number from app.application a join app.leaver l on l.id = a.leaver_id where l.email like 'isa@%'") as [{ number: string }];
    const page = await desk.imported(sanne, 'statussen.csv', ['aanmeldnummer;status;per_datum', `${number};gestart;25-08-2026`, 'ONBEKEND;gestart;25-08-2026']);
    expect(await desk.count(`app.application where number = '${number}' and status = 'started'`)).toBe(1);
    expect(await desk.count('app.waiting_status')).toBe(1);
    expect(await desk.undone(sanne, page)).toContain('Alles is weer zoals ervoor');
    expect(await desk.count(`app.application where number = '${number}' and status = 'enrolled'`)).toBe(1);
    expect(await desk.count('app.waiting_status')).toBe(0);
    expect(await desk.count("app.event where kind = 'status-retracted'")).toBe(1);
  });

  it('keeps applications on which a newer status was built, and says why', async () => {
    const sanne = await site.signedIn('sanne');
    const header = 'aanmeldnummer;roepnaam;achternaam;geboortedatum;vooropleiding;crebo;leerweg;startdatum;aangemeld_op';
    await desk.imported(sanne, 'statussen-vooraf.csv', ['aanmeldnummer;status;per_datum', 'N-1;toegelaten;01-05-2026'], { soort: 'statussen' });
    const page = await desk.imported(sanne, 'aanmeldingen.csv', [header, 'N-1;Noor;de Boer;11-11-2010;10KO00;25001;BOL;24-08-2026;01-02-2026']);
    expect(await desk.count("app.application a join app.leaver l on l.id = a.leaver_id where a.number = 'N-1' and l.number = '1004' and a.status = 'admitted'")).toBe(1);
    expect(await desk.text(sanne, page)).toContain('1 aanmelding is door dit bestand vanzelf gekoppeld');
    const later = await desk.imported(sanne, 'statussen.csv', ['aanmeldnummer;status;per_datum', 'N-1;ingeschreven;01-07-2026']);
    expect(await desk.undone(sanne, page)).toContain('er zijn al statussen doorgegeven van aanmeldingen uit dit bestand');
    expect(await desk.count("app.application where number = 'N-1'")).toBe(1);
    await sanne.post(`${later}/terugdraaien`).expect(303);
    await desk.work();
    await site.database.asSuperuser("delete from app.event where kind = 'status-retracted' and application_id = (select id from app.application where number = 'N-1')");
    await site.database.asSuperuser("delete from app.event where kind = 'status-reported' and became = 'enrolled' and application_id = (select id from app.application where number = 'N-1')");
    expect(await desk.undone(sanne, page)).toContain('Alles is weer zoals ervoor');
    expect(await desk.count("app.waiting_status where number = 'N-1' and status = 'admitted'")).toBe(1);
  });

  it('cannot be undone when somebody changed what it brought, or after a day', async () => {
    const page = await desk.imported(lars, 'uitslagen.csv', ['leerlingnummer;examenuitslag;bestemming', '1004;geslaagd;werk'], { schooljaar: '2025-2026' });
    expect(await desk.count("app.leaver where number = '1004' and destination = 'work'")).toBe(1);
    await site.database.asSuperuser("update app.leaver set destination = 'havo', destination_source = 'page' where number = '1004' and destination = 'work'");
    expect(await desk.undone(lars, page)).toContain('gegevens zijn daarna veranderd');
    await site.database.asSuperuser("update app.leaver set destination = 'work', destination_source = 'file' where number = '1004' and destination = 'havo'");
    await site.database.asSuperuser(`update app.delivery set ended_at = ended_at - interval '25 hours' where id = '${page.split('/').pop()}'`);
    expect(await desk.text(lars, page)).not.toContain('Draai terug');
    await lars.post(`${page}/terugdraaien`).expect(303);
    expect(await desk.text(lars, page)).toContain('Terugdraaien kan niet meer');
    await site.database.asSuperuser(`update app.delivery set ended_at = now() where id = '${page.split('/').pop()}'`);
    await site.database.asSuperuser('update app.event e set known_at = d.ended_at from app.delivery d where d.id = e.delivery_id');
    await lars.post(`${page}/terugdraaien`).expect(303);
    await desk.work();
    expect(await desk.count("app.leaver where number = '1004' and destination is null")).toBe(1);
  });
});
