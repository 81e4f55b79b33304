import { sweep } from '#alerts';
import { deskFor } from '../files/desk.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const APPLICATIONS = ['aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;vooropleiding;crebo;leerweg;startdatum;aangemeld_op', 'F-1;Noor;de;Boer;11-11-2010;10KO00;25001;BOL;01-02-2027;10-09-2026'];
const STATUSES = ['aanmeldnummer;status;per_datum', 'F-1;toegelaten;12-09-2026'];

/** Noor left in summer 2026 and has no place on 1 September: that day of the calendar has passed when a place in February comes. */
describe('a programme that starts in February', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const ofNoor = "(select id from app.leaver where email = 'noor@leerling.example')";
  const signal = async () => (await site.database.asSuperuser<{ kind: string }>(`select kind from app.signal where leaver_id = ${ofNoor} and closed_on is null`))[0]?.kind;
  const cases = async () => site.database.asSuperuser(`select route, closed_on::text as closed from app.desk_case where leaver_id = ${ofNoor} order by number`);

  it('takes the alert of September away when its place is imported', async () => {
    expect(await signal()).toBe('no-place-at-start');
    const desk = deskFor(site);
    const sanne = await site.signedIn('sanne');
    await desk.imported(sanne, 'aanmeldingen.csv', APPLICATIONS);
    await desk.imported(sanne, 'statussen.csv', STATUSES);
    await sweep(site.worker, '2026-09-15');
    expect(await signal()).toBeUndefined();
    expect(await cases()).toEqual([{ route: 'leerplicht', closed: expect.stringMatching(/^2026-09-1[45]$/) }]);
  });

  it('stands apart on the page of the college, after the starts that are open', async () => {
    const { text } = await (await site.signedIn('sanne')).get('/intake/start').expect(200);
    expect(text).toContain('Begint op 1 februari 2027');
    expect(text.indexOf('Begonnen op 24 augustus 2026')).toBeLessThan(text.indexOf('Begint op 1 februari 2027'));
    expect((await (await site.signedIn('sanne')).get('/intake/start/25001-bol-2027-02-01').expect(200)).text).toContain('Geef daarna door wie er is.');
  });

  it('stands first from its first day on, before what is still open of August', async () => {
    site.clock.standStill('2027-02-01');
    const { text } = await (await site.signedIn('sanne')).get('/intake/start').expect(200);
    site.clock.standStill('2026-09-14');
    expect(text.indexOf('Begonnen op 1 februari 2027')).toBeGreaterThan(0);
    expect(text.indexOf('Begonnen op 1 februari 2027')).toBeLessThan(text.indexOf('Begonnen op 24 augustus 2026'));
  });

  it('is asked for after a week, and alarms after the grace, with a case', async () => {
    await sweep(site.worker, '2027-02-07');
    expect(await site.database.asSuperuser("select 1 from app.silence where starts_on = '2027-02-01'")).toEqual([]);
    await sweep(site.worker, '2027-02-08');
    expect(await site.database.asSuperuser("select opened_on::text, closed_on from app.silence where starts_on = '2027-02-01'")).toEqual([{ opened_on: '2027-02-08', closed_on: null }]);
    await sweep(site.worker, '2027-02-14');
    expect(await signal()).toBeUndefined();
    await sweep(site.worker, '2027-02-15');
    expect(await signal()).toBe('start-unconfirmed');
    expect((await cases()).at(-1)).toEqual({ route: 'leerplicht', closed: null });
  });

  it('ends the alert and the case when the college says that she started', async () => {
    await site.database.asSuperuser(`insert into app.event (application_id, kind, became, as_of, source) select id, 'status-reported', 'started', '2027-02-01', 'file' from app.application where number = 'F-1'`);
    await site.database.asSuperuser("select app.settle_applications('2027-02-16', array(select id from app.application where number = 'F-1'))");
    expect(await signal()).toBeUndefined();
    expect((await cases()).at(-1)).toMatchObject({ closed: '2027-02-16' });
    expect(await site.database.asSuperuser("select closed_on::text from app.silence where starts_on = '2027-02-01'")).toEqual([{ closed_on: '2027-02-16' }]);
  });
});
