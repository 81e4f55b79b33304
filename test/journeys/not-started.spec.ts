import { addClassmates } from '../support/classmates.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('who did not start', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  async function caseOf(student: string): Promise<{ id: string; state: string | null; outcome: string | null; owner: string | null }> {
    const [row] = await site.database.asSuperuser<{ id: string; state: string | null; outcome: string | null; owner: string | null }>(
      `select c.id, c.closed_on::text as state, c.outcome, c.owner_id as owner from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.email = $1`,
      [`${student}@leerling.example`],
    );
    if (!row) throw new Error(`No case of ${student}`);
    return row;
  }

  it('stands in the list of the bureau of their municipality, and of no other', async () => {
    const { text } = await (await site.signedIn('ingrid')).get('/niet-gestart').expect(200);
    expect(text).toContain('Abdi Hassan');
    expect(text).not.toContain('Roos Koster');
    const other = await (await site.signedIn('mark')).get('/niet-gestart').expect(200);
    expect(other.text).toContain('Roos Koster');
    expect(other.text).not.toContain('Abdi Hassan');
  });

  it('is not found by the nearest wrong person, to see or to change', async () => {
    const { id } = await caseOf('abdi');
    for (const person of ['mark', 'anna', 'fatima', 'sanne', 'gijs'] as const) {
      const browser = await site.signedIn(person);
      await browser.get(`/niet-gestart/${id}`).expect(404);
      await browser.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'works' }).expect(404);
      await browser.post(`/niet-gestart/${id}/oppakken`).expect(404);
    }
    expect(await caseOf('abdi')).toMatchObject({ state: null, outcome: null, owner: null });
  });

  it('is seen by the Doorstroompunt for information, without a form, and cannot be changed there', async () => {
    const { id } = await caseOf('abdi');
    const marloes = await site.signedIn('marloes');
    const { text } = await marloes.get(`/niet-gestart/${id}`).expect(200);
    expect(text).toContain('16 jaar, kwalificatieplichtig');
    expect(text).toContain('Jij leest mee, ter informatie');
    expect(text).not.toContain('name="uitkomst"');
    await marloes.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'works' }).expect(404);
    expect((await marloes.get('/niet-gestart?toon=ter-informatie').expect(200)).text).toContain('Abdi Hassan');
  });

  it('keeps the case open after an attempt, and shows who works on it', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'no-contact', notitie: 'Twee keer gebeld.' }).expect(303);
    const { text } = await ingrid.get(`/niet-gestart/${id}`).expect(200);
    expect(text).toContain('Je poging is opgeslagen. De zaak blijft open.');
    expect(text).toContain('Twee keer gebeld.');
    expect(text).toContain('Geprobeerd op 14 september');
    expect(text).toContain('Ingrid Brouwer (jij)');
    expect((await caseOf('abdi')).state).toBeNull();
  });

  it('says on the list when somebody tried last', async () => {
    const { text } = await (await site.signedIn('ingrid')).get('/niet-gestart?toon=van-mij').expect(200);
    expect(text).toMatch(/Abdi Hassan[^]*Geprobeerd op 14 september[^]*Ingrid Brouwer/);
    expect(text).toContain('Bezig <span>(1)</span>');
  });

  it('asks what is missing and keeps what was typed', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    expect((await ingrid.post(`/niet-gestart/${id}`).type('form').send({ notitie: 'Nog even' }).expect(422)).text).toContain('Kies wat de uitkomst is.');
    const { text } = await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'something-else', notitie: ' ' }).expect(422);
    expect(text).toContain('Schrijf op wat de uitkomst is.');
    expect(text).toContain('value="something-else" checked');
  });

  it('ends in three clicks: open, choose, save; a second save changes nothing', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    await ingrid.get(`/niet-gestart/${id}`).expect(200);
    await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'works', notitie: '' }).expect(303).expect('location', `/niet-gestart/${id}`);
    await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'works', notitie: '' }).expect(303);
    expect(await caseOf('abdi')).toMatchObject({ state: '2026-09-14', outcome: 'work' });
    const { text } = await ingrid.get(`/niet-gestart/${id}`).expect(200);
    expect(text).toMatch(/De uitkomst is opgeslagen\.[^<]* <a [^>]*href="\/niet-gestart\/[\da-f-]{36}">Volgende: Noor de Boer/);
    const [events] = await site.database.asSuperuser<{ n: number }>("select count(*)::int as n from app.event where case_id = $1 and kind = 'case-closed'", [id]);
    expect(events?.n).toBe(1);
  });

  it('tells who comes too late that it happened already, and keeps what they wrote in sight', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    const save = (form: object) => ingrid.post(`/niet-gestart/${id}`).type('form').send(form);
    await save({ uitkomst: 'gets-help', notitie: '' }).expect(303);
    expect((await ingrid.get(`/niet-gestart/${id}`).expect(200)).text).toContain('Dat was al gebeurd.');
    expect((await save({ uitkomst: 'gets-help', notitie: 'Gaat naar de huisarts.' }).expect(200)).text).toMatch(/niet opgeslagen[^]*Gaat naar de huisarts\.[^]*Uitkomst: gaat werken\./);
    expect(await caseOf('abdi')).toMatchObject({ outcome: 'work' });
  });

  it('tells the mentor how it ended in one line, without the notes', async () => {
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    const { text } = await fatima.get(`/leerlingen/${row?.id}`).expect(200);
    expect(text).toContain('Leerplicht Zwolle sloot de zaak: gaat werken.');
    expect(text).not.toContain('Twee keer gebeld.');
  });

  it('can be opened again', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    await ingrid.post(`/niet-gestart/${id}/heropenen`).type('form').send({ reden: 'mistake' }).expect(303);
    expect(await caseOf('abdi')).toMatchObject({ state: null, outcome: null });
  });

  it('goes to the region when it does not belong to the bureau', async () => {
    const { id } = await caseOf('noor');
    const ingrid = await site.signedIn('ingrid');
    const { text } = await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'not-ours', notitie: 'Woont in Kampen.' }).expect(200);
    expect(text).toMatch(/Wie moet deze zaak krijgen\?[^]*Woont in Kampen\./);
    const give = () => ingrid.post(`/niet-gestart/${id}/overdragen`).type('form').send({ naar: 'weet-ik-niet', waarom: 'Woont in Kampen.' });
    await give().expect(303).expect('location', '/niet-gestart');
    await ingrid.get(`/niet-gestart/${id}`).expect(404);
    await give().expect(303).expect('location', '/niet-gestart');
    expect((await ingrid.get('/niet-gestart').expect(200)).text).toContain('Jullie bureau had deze zaak al aan de regio gegeven.');
    await (await site.signedIn('mark')).post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'works' }).expect(404);
    const [row] = await site.database.asSuperuser<{ desk: string | null; region: string }>('select desk_id as desk, queue_region as region from app.desk_case where id = $1', [id]);
    expect(row).toEqual({ desk: null, region: '10' });
  });

  it('tells the region why the bureau gave it away', async () => {
    const { id } = await caseOf('noor');
    const { text } = await (await site.signedIn('gijs')).get(`/regio/wachtrij/${id}`).expect(200);
    expect(text).toMatch(/Leerplicht Zwolle gaf de zaak aan de regio\.[^]*Woont in Kampen\./);
  });

  it('can be narrowed to one municipality, and widened again', async () => {
    const mark = await site.signedIn('mark');
    const { text } = await mark.get('/niet-gestart?gemeente=Kampen').expect(200);
    expect(text).toContain('Roos Koster');
    expect(text).not.toContain('Isa Smit');
    expect(text).toContain('<option value="Dronten">');
    expect(text).toContain('Wis het filter');
  });

  describe('of many', () => {
    beforeAll(() => addClassmates(site.database, { count: 60, mentor: 'fatima@10ko00.example', college: '21ME', crebo: '25003' }));

    it('comes in pages of 50, each group with its whole count', async () => {
      const ingrid = await site.signedIn('ingrid');
      const first = await ingrid.get('/niet-gestart?mbo=Vakschool+De+Meent').expect(200);
      expect(first.text.match(/class="o-c-name"/g)).toHaveLength(50);
      expect(first.text).toMatch(/Nieuw <span>\(60\)<\/span>[^]*Blad 1 van 2/);
      const second = await ingrid.get('/niet-gestart?mbo=Vakschool+De+Meent&blad=2').expect(200);
      expect(second.text.match(/class="o-c-name"/g)).toHaveLength(10);
    });

    it('says in one line what a college that reported nobody leaves open', async () => {
      await site.database.asSuperuser('delete from app.silence');
      await site.database.asSuperuser(`insert into app.silence (college_id, crebo, pathway, starts_on, opened_on)
        select id, '25003', 'bol', '2026-08-24', '2026-08-31' from app.organisation where code = '21ME'`);
      await site.database.asSuperuser("select app.refresh_cards('2026-09-14', null)");
      const ingrid = await site.signedIn('ingrid');
      const { text } = await ingrid.get('/niet-gestart').expect(200);
      expect(text).toMatch(/School heeft niets doorgegeven <span>\(60\)[^]*Vakschool De Meent heeft voor Kok nog niets doorgegeven: <a [^>]*>60 jongeren/);
      expect(text).not.toContain('Klas Genoot');
      expect(text).not.toContain('Blad 1');
      const address = /doorgegeven: <a class="utrecht-link" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? '';
      expect((await ingrid.get(address).expect(200)).text).toContain('Klas Genoot 1<');
    });
  });
});
