import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

const SCHOOL = '00000000-0000-4000-8000-000000000001';
const LEAVER = '00000000-0000-4000-8000-000000000002';
const SIGNAL = '00000000-0000-4000-8000-000000000003';
const MAIL = '00000000-0000-4000-8000-000000000004';
const NOBODY = '00000000-0000-4000-8000-00000000dead';
const BROKEN = { code: '23503' };

describe('references that are checked once per statement', () => {
  let database: FreshDatabase;
  const sql = (text: string) => database.asSuperuser(text);

  beforeAll(async () => {
    database = await freshDatabase();
    await sql(`insert into app.organisation (id, code, name, kind) values ('${SCHOOL}', '10AA', 'School', 'vo')`);
    await sql(`insert into app.leaver (id, school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date)
      values ('${LEAVER}', '${SCHOOL}', '1', '2025-2026', 'Bo', 'Boom', 'bo', 'boom', 'boom bo', '2009-01-01')`);
    await sql(`insert into app.signal (id, leaver_id, kind, route, opened_on, kind_since) values ('${SIGNAL}', '${LEAVER}', 'no-show', 'mentor', '2026-09-14', '2026-09-14')`);
    await sql(`insert into app.mail (id, to_address, template, day) values ('${MAIL}', 'a@school.example', 'digest', '2026-09-14')`);
    await sql(`update app.mail set about = '{${SIGNAL}}'`);
    await sql(`insert into app.telling (mail_ids, signal_id, kind, reasons) values ('{${MAIL}}', '${SIGNAL}', 'no-show', '{mentor}')`);
    await sql(`insert into app.leaver_access (leaver_id, organisation_id, because) values ('${LEAVER}', '${SCHOOL}', 'case')`);
  });
  afterAll(async () => {
    await database.drop();
  });

  it('refuses a row about somebody who is not there', async () => {
    const rows = `select x::uuid, 'no-show', 'mentor', date '2026-09-14', date '2026-09-14' from unnest(array['${NOBODY}']) x`;
    await expect(sql(`insert into app.signal (leaver_id, kind, route, opened_on, kind_since) ${rows}`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`insert into app.leaver_access (leaver_id, because) values ('${NOBODY}', 'case')`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`insert into app.event (leaver_id, case_id, kind, as_of, source) values ('${LEAVER}', '${NOBODY}', 'case-opened', '2026-09-14', 'sweep')`)).rejects.toMatchObject(BROKEN);
  });

  it('refuses a change that points to nobody', async () => {
    await expect(sql(`update app.leaver set mentor_id = '${NOBODY}'`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`update app.signal set desk_id = '${NOBODY}'`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`update app.telling set mail_ids = '{${NOBODY}}'`)).rejects.toMatchObject(BROKEN);
  });

  it('keeps what something else still needs', async () => {
    await expect(sql(`delete from app.signal`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`delete from app.leaver`)).rejects.toMatchObject(BROKEN);
    await expect(sql(`delete from app.organisation`)).rejects.toMatchObject(BROKEN);
  });

  it('takes along what has no meaning alone', async () => {
    await sql('delete from app.mail');
    expect(await sql('select from app.telling')).toEqual([]);
    await sql('delete from app.signal');
    await sql('delete from app.leaver');
    expect(await sql('select from app.leaver_access')).toEqual([]);
  });

  it('lets a parent go only after who is adding a child to it', async () => {
    await sql(`insert into app.mail (id, to_address, template, day) values ('${MAIL}', 'a@school.example', 'digest', '2026-09-14')`);
    await sql(`insert into app.leaver (id, school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date)
      values ('${LEAVER}', '${SCHOOL}', '1', '2025-2026', 'Bo', 'Boom', 'bo', 'boom', 'boom bo', '2009-01-01')`);
    const adding = sql(`insert into app.signal (leaver_id, kind, route, opened_on, kind_since) values ('${LEAVER}', 'no-show', 'mentor', '2026-09-14', '2026-09-14');
      select pg_sleep(0.5)`);
    await sql('select pg_sleep(0.2)');
    await expect(sql('delete from app.leaver')).rejects.toMatchObject(BROKEN);
    await adding;
  });

  it('lets a leaver go only after a sweep that is at work, which locks nobody', async () => {
    await sql('delete from app.signal');
    const sweeping = sql(`select pg_advisory_xact_lock(714010), set_config('app.sweeping', 'yes', true);
      insert into app.signal (leaver_id, kind, route, opened_on, kind_since) values ('${LEAVER}', 'no-show', 'mentor', '2026-09-14', '2026-09-14');
      select pg_sleep(0.5)`);
    await sql('select pg_sleep(0.2)');
    expect(await sql('select from app.leaver for update nowait')).toHaveLength(1);
    await expect(sql('delete from app.leaver')).rejects.toMatchObject(BROKEN);
    await sweeping;
  });
});

describe('statistics', () => {
  it('may be refreshed by the worker and by nobody of the web', async () => {
    const database = await freshDatabase();
    const [row] = await database.asSuperuser<{ worker: boolean; web: boolean }>(`select
      has_function_privilege('${database.rolePrefix}as_worker', 'app.refresh_statistics()', 'execute') as worker,
      has_function_privilege('${database.rolePrefix}as_mentor', 'app.refresh_statistics()', 'execute') as web`);
    await database.drop();
    expect(row).toEqual({ worker: true, web: false });
  });
});
