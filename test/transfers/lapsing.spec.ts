import { collegeProgrammes, programmeStudents, Starts } from '#transfers';
import { applied, leaver, world, type World } from '../alerts/world.ts';

let at: World;
const place = [['admitted', '2026-05-12']] as const;
const elsewhere = { college: '21ME', crebo: '25003' } as const;
const idOf = async (college: string): Promise<string> => String((await at.sql<{ id: string }>('select a.id from app.application a join app.organisation o on o.id = a.college_id where o.code = $1 order by a.number limit 1', [college]))[0]?.id);
const statusOf = async (college: string): Promise<unknown> => (await at.sql<{ status: string }>('select status from app.application where id = $1', [await idOf(college)]))[0]?.status;
const signalOn = async (day: string) => (await at.sql<{ kind: string }>('select kind from app.signals_on($1)', [day])).map(({ kind }) => kind);

async function say(college: string, status: string, on: string, settledOn = on): Promise<void> {
  const id = await idOf(college);
  await at.sql(`insert into app.event (application_id, kind, became, as_of, source, organisation_id) select id, 'status-reported', $2, $3, 'file', college_id from app.application where id = $1`, [id, status, on]);
  await at.sql('select app.settle_applications($1, array[$2::uuid])', [settledOn, id]);
}

describe('the other applications of who started', () => {
  beforeEach(async () => {
    at = await world([leaver('isa', { applications: [applied(place), applied(place, elsewhere)] })]);
  });
  afterEach(() => at.close());

  it('lapse as of the start, once, and come back when the start is retracted', async () => {
    await new Starts(at.web, { today: () => '2026-08-26', now: () => new Date() }).report(await at.member('sanne'), [await idOf('20NO')], 'started', '2026-08-24');
    expect(await statusOf('21ME')).toBe('lapsed');
    await at.sql('select app.settle($1, array(select id from app.leaver))', ['2026-08-27']);
    expect(await at.sql(`select as_of::text, source from app.event where became = 'lapsed'`)).toEqual([{ as_of: '2026-08-24', source: 'sweep' }]);
    await new Starts(at.web, { today: () => '2026-08-26', now: () => new Date() }).retract(await at.member('sanne'), [await idOf('20NO')]);
    expect([await statusOf('20NO'), await statusOf('21ME')]).toEqual(['admitted', 'admitted']);
  });

  it('change no signal: not before the start, not while it stands, not after it ended', async () => {
    await say('20NO', 'started', '2026-08-24');
    expect(await signalOn('2026-08-23')).toEqual([]);
    expect(await signalOn('2026-09-07')).toEqual([]);
    await say('20NO', 'deregistered', '2026-09-03');
    expect(await statusOf('21ME')).toBe('admitted');
    expect(await signalOn('2026-09-02')).toEqual([]);
    expect(await signalOn('2026-09-07')).toEqual(['dropped-out']);
    await say('20NO', 'started', '2026-09-20');
    expect(await statusOf('21ME')).toBe('lapsed');
    expect(await signalOn('2026-09-10')).toEqual(['dropped-out']);
    expect(await signalOn('2026-09-20')).toEqual([]);
  });

  it('lapse again when their college reports something, and keep a lapse that it reported itself', async () => {
    await say('20NO', 'started', '2026-08-24');
    await say('21ME', 'enrolled', '2026-08-30');
    expect(await statusOf('21ME')).toBe('lapsed');
    await say('21ME', 'withdrawn', '2026-09-01');
    await say('20NO', 'no-show', '2026-09-02');
    expect(await statusOf('21ME')).toBe('withdrawn');
  });

  it('free a place that their college sees, without reading where', async () => {
    await say('20NO', 'started', '2026-08-24');
    const { actor } = await at.member('milan');
    const { programmes } = await collegeProgrammes(at.web, actor, '2026-01-01');
    expect(programmes).toMatchObject([{ crebo: '25003', started: 0, unknown: 0, freed: 1 }]);
    const found = await programmeStudents(at.web, actor, { crebo: '25003', pathway: 'bol', startsOn: '2026-08-24' }, new Date(0));
    expect(found?.students).toMatchObject([{ status: 'lapsed', isElsewhere: true }]);
    expect(JSON.stringify(found)).not.toContain('Noordrand');
  });

  it('wait again without their lapse when the tie was undone', async () => {
    await say('20NO', 'started', '2026-08-24');
    const gijs = await at.member('gijs');
    const other = await idOf('21ME');
    await at.sql("update app.application set tie = 'by-hand' where id = $1", [other]);
    await at.web.run(gijs.actor, (sql) => sql('select app.untie($1, $2)', [other, '2026-08-28']));
    expect(await statusOf('21ME')).toBe('admitted');
  });
});
