import fs from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Tx, openPool } from '#platform';
import { addApplicant } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const schema = (name: string): object => JSON.parse(fs.readFileSync(`public/schema/${name}`, 'utf8')) as object;
const holds = new Ajv2020({ allErrors: true, allowUnionTypes: true }).addSchema(schema('paspoort-1.json')).compile(schema('kopie-1.json'));

/** Where each table about a leaver stands in the copy, or why it does not. */
const TABLES: Readonly<Record<string, string>> = {
  agreement: 'saidOfSchool', application: 'applications', attachment: 'sections, removedFiles', attempt: 'attempts; a note is asked from who made it', correction_request: 'corrections',
  desk_case: 'cases', in_view: 'inView', dossier_feedback: 'applications', dossier_step: 'applications', event: 'happened, applications', guardian: 'parentsReadingAlong', guardian_request: 'parentsAsked', intake_record: 'applications',
  leaver: 'about', membership: 'sessions', opened_section: 'openedForSchool', presence: 'presence', private_note: 'sections', reading: 'readers', removal: 'removal', section_text: 'sections',
  share: 'shares', share_choice: 'wishesToShare', sharing: 'shares', signal: 'signals', warm_handover: 'handovers', joint_intake: 'meetings', joint_intake_guest: 'meetings', joint_intake_wording: 'meetings', noted_application: 'noted',
  card: 'an extract of the others', guardian_answer: 'what a parent said is the parent’s', leaver_access: 'worked out from the others', passport_seen: 'of the college; when it was opened stands in applications',
  table_agreement: 'work notes of the school; a note is asked from who made it', table_place: 'work notes of the school, as above',
  summer_list: 'work notes of the school, as above', summer_attempt: 'work notes of the school; a note is asked from who made it',
  coaching: 'coaches', coach_note: 'coaches; a note is asked from who made it',
  mail_news: 'which mail told a mentor; the mail itself is the mentor’s',
  school_draft: 'not finished: what is, stands in sections', tie_candidate: 'a question about which of two people it is',
};

describe('all that is held about a student', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    const sem = await site.signedIn('sem');
    await sem.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ versie: '0', 'in-my-words': 'Rustig', 'for-me': 'Bel oma', klaar: 'nee' }).expect(303);
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await (await site.signedIn('fatima')).get(`/leerlingen/${row?.id}`).expect(200);
    await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
  });
  afterAll(() => site.close());

  const copyOf = async (person: 'sem' | 'abdi') => (await (await site.signedIn(person)).get('/paspoort/kopie/gegevens.json').expect(200)).body as { held: Record<string, Record<string, unknown>[]> };

  it('keeps to its schema, with everything beside the passport', async () => {
    const copy = await copyOf('sem');
    expect([holds(copy), holds.errors]).toEqual([true, null]);
    expect(JSON.stringify(copy)).toContain('Bel oma');
    expect(copy.held.applications).toMatchObject([{ college: 'ROC Noordrand', status: 'started', reported: expect.arrayContaining([expect.objectContaining({ status: 'admitted', on: '2026-05-12' })]) }]);
    expect(copy.held.readers).toMatchObject([{ person: 'Fatima el Amrani', what: 'leaver-opened' }]);
    expect(copy.held.sessions!.length).toBeGreaterThan(0);
  });

  it('tells of the desk that was asked to help', async () => {
    const { held } = await copyOf('abdi');
    expect([holds({ ...(await copyOf('abdi')) }), holds.errors]).toEqual([true, null]);
    expect(held.signals).toMatchObject([{ kind: 'no-show' }]);
    expect(held.cases).toMatchObject([{ desk: 'Leerplicht Zwolle' }]);
  });

  it('holds nothing of anybody else, and no id', async () => {
    const text = JSON.stringify(await copyOf('sem'));
    expect(text).not.toMatch(/Abdi|Eva|Noor\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
  });

  it('is told to nobody but the student', async () => {
    const pool = openPool(site.database.webUrl, { max: 1, pipeline: false });
    const web = new Tx(pool, site.database.rolePrefix);
    for (const kind of ['guardian', 'mentor', 'school', 'college', 'desk', 'region', 'privacy', 'guest'] as const) {
      await expect(web.read({ kind, day: '2026-09-14' }, { text: 'select app.held_about_me()' })).rejects.toThrow('permission denied');
    }
    await pool.end();
  });

  it('names for each table about a leaver where it is, or why not', async () => {
    const named = await site.database.asSuperuser<{ name: string }>(
      `select distinct table_name as name from information_schema.columns join pg_class c on c.relname = table_name and c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
       where table_schema = 'app' and column_name in ('leaver_id', 'application_id') union select 'leaver' order by 1`,
    );
    const known = named.map(({ name }) => name).filter((name) => !/_staging$|^stage_|^import_/.test(name));
    expect(known.filter((name) => !(name in TABLES))).toEqual([]);
    expect(Object.keys(TABLES).filter((name) => !known.includes(name))).toEqual([]);
  });
});
