import { openPool, Tx, type Actor } from '#platform';
import { roleOf, statuses } from '#policy';
import { DAY, everybody, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** From which moment a college reads a section that was shared with it: rules 9, written down by hand. */
const OPENS: Readonly<Record<string, 'application' | 'invitation' | 'admission'>> = {
  'who-am-i': 'application', 'what-i-can': 'application', 'work-experience': 'application', 'why-this-course': 'application', 'what-i-need': 'invitation',
  'home-and-health': 'admission', 'mentor-part': 'application', 'my-school': 'application', support: 'admission', presence: 'invitation',
};

/** The statuses by what they open; whatever is not here, an application that ended too, opens nothing. */
const APPLIED = ['submitted'];
const INVITED = ['intake-invited', 'intake-planned', 'intake-held', 'waitlisted'];
const ADMITTED = ['provisionally-placed', 'admitted', 'place-offered', 'place-accepted', 'enrolled', 'started'];
const OPEN_AT: Readonly<Record<(typeof OPENS)[string], readonly string[]>> = { application: [...APPLIED, ...INVITED, ...ADMITTED], invitation: [...INVITED, ...ADMITTED], admission: ADMITTED };

/** Who may read the copy at all; sem's application is to ROC Noordrand. */
const COLLEGE: readonly Person[] = ['sanne', 'emre'];
const OWN: readonly Person[] = ['sem'];

describe('what was shared, as the database shows it to each', () => {
  let site: TestApp;
  let web: Tx;
  let close: () => Promise<void>;
  let application: string;
  const actors = new Map<Person, Actor>();

  beforeAll(async () => {
    site = await testApp();
    const pool = openPool(site.database.webUrl, { max: 4, pipeline: true });
    web = new Tx(pool, site.database.rolePrefix);
    close = () => pool.end();
    for (const { key, email, role } of everybody) {
      const [row] = await run<{ id: string; organisation: string; region: string; leaver: string | null }>(
        `select m.id, o.id as organisation, o.region, app.leaver_in_sight(m, '${DAY}') as leaver from app.membership m join app.account a on a.id = m.account_id
         join app.organisation o on o.id = m.organisation_id where a.email = $1`, [email]);
      actors.set(key, { kind: roleOf(role)?.actor ?? 'guest', memberId: row?.id, organisationId: row?.organisation, region: row?.region, leaverId: row?.leaver ?? undefined, day: DAY });
    }
    const [row] = await run<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    application = String(row?.id);
    await run(`with act as (insert into app.sharing (leaver_id, shared_at, shared_on, needs_guardian) select leaver_id, now(), '${DAY}', false from app.application where id = $1 returning id, leaver_id)
      insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, agreed_text, state, given_at, until_on)
      select id, leaver_id, $1, section, 1, '{}', '', 'given', now(), '${DAY}' from act, unnest($2::text[]) section`, [application, Object.keys(OPENS)]);
  });
  afterAll(async () => {
    await close();
    await site.close();
  });

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const stand = (status: string) => run('update app.application set status = $2 where id = $1', [application, status]);

  async function sectionsFor(actor: Actor): Promise<string[]> {
    const rows = await web.read<{ section: string }>(actor, { text: 'select section from app.share' }).catch((error: { code?: string }) => {
      if (error.code === '42501') return [];
      throw error;
    });
    return rows.map(({ section }) => section).toSorted();
  }
  const readBy = (person: Person): Promise<string[]> => sectionsFor(actors.get(person) ?? { kind: 'guest' });
  const openAt = (status: string): string[] => Object.entries(OPENS).filter(([, moment]) => OPEN_AT[moment]?.includes(status)).map(([section]) => section).toSorted();

  it.each(statuses.map(({ code }) => code))('opens to the college at %s exactly what that moment opens', async (status) => {
    await stand(status);
    for (const person of COLLEGE) expect(await readBy(person)).toEqual(openAt(status));
  });

  it.each(everybody.map(({ key }) => key).filter((key) => ![...COLLEGE, ...OWN].includes(key)))('opens nothing to %s, whatever the moment', async (person) => {
    for (const status of ['submitted', 'intake-invited', 'started', 'not-admitted']) {
      await stand(status);
      expect(await readBy(person)).toEqual([]);
    }
  });

  it('shows the student everything', async () => {
    await stand('not-admitted');
    expect(await readBy('sem')).toEqual(Object.keys(OPENS).toSorted());
  });

  it('opens special data before admission when the student wants that, and not before the application counts', async () => {
    await run("update app.share set early = true where section in ('home-and-health', 'support')");
    await stand('submitted');
    expect(await readBy('sanne')).toEqual(expect.arrayContaining(['home-and-health', 'support']));
    await stand('planned');
    expect(await readBy('sanne')).toEqual([]);
    await run('update app.share set early = false');
  });

  it.each(['waiting', 'refused', 'lapsed', 'withdrawn', 'replaced', 'expired'])('shows the college nothing of what is %s', async (state) => {
    await stand('started');
    await run("update app.share set state = $1 where section = 'what-i-can'", [state]);
    expect(await readBy('sanne')).not.toContain('what-i-can');
    await run("update app.share set state = 'given' where section = 'what-i-can'");
  });

  it('closes on the day after the last, by the clock and before anything swept it', async () => {
    const sanne = actors.get('sanne') ?? { kind: 'guest' };
    await stand('started');
    expect(await sectionsFor(sanne)).toHaveLength(Object.keys(OPENS).length);
    expect(await sectionsFor({ ...sanne, day: '2026-09-15' })).toEqual([]);
    expect(await sectionsFor({ ...sanne, day: undefined })).toEqual([]);
  });

  it('closes when the application turns out to be somebody else’s', async () => {
    await run("update app.application set leaver_id = (select id from app.leaver where email = 'abdi@leerling.example') where id = $1", [application]);
    expect(await readBy('sanne')).toEqual([]);
    await run("update app.application set leaver_id = (select id from app.leaver where email = 'sem@leerling.example') where id = $1", [application]);
  });

  describe('a warm handover that was asked for', () => {
    const GOES_ON = [...APPLIED, ...INVITED, ...ADMITTED, 'planned'];
    /** Mentor, dean and team leader of sem know that it was asked; the last two not about what, nor whom to call. */
    const KNOWS: readonly Person[] = ['fatima', 'lars', 'thijs', 'sem', ...COLLEGE];
    const seenBy = async (person: Person): Promise<number> =>
      (await web.read(actors.get(person) ?? { kind: 'guest' }, { text: 'select id from app.warm_handover' }).catch((error: { code?: string }) => {
        if (error.code === '42501') return [];
        throw error;
      })).length;

    beforeAll(() => run(`insert into app.warm_handover (application_id, leaver_id, state, asked_role, topics, contact_name, contact_reach, asked_on)
      select id, leaver_id, 'asked', 'student', array['what-helps'], 'Fatima', '038', '${DAY}' from app.application where id = $1`, [application]));

    it.each(statuses.map(({ code }) => code))('is open to the college at %s only while the application goes on', async (status) => {
      await stand(status);
      for (const person of COLLEGE) expect(await seenBy(person)).toBe(GOES_ON.includes(status) ? 1 : 0);
    });

    it('tells a dean and a team leader neither about what nor whom to call', async () => {
      for (const column of ['topics', 'contact_name', 'contact_reach', 'agreements', 'check_note']) {
        for (const person of ['lars', 'thijs'] as const) await expect(web.read(actors.get(person)!, { text: `select ${column} from app.warm_handover` })).rejects.toThrow('permission denied');
      }
    });

    it.each(everybody.map(({ key }) => key))('is known to %s only by right, whatever the moment', async (person) => {
      for (const status of ['submitted', 'started']) {
        await stand(status);
        expect({ person, rows: await seenBy(person) }).toEqual({ person, rows: KNOWS.includes(person) ? 1 : 0 });
      }
    });
  });

  it('never tells the college how or when the rest was decided', async () => {
    const columns = ['state', 'agreed_text', 'version', 'sharing_id', 'early', 'until_on', 'ended_at'];
    for (const column of columns) {
      await expect(web.read(actors.get('sanne') ?? { kind: 'guest' }, { text: `select ${column} from app.share` })).rejects.toThrow('permission denied');
    }
    for (const table of ['share_choice', 'sharing', 'section_text', 'private_note', 'agreement', 'guardian_answer', 'guardian_request']) {
      await expect(web.read(actors.get('sanne') ?? { kind: 'guest' }, { text: `select * from app.${table}` })).rejects.toThrow('permission denied');
    }
  });
});
