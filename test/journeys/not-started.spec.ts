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
    expect(text).toContain('Jij ziet hem ter informatie');
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
    expect(text).toContain('Geprobeerd, geen contact');
    expect(text).toContain('Ingrid Brouwer (jij)');
    expect((await caseOf('abdi')).state).toBeNull();
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
    const [events] = await site.database.asSuperuser<{ n: number }>("select count(*)::int as n from app.event where case_id = $1 and kind = 'case-closed'", [id]);
    expect(events?.n).toBe(1);
  });

  it('tells the mentor how it ended in one line, without the notes', async () => {
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    const { text } = await fatima.get(`/leerlingen/${row?.id}`).expect(200);
    expect(text).toContain('Leerplicht Zwolle sloot de zaak: werkt.');
    expect(text).not.toContain('Twee keer gebeld.');
  });

  it('can be opened again', async () => {
    const { id } = await caseOf('abdi');
    const ingrid = await site.signedIn('ingrid');
    await ingrid.post(`/niet-gestart/${id}/heropenen`).expect(303);
    expect(await caseOf('abdi')).toMatchObject({ state: null, outcome: null });
  });

  it('goes to the region when it does not belong to the bureau', async () => {
    const { id } = await caseOf('noor');
    const ingrid = await site.signedIn('ingrid');
    await ingrid.post(`/niet-gestart/${id}`).type('form').send({ uitkomst: 'not-ours', notitie: 'Woont in Kampen.' }).expect(303).expect('location', '/niet-gestart');
    await ingrid.get(`/niet-gestart/${id}`).expect(404);
    const [row] = await site.database.asSuperuser<{ desk: string | null; region: string }>('select desk_id as desk, queue_region as region from app.desk_case where id = $1', [id]);
    expect(row).toEqual({ desk: null, region: '10' });
  });
});
