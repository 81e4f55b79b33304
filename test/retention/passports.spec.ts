import { dossierMails, keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { removals } from '../../migrations/install/retention.ts';
import { pdf } from '../support/sample-files.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { everybodyWrites } from './everybody-wrote.ts';

const SITE = new URL('https://overstap.example');
const SECRET = 'zaagseltaart';
const TYPED = 'potloodsoep';

/** Hang on a leaver or an application too, and stay: they say that there was a transfer, or go by a term of their own. */
const STAYS = ['application', 'attempt', 'card', 'desk_case', 'event', 'in_view', 'leaver_access', 'mail_news', 'reading', 'removal', 'signal', 'tie_candidate', 'membership', 'table_agreement', 'table_place', 'summer_list', 'summer_attempt', 'coaching', 'coach_note'];

/** Sem started on 24 August 2026; leaving early counts until 1 October. */
describe('how long a passport is kept', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string) => keepTerms(site.worker, new Clock({ today: day }));
  const warned = () => run<{ to: string }>("select to_address as to from app.mail where template = 'passport-ends' order by 1");
  const count = async (table: string): Promise<number> => Number((await run<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n);

  async function fillPassport(): Promise<void> {
    const sem = await site.signedIn('sem');
    const [row] = await run<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    await sem.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ 'in-my-words': SECRET, 'learns-best': 'Rustig alleen', 'for-me': SECRET, klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes' }).expect(303);
    await sem.post('/paspoort/onderdelen/waarom-deze-opleiding').type('form').send({ wants: SECRET, klaar: 'ja', versie: 0, [`delen-${row?.id}`]: 'yes', meer: 'bestanden' }).expect(303);
    await sem.post('/paspoort/onderdelen/waarom-deze-opleiding/bestanden').attach('bestand', pdf({ objects: [`(${SECRET})`] }), `${SECRET}.pdf`).expect(303);
    const { text } = await sem.get('/paspoort/controleren').expect(200);
    await sem.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(text)?.[1] }).expect(303);
    await (await site.signedIn('sanne')).get(`/intake/${row?.id}`).expect(200);
  }

  /** Every row of every table that has this word in it, whatever the column; what is kept as bytes shows as the hexadecimal of its letters. */
  async function tablesWith(word: string): Promise<string[]> {
    const tables = await run<{ name: string }>("select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')");
    const found: string[] = [];
    for (const { name } of tables) if (await count(`${name} t where to_jsonb(t)::text like any(array['%${word}%', '%${Buffer.from(word).toString('hex')}%'])`)) found.push(name);
    return found;
  }

  it('says of every table that hangs on somebody whether it goes', async () => {
    const hanging = await run<{ name: string; of: string }>(`select distinct on (c.relname) c.relname as name, a.attname as of from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and a.attname in ('leaver_id', 'application_id') order by c.relname, a.attname desc`);
    const goes = [...removals.ofLeaver, ...removals.ofApplication];
    expect(hanging.map(({ name }) => name).toSorted()).toEqual([...goes, ...STAYS].toSorted());
  });

  it('warns the student 30 days before, once', async () => {
    await fillPassport();
    await keep('2027-08-31');
    expect(await warned()).toEqual([]);
    await keep('2027-09-01');
    await keep('2027-09-02');
    expect((await warned()).filter(({ to }) => to.startsWith('sem'))).toEqual([{ to: 'sem@leerling.example' }]);
    expect(await run("select warned_on::text, due_on::text from app.removal r join app.leaver l on l.id = r.leaver_id where l.email like 'sem@%'")).toEqual([{ warned_on: '2027-09-01', due_on: '2027-10-01' }]);
  });

  it('leaves nothing behind of what was written, shared or read into a copy', async () => {
    await fillPassport();
    expect(await tablesWith(SECRET)).toEqual(expect.arrayContaining(['app.section_text', 'app.private_note', 'app.share', 'app.attachment']));
    expect(await count(`app.attachment where position('${SECRET}'::bytea in contents) > 0`)).toBe(1);
    await keep('2027-09-01');
    await keep('2027-09-30');
    expect(await tablesWith(SECRET)).not.toEqual([]);
    await keep('2027-10-01');
    expect(await tablesWith(SECRET)).toEqual([]);
    expect(await run("select from app.account where email = 'sem@leerling.example'")).toEqual([]);
  });

  it('leaves nothing behind of what everybody else wrote about it, or the student to them', async () => {
    await fillPassport();
    await everybodyWrites(site, TYPED);
    expect(await tablesWith(TYPED)).toEqual(expect.arrayContaining(['agreement', 'correction_request', 'dossier_feedback', 'guardian', 'intake_record', 'joint_intake', 'joint_intake_guest',
      'joint_intake_wording', 'noted_application', 'section_text', 'warm_handover'].map((table) => `app.${table}`)));
    await keep('2027-09-01');
    await keep('2027-10-01');
    expect(await tablesWith(TYPED)).toEqual([]);
  });

  it('keeps what counts, and who read', async () => {
    await fillPassport();
    const kept = ['app.leaver', 'app.application', 'app.event', 'app.reading'];
    const before = await Promise.all(kept.map(count));
    await keep('2027-09-01');
    await keep('2027-10-01');
    expect(await Promise.all(kept.map(count))).toEqual(before);
  });

  it('gives 30 days, however late the worker comes', async () => {
    await fillPassport();
    await keep('2028-03-01');
    expect(await keep('2028-03-30')).toMatchObject({ removed: 0 });
    await keep('2028-03-31');
    expect(await tablesWith(SECRET)).toEqual([]);
  });

  it('touches nobody who is still looked for', async () => {
    const abdi = await site.signedIn('abdi');
    await abdi.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ 'in-my-words': SECRET, 'learns-best': 'Rustig alleen', klaar: 'nee', versie: 0 }).expect(303);
    for (const day of ['2027-09-01', '2027-10-01', '2030-01-01', '2030-02-01']) await keep(day);
    expect(await tablesWith(SECRET)).toEqual(['app.section_text']);
  });

  it('stops when somebody turns out to need help after all', async () => {
    await fillPassport();
    await keep('2027-09-01');
    await run("update app.application set status = 'deregistered' where leaver_id = (select id from app.leaver where email = 'sem@leerling.example')");
    await keep('2027-10-01');
    expect(await tablesWith(SECRET)).toContain('app.section_text');
    const [mail] = await run<{ id: string }>("select id from app.mail where template = 'passport-ends' and to_address like 'sem@%'");
    const handler = dossierMails(new Clock({ today: '2027-10-01' }), SITE).get('passport-ends');
    const said = await site.worker.run({ kind: 'worker' }, async (sql) => handler?.(sql, { id: String(mail?.id), template: 'passport-ends', to: '', day: '', page: {} }));
    expect(said).toBe('dropped');
  });

  it('wipes notes of attempts a year later, and keeps that somebody tried', async () => {
    await run(`insert into app.attempt (leaver_id, member_id, organisation_id, choice, note, on_day) select l.id, m.id, l.school_id, 'called', 'Moeder belde terug', '2026-09-01'
      from app.leaver l join app.membership m on m.id = l.mentor_id where l.email = 'sem@leerling.example'`);
    await keep('2028-09-30');
    expect(await run("select note from app.attempt where note <> ''")).toHaveLength(1);
    await keep('2028-10-01');
    expect(await run('select choice, note from app.attempt')).toEqual([{ choice: 'called', note: '' }]);
  });
});
