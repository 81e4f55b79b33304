import { openPool, Tx, type Actor } from '#platform';
import { roleOf } from '#policy';
import { Site } from '../../apps/web/src/site.ts';
import { DAY, everybody, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { KNOWS } from './knows.ts';

/** Tables without a word about a person: rules, organisations, programmes, when was swept. */
const OPEN = [
  'calendar', 'desk_rule', 'destination_rule', 'feast_rule', 'holiday_rule', 'installation', 'organisation', 'organisation_municipality', 'phase_rule', 'programme',
  'release_rule', 'section_rule', 'signal_rule', 'silence', 'status_rule', 'sweep', 'upper_age',
];

type Row = Record<string, string | null>;

describe('what the database shows, to a query that forgot its WHERE', () => {
  let site: TestApp;
  let web: Tx;
  let close: () => Promise<void>;
  const actors = new Map<Person, Actor>();
  const leavers = new Map<string, string>();
  const regions = new Map<string, string>();
  let tables: string[];

  beforeAll(async () => {
    site = await testApp();
    const pool = openPool(site.database.webUrl, { max: 4, pipeline: true });
    web = new Tx(pool, site.database.rolePrefix);
    close = () => pool.end();
    for (const { key, email, role } of everybody) {
      const [row] = await site.database.asSuperuser<{ id: string; organisation: string; region: string; leaver: string | null }>(
        `select m.id, o.id as organisation, o.region, app.leaver_in_sight(m, '${DAY}') as leaver from app.membership m join app.account a on a.id = m.account_id
         join app.organisation o on o.id = m.organisation_id where a.email = $1`,
        [email],
      );
      actors.set(key, { kind: roleOf(role)?.actor ?? 'guest', memberId: row?.id, organisationId: row?.organisation, region: row?.region, leaverId: row?.leaver ?? undefined, day: DAY });
    }
    for (const { id, email } of await site.database.asSuperuser<{ id: string; email: string }>('select id, email from app.leaver')) {
      leavers.set(id, String(email.split('@')[0]));
    }
    for (const { id, region } of await site.database.asSuperuser<{ id: string; region: string }>('select id, region from app.organisation')) regions.set(id, region);
    const named = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')");
    tables = named.map(({ name }) => name).toSorted();
  });
  afterAll(async () => {
    await close();
    await site.close();
  });

  const actorOf = (person: Person): Actor => actors.get(person) ?? { kind: 'guest' };

  /** All rows of a table for this person; none where the database refuses the table as a whole. */
  async function all(person: Person, table: string, columns = '*'): Promise<Row[]> {
    const asked = web.read<Row>(actorOf(person), { text: `select ${columns} from app.${table}` });
    return asked.catch((error: { code?: string }) => {
      if (error.code === '42501') return [];
      throw error;
    });
  }

  it('keeps row-level security, forced, on every table that says something about a person', async () => {
    const bare = await site.database.asSuperuser<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)",
    );
    expect(bare.map(({ name }) => name).toSorted()).toEqual(OPEN);
  });

  it.each(everybody.map(({ key }) => key))('shows %s exactly the young people of the rules', async (person) => {
    const seen = await all(person, 'leaver', 'id');
    expect(seen.map(({ id }) => String(leavers.get(String(id)))).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(KNOWS[person]);
  });

  it.each(everybody.map(({ key }) => key))('shows %s no row of any other table about somebody else', async (person) => {
    const { organisationId, memberId, region, kind } = actorOf(person);
    const applications = await site.database.asSuperuser<Row>('select id, leaver_id, college_id, region, tie from app.application');
    const knows = (leaver: string | null | undefined): boolean => (KNOWS[person] ?? []).includes(leavers.get(String(leaver)) ?? '');
    const mayApply = applications.filter((row) =>
      kind === 'college' ? row.college_id === organisationId : knows(row.leaver_id) || (kind === 'region' && row.region === region && row.tie !== 'automatic'));
    const mine = new Set(mayApply.map(({ id }) => id));
    for (const table of tables.filter((name) => !OPEN.includes(name))) {
      const rows = await all(person, table);
      const foreign = rows.filter((row) => {
        if (table === 'application') return !mine.has(String(row.id));
        if (table === 'leaver') return !knows(row.id);
        if (table === 'programme_contact' && kind !== 'college') return !applications.some(({ id, college_id }) => mine.has(id) && college_id === row.organisation_id);
        if (row.leaver_id) return !knows(row.leaver_id);
        if (row.application_id) return !mine.has(row.application_id);
        if (table === 'membership' && kind === 'region') return regions.get(String(row.organisation_id)) !== region;
        if (row.organisation_id) return row.organisation_id !== organisationId && !(kind === 'desk' && table === 'membership');
        return row.member_id !== memberId && table !== 'account' && table !== 'telling';
      });
      expect({ table, foreign }).toEqual({ table, foreign: [] });
    }
  });

  it('shows a region of a case which desk has it, never how it went', async () => {
    expect((await all('gijs', 'desk_case', 'number, desk_id, picked_up_on, closed_on')).length).toBeGreaterThan(0);
    for (const column of ['outcome', 'contacted_on', 'last_attempt_on', 'approached_on', 'intake_on', 'trajectory_on', '*']) {
      const asked = web.read(actorOf('gijs'), { text: `select ${column} from app.desk_case` });
      await expect(asked).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('shows a region of a student no outcome and no destination', async () => {
    expect((await all('gijs', 'card', 'leaver_id, phase, case_id')).length).toBeGreaterThan(0);
    for (const column of ['case_outcome', 'destination', '*']) {
      await expect(web.read(actorOf('gijs'), { text: `select ${column} from app.card` })).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('lets nobody of a school make an agreement in another name, or for somebody elsewhere', async () => {
    const lars = actorOf('lars');
    await web.run(lars, (sql) => sql("insert into app.transition_table (id, organisation_id, held_on, attendees) values ('00000000-0000-4000-8000-000000000001', $1, $2, 'Lars')", [lars.organisationId, DAY]));
    const leaver = [...leavers].find(([, key]) => key === 'abdi')?.[0];
    await web.run(lars, (sql) => sql("insert into app.table_place (table_id, organisation_id, leaver_id, reason, place) values ('00000000-0000-4000-8000-000000000001', $1, $2, 'no-show', 1)", [lars.organisationId, leaver]));
    const make = (by: Person, owner: Person) => web.run(lars, (sql) => sql(`insert into app.table_agreement (table_id, organisation_id, leaver_id, agreed_on, what, owner_id, owner_name, due_on, made_by)
      values ('00000000-0000-4000-8000-000000000001', $1, $2, $3, 'Bellen', $4, 'Iemand', $3, $5)`, [lars.organisationId, leaver, DAY, actorOf(owner).memberId, actorOf(by).memberId]));
    await expect(make('fatima', 'fatima')).rejects.toMatchObject({ code: '42501' });
    await expect(make('lars', 'ingrid')).rejects.toMatchObject({ code: '42501' });
    await make('lars', 'fatima');
  });

  it('shows nothing at all to the web log-in before somebody is known', async () => {
    for (const table of tables.filter((name) => !OPEN.includes(name))) {
      await expect(site.app.get(Site).pool.query(`select from app.${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('does not let the web become the worker or the owner', async () => {
    const pool = openPool(site.database.webUrl, { max: 1, pipeline: false });
    try {
      await expect(pool.query(`set role ${site.database.rolePrefix}as_worker`)).rejects.toThrow('permission denied to set role');
      await expect(pool.query('set role overstap_owner')).rejects.toThrow('permission denied to set role');
    } finally {
      await pool.end();
    }
  });

  it('never lets an event be changed or removed', async () => {
    for (const sql of ["update app.event set note = 'x'", 'delete from app.event']) {
      await expect(site.worker.run({ kind: 'worker' }, (run) => run(sql))).rejects.toThrow('permission denied');
    }
  });
});
