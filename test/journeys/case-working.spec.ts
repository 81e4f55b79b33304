import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { colleague } from '../support/colleague.ts';
import { atDesks } from '../support/at-desks.ts';
import type { TestApp } from '../support/test-app.ts';

describe('a case that a desk works on', () => {
  let site: TestApp;
  let ingrid: TestAgent;
  let jesse: TestAgent;
  let id: string;

  beforeAll(async () => {
    const at = await atDesks();
    site = at.site;
    ingrid = await at.as('ingrid');
    jesse = await colleague(site, { given: 'Jesse', prefix: 'den', family: 'Hartog', at: 'LPA-Zwolle', role: 'attendance-officer' });
    id = await at.caseOf('abdi');
  });
  afterAll(() => site.close());

  const page = async (who: TestAgent): Promise<string> => (await who.get(`/niet-gestart/${id}`).expect(200)).text;
  const seenOn = (text: string): string => String(/name="gezien" value="(\d*)"/.exec(text)?.[1]);
  const post = (who: TestAgent, what: string, form: object = {}) => who.post(`/niet-gestart/${id}${what}`).type('form').send(form);
  const kinds = async (): Promise<string[]> =>
    (await site.database.asSuperuser<{ line: string }>("select trim(kind || ' ' || coalesce(became, '')) as line from app.event where case_id = $1 and source = 'page' order by id", [id])).map(({ line }) => line);

  it('says to two colleagues who open it that the other has it open, and forgets that', async () => {
    expect(await page(ingrid)).not.toContain('heeft deze zaak nu open');
    expect(await page(jesse)).toContain('<strong>Ingrid Brouwer</strong> heeft deze zaak nu open.');
    expect(await page(ingrid)).toContain('<strong>Jesse den Hartog</strong> heeft deze zaak nu open.');
    expect(await page(await site.signedIn('marloes'))).not.toContain('nu open');
    await site.database.asSuperuser("update app.case_opening set opened_at = opened_at - interval '11 minutes'");
    expect(await page(ingrid)).not.toContain('heeft deze zaak nu open');
    expect(await kinds()).toEqual([]);
  });

  it('has a name, which a colleague may take over and let go again', async () => {
    await post(ingrid, '/oppakken').expect(303);
    expect(await page(jesse)).toMatch(/Ingrid Brouwer<\/strong> is hiermee bezig[^]*Neem de zaak over/);
    await post(jesse, '/loslaten').expect(303);
    expect(await page(ingrid)).toContain('Ingrid Brouwer (jij)');
    await post(jesse, '/oppakken').expect(303);
    expect(await page(ingrid)).toContain('Jesse den Hartog');
    await pressedAgain(() => post(jesse, '/loslaten').expect(303));
    expect(await page(jesse)).toMatch(/Wie pakt het op\?<\/dt><dd>Nog niemand/);
    expect(await kinds()).toEqual(['case-picked-up', 'case-taken-over', 'case-released']);
  });

  it('goes to who was first, when two press at the same moment', async () => {
    const shown = String(/name="van" value="([^"]*)"/.exec(await page(jesse))?.[1]);
    expect(shown).toBe('');
    await post(ingrid, '/oppakken', { van: shown }).expect(303);
    await post(jesse, '/oppakken', { van: shown }).expect(303);
    const text = await page(jesse);
    expect(text).toContain('Een collega was net eerder.');
    expect(text).toContain('Ingrid Brouwer</strong> is hiermee bezig');
    await post(ingrid, '/loslaten').expect(303);
  });

  it('is let go or planned by nobody of another desk', async () => {
    for (const person of ['mark', 'marloes', 'anna', 'fatima', 'gijs'] as const) {
      const other = await site.signedIn(person);
      await post(other, '/loslaten').expect(404);
      await other.get(`/niet-gestart/${id}/plan`).expect(404);
      await post(other, '/plan', { plan: 'Bellen' }).expect(404);
    }
    expect(await site.database.asSuperuser('select from app.case_plan')).toEqual([]);
  });

  it('proposes the next try three working days on, and keeps what was chosen', async () => {
    const text = await page(ingrid);
    expect(text).toContain('name="opnieuw" type="date" value="2026-09-17"');
    const wrong = await post(ingrid, '', { uitkomst: 'no-contact', opnieuw: '2026-09-01' }).expect(422);
    expect(wrong.text).toContain('Deze dag is al geweest.');
    await post(ingrid, '', { uitkomst: 'no-contact', opnieuw: '2027-02-30' }).expect(422);
    const sunday = await post(ingrid, '', { uitkomst: 'no-contact', notitie: 'Belt zondag', opnieuw: '2026-09-20' }).expect(422);
    expect(sunday.text).toMatch(/Op zondag 20 september 2026 werkt er niemand\. Kies bijvoorbeeld maandag 21 september 2026\.[^]*>Belt zondag</);
    const feast = await post(ingrid, '/plan', { plan: '', volgende: '2026-12-25', intake: '', traject: '', klaar: '' }).expect(422);
    expect(feast.text).toContain('Op vrijdag 25 december 2026 werkt er niemand. Kies bijvoorbeeld maandag 28 december 2026.');
    await post(ingrid, '', { uitkomst: 'no-contact', opnieuw: '2026-09-18' }).expect(303);
    expect(await page(ingrid)).toMatch(/Verder op<\/dt><dd>18 september 2026/);
    expect((await ingrid.get('/niet-gestart').expect(200)).text).toContain('verder op 18 september');
  });

  it('keeps plan and steps with their days, once, and takes a step back', async () => {
    const form = { plan: 'Samen naar de open dag.', volgende: '2026-09-21', intake: '2026-09-10', traject: '', klaar: '' };
    await pressedAgain(() => post(ingrid, '/plan', form).expect(303));
    const text = await page(ingrid);
    expect(text).toMatch(/Benaderd<\/dt><dd>14 september 2026[^]*Intake gehouden<\/dt><dd>10 september 2026[^]*Begeleiding gestart<\/dt><dd>nog niet[^]*Samen naar de open dag\.[^]*21 september 2026/);
    expect(await page(await site.signedIn('marloes'))).not.toContain('open dag');
    await post(ingrid, '/plan', { ...form, intake: '' }).expect(303);
    expect(await kinds()).toEqual(expect.arrayContaining(['case-planned', 'case-step intake', 'case-step-undone intake']));
    expect((await kinds()).filter((line) => line === 'case-step intake')).toHaveLength(1);
    expect(await site.database.asSuperuser("select distinct audience from app.event where kind in ('case-planned', 'case-step', 'case-step-undone')")).toEqual([{ audience: 'desk' }]);
  });

  it.each([
    { form: { intake: '2026-12-01' }, says: 'Deze dag moet nog komen.' },
    { form: { volgende: '2026-09-13' }, says: 'Kies vandaag of later.' },
    { form: { intake: '2026-02-31' }, says: 'Deze dag bestaat niet.' },
    { form: { klaar: '2026-09-10' }, says: 'Vul ook in wanneer de begeleiding begon.' },
    { form: { traject: '2026-09-11', klaar: '2026-09-10' }, says: 'niet klaar zijn voor zij begint' },
    { form: { intake: 'morgen' }, says: 'Vul een dag in, of laat het vak leeg.' },
  ])('says what is wrong with a day: $says', async ({ form, says }) => {
    const { text } = await post(ingrid, '/plan', { plan: 'Dit blijft staan', ...form }).expect(422);
    expect(text).toContain(says);
    expect(text).toContain('Dit blijft staan');
  });

  it('says to somebody with two windows what they saved in the other one, and takes a double press for one', async () => {
    const seen = seenOn(await page(ingrid));
    const plan = { plan: 'Morgen samen bellen.', volgende: '', intake: '2026-09-10', traject: '', klaar: '', gezien: seen };
    await post(ingrid, '/plan', plan).expect(303);
    await post(ingrid, '/plan', plan).expect(303);
    const other = await post(ingrid, '/plan', { ...plan, plan: 'Iets heel anders.' }).expect(200);
    expect(other.text).toMatch(/Jij hebt net iets opgeslagen in een ander venster\.[^]*Iets heel anders\./);
    expect(await site.database.asSuperuser('select plan from app.case_plan')).toEqual([{ plan: 'Morgen samen bellen.' }]);
    const tried = { uitkomst: 'no-contact', notitie: 'Twee keer gebeld', opnieuw: '2026-09-21', gezien: seenOn(await page(ingrid)) };
    await post(ingrid, '', tried).expect(303);
    await post(ingrid, '', tried).expect(303);
    expect((await post(ingrid, '', { ...tried, notitie: 'Derde keer', opnieuw: '2026-09-30' }).expect(200)).text).toMatch(/Jij hebt net iets opgeslagen in een ander venster\.[^]*Derde keer/);
    expect(await page(ingrid)).toMatch(/Verder op<\/dt><dd>21 september 2026/);
  });

  it('overwrites nothing that a colleague saved after this page was opened', async () => {
    const seen = seenOn(await page(ingrid));
    const plan = await ingrid.get(`/niet-gestart/${id}/plan`).expect(200);
    await post(jesse, '', { uitkomst: 'contact', notitie: 'Ik sprak hem net.' }).expect(303);
    const { text } = await post(ingrid, '', { uitkomst: 'works', notitie: 'Werkt bij de bakker', gezien: seen }).expect(200);
    expect(text).toMatch(/Een collega heeft net iets opgeslagen\.[^]*Werkt bij de bakker[^]*Ik sprak hem net\./);
    const planned = await post(ingrid, '/plan', { plan: 'Anders', gezien: seenOn(plan.text) }).expect(200);
    expect(planned.text).toMatch(/Een collega heeft net iets opgeslagen\.[^]*Anders/);
    expect(await site.database.asSuperuser('select closed_on from app.desk_case where id = $1', [id])).toEqual([{ closed_on: null }]);
    await post(ingrid, '', { uitkomst: 'works', notitie: 'Werkt bij de bakker', gezien: seenOn(text) }).expect(303);
    expect(await page(ingrid)).toContain('Uitkomst: gaat werken.');
  });

  it('says on the list that an intake is late, once there was contact', async () => {
    const facts = async () => (await site.database.asSuperuser<Record<string, unknown>>('select opened_on::text, closed_on::text, outcome, contacted_on::text, intake_on::text from app.desk_case where id = $1', [id]))[0]!;
    const kept = await facts();
    await site.database.asSuperuser("update app.desk_case set opened_on = '2026-08-03', closed_on = null, outcome = null, contacted_on = '2026-08-04', intake_on = null where id = $1", [id]);
    expect((await ingrid.get('/niet-gestart').expect(200)).text).toMatch(/Abdi Hassan[^]*Te laat: \d+ werkdagen zonder intake/);
    await site.database.asSuperuser("update app.desk_case set intake_on = '2026-08-20' where id = $1", [id]);
    expect((await ingrid.get('/niet-gestart').expect(200)).text).not.toContain('zonder intake');
    await site.database.asSuperuser('update app.desk_case set opened_on = $2, closed_on = $3, outcome = $4, contacted_on = $5, intake_on = $6 where id = $1', [id, ...Object.values(kept)]);
  });

  it('opens again with a reason, within half a year', async () => {
    const { text } = await post(ingrid, '/heropenen').expect(422);
    expect(text).toContain('Kies waarom de zaak weer opengaat.');
    await site.database.asSuperuser("update app.desk_case set closed_on = '2026-03-14' where id = $1", [id]);
    expect(await page(ingrid)).not.toContain('Open deze zaak weer');
    await post(ingrid, '/heropenen', { reden: 'back' }).expect(303);
    expect(await page(ingrid)).toContain('Afgesloten op 14 maart');
    await site.database.asSuperuser("update app.desk_case set closed_on = '2026-09-14' where id = $1", [id]);
    await post(ingrid, '/heropenen', { reden: 'back' }).expect(303);
    expect(await page(ingrid)).toContain('Zaak weer open. De jongere is terug.');
  });

  it.each([
    { uitkomst: 'starts-after-all.full-time', words: 'start alsnog, voltijd of bol' },
    { uitkomst: 'other-school.bbl', words: 'gaat naar een andere school, bbl' },
    { uitkomst: 'has-moved', words: 'verhuisd' },
  ])('says how it ended in the words that were chosen: $words', async ({ uitkomst, words }) => {
    await post(ingrid, '', { uitkomst, notitie: '', opnieuw: '' }).expect(303);
    const text = await page(ingrid);
    expect(text).toContain(`Uitkomst: ${words}.`);
    expect(text).toContain(`Zaak gesloten: ${words}.`);
    const badge = words.charAt(0).toUpperCase() + words.slice(1);
    expect((await ingrid.get('/niet-gestart?toon=klaar').expect(200)).text).toMatch(new RegExp(`Abdi Hassan[^]*${badge}<`));
    const [row] = await site.database.asSuperuser<{ leaver: string }>('select leaver_id as leaver from app.desk_case where id = $1', [id]);
    expect((await (await site.signedIn('fatima')).get(`/leerlingen/${row?.leaver}`).expect(200)).text).toContain(`Leerplicht Zwolle sloot de zaak: ${words}.`);
    await post(ingrid, '/heropenen', { reden: 'mistake' }).expect(303);
  });

  it('that closed without a reason stays closed and tells none', async () => {
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    await site.database.asSuperuser("update app.leaver set destination = 'deceased' where id = $1", [row?.id]);
    await site.database.asSuperuser("insert into app.event (leaver_id, kind, became, as_of, source) values ($1, 'destination-known', 'deceased', '2026-09-14', 'page')", [row?.id]);
    await site.database.asSuperuser("select app.settle('2026-09-14', array[$1::uuid])", [row?.id]);
    expect((await fatima.get(`/leerlingen/${row?.id}`).expect(200)).text).toContain('Zaak gesloten.');
    const text = await page(ingrid);
    expect(text).toContain('Afgesloten op 14 september');
    expect(text).not.toMatch(/overleden|Open deze zaak weer|Reden/i);
    await post(ingrid, '/heropenen', { reden: 'mistake' }).expect(303);
    expect(await page(ingrid)).toContain('Afgesloten op 14 september');
  });
});

describe('a college of whom somebody did not start', () => {
  it('reads that the desk is done, and never with what', async () => {
    const { site } = await atDesks();
    const [row] = await site.database.asSuperuser<{ id: string; application: string }>(`select c.id, a.id as application from app.desk_case c join app.leaver l on l.id = c.leaver_id
      join app.application a on a.leaver_id = l.id where l.email = 'abdi@leerling.example'`);
    const [ingrid, sanne, milan] = [await site.signedIn('ingrid'), await site.signedIn('sanne'), await site.signedIn('milan')];
    const read = async (): Promise<string> => (await sanne.get(`/intake/${row?.application}`).expect(200)).text;
    expect(await read()).not.toContain('Het bureau heeft afgerond');
    await ingrid.post(`/niet-gestart/${row?.id}`).type('form').send({ uitkomst: 'gets-help' }).expect(303);
    expect(await read()).toContain('Het bureau heeft afgerond op 14 september.');
    expect(await read()).not.toMatch(/zorg|Leerplicht/);
    await milan.get(`/intake/${row?.application}`).expect(404);
    await site.close();
  });
});
