import { sweep } from '#alerts';
import { Notes, ownChoices } from '#transfers';
import { applied, leaver, world, type World } from '../alerts/world.ts';

let at: World;
const idOf = async (sql: string, value: string): Promise<string> => String((await at.sql<{ id: string }>(sql, [value]))[0]?.id);
const leaverId = (key: string) => idOf('select id from app.leaver where email = $1', `${key}@leerling.example`);
const college = (code: string) => idOf('select id from app.organisation where code = $1', code);
const programme = (crebo: string) => idOf('select id from app.programme where crebo = $1', crebo);
const notes = (today: string): Notes => new Notes(at.web, { today: () => today });
const signalOn = async (day: string) => (await at.sql<{ kind: string }>('select kind from app.signals_on($1)', [day])).map(({ kind }) => kind);
const cardOf = async () => (await at.sql('select phase, turn, college_name, programme_name, unconfirmed, applications from app.card'))[0];

/** Fatima notes that Isa applied at ROC Noordrand. */
async function note(kind: 'planned' | 'submitted', today: string, more: { appliedOn?: string; crebo?: string; words?: string } = {}): Promise<boolean> {
  return notes(today).add(await at.member('fatima'), {
    leaverId: await leaverId('isa'), kind, collegeId: await college('20NO'), words: more.words, appliedOn: more.appliedOn ?? today,
    programmeId: more.crebo === undefined ? undefined : await programme(more.crebo),
  });
}

async function reported(crebo: string, on: string): Promise<void> {
  const number = `20NO-${crebo}-${on}`;
  await at.sql(`insert into app.application (college_id, number, leaver_id, given_name, family_name, folded_given, folded_family, birth_date, crebo, pathway, starts_on,
    school_year, applied_on, status_on, tie) select o.id, $1, l.id, l.given_name, l.family_name, l.folded_given, l.folded_family, l.birth_date, $2, 'bol', '2026-08-24', l.school_year, $3, $3, 'automatic'
    from app.organisation o, app.leaver l where o.code = '20NO'`, [number, crebo, on]);
  await at.sql('select app.settle_applications($1, array(select id from app.application where number = $2))', [on, number]);
}

describe('an application that a mentor noted', () => {
  beforeEach(async () => {
    at = await world([leaver('isa')]);
    await at.sql('select app.refresh_cards($1, null)', ['2026-03-01']);
  });
  afterEach(() => at.close());

  it('counts from its date until 28 days have gone by without a report of the college', async () => {
    expect(await note('submitted', '2026-04-03', { appliedOn: '2026-04-02', crebo: '25001' })).toBe(true);
    expect(await signalOn('2026-04-01')).toEqual(['not-applied']);
    expect(await signalOn('2026-04-02')).toEqual([]);
    expect(await signalOn('2026-04-30')).toEqual([]);
    expect(await signalOn('2026-05-01')).toEqual(['not-applied']);
    expect(await signalOn('2026-06-01')).toEqual(['no-place-yet']);
  });

  it('moves the phase, says whose turn it is and closes the signal, until it lapses in the sweep', async () => {
    await sweep(at.tx, '2026-04-02');
    await note('submitted', '2026-04-03', { crebo: '25001' });
    expect(await cardOf()).toMatchObject({ phase: 'applied', turn: 'college', college_name: 'ROC Noordrand', programme_name: 'Timmerman', unconfirmed: true, applications: 1 });
    expect(await at.sql('select closed_because from app.signal')).toEqual([{ closed_because: 'applied' }]);
    await sweep(at.tx, '2026-05-01');
    expect(await cardOf()).toMatchObject({ phase: 'applied' });
    await sweep(at.tx, '2026-05-02');
    expect(await cardOf()).toMatchObject({ phase: 'choosing', unconfirmed: false, applications: 0 });
    expect(await at.sql('select kind from app.signal where closed_on is null')).toEqual([{ kind: 'not-applied' }]);
  });

  it('is no application while it is only a choice', async () => {
    await note('planned', '2026-04-03', { words: 'Iets met dieren' });
    expect(await signalOn('2026-04-03')).toEqual(['not-applied']);
    expect(await signalOn('2026-06-01')).toEqual(['no-place-yet']);
    expect(await cardOf()).toMatchObject({ phase: 'choosing', programme_name: 'Opleiding niet in de lijst', unconfirmed: false, applications: 0 });
  });

  it('keeps free words and choices out of what a desk or a college reads', async () => {
    await note('planned', '2026-03-02', { words: 'Bakker, want ik woon nu bij tante' });
    await note('submitted', '2026-03-03', { crebo: '25001' });
    await reported('25001', '2026-03-05');
    expect(await at.sql("select kind, audience, note from app.event where kind in ('application-noted', 'noted-confirmed') order by id")).toEqual([
      { kind: 'application-noted', audience: 'school', note: 'Opleiding niet in de lijst, ROC Noordrand' },
      { kind: 'application-noted', audience: 'all', note: 'Timmerman, ROC Noordrand' },
      { kind: 'noted-confirmed', audience: 'school', note: null },
    ]);
    const read = async (person: 'ingrid' | 'fatima') => (await ownChoices(at.web, (await at.member(person)).actor, await leaverId('isa'), '2026-03-05')).map(({ programme }) => programme);
    await at.sql(`insert into app.leaver_access (leaver_id, organisation_id, because) select $1, id, 'case' from app.organisation where code = 'LPA-Zwolle'`, [await leaverId('isa')]);
    expect(await read('fatima')).toContain('Bakker, want ik woon nu bij tante');
    expect(await read('ingrid')).toEqual(expect.arrayContaining(['Opleiding niet in de lijst']));
    expect(await read('ingrid')).not.toContain('Bakker, want ik woon nu bij tante');
  });

  it('grows no younger by noting it again, in other words, or after taking it away', async () => {
    await note('submitted', '2026-04-02', { words: 'Bakker' });
    await note('submitted', '2026-04-25', { words: 'Bakker' });
    const [row] = await at.sql<{ id: string }>('select id from app.noted_application');
    await notes('2026-04-26').withdraw(await at.member('fatima'), String(row?.id));
    await note('submitted', '2026-04-26', { words: 'Brood' });
    await note('planned', '2026-04-27', { words: 'Brood' });
    await note('submitted', '2026-04-28', { words: 'Brood' });
    expect(await signalOn('2026-04-30')).toEqual([]);
    expect(await signalOn('2026-05-01')).toEqual(['not-applied']);
  });

  it('takes an earlier date, and forgets a slip of the same day', async () => {
    await note('submitted', '2026-04-02', { words: 'Bakker', appliedOn: '2026-01-02' });
    const [row] = await at.sql<{ id: string }>('select id from app.noted_application');
    await notes('2026-04-02').withdraw(await at.member('fatima'), String(row?.id));
    await note('submitted', '2026-04-02', { words: 'Bakker', appliedOn: '2026-04-02' });
    await note('submitted', '2026-04-03', { words: 'Bakker', appliedOn: '2026-04-01' });
    expect(await at.sql('select applied_on::text from app.noted_application where withdrawn_on is null')).toEqual([{ applied_on: '2026-04-01' }]);
  });

  it('disappears behind the report of the college, and keeps its place', async () => {
    await note('submitted', '2026-03-03', { crebo: '25001' });
    await reported('25001', '2026-03-05');
    expect(await at.sql('select a.crebo, n.preference from app.noted_application n join app.application a on a.id = n.confirmed_by')).toEqual([{ crebo: '25001', preference: 1 }]);
    expect(await cardOf()).toMatchObject({ phase: 'applied', unconfirmed: false, applications: 1 });
    expect(await at.sql("select count(*)::int as told from app.event where kind = 'noted-confirmed'")).toEqual([{ told: 1 }]);
  });

  it('is confirmed by another programme when it is the only one noted there, not when there are two', async () => {
    await note('submitted', '2026-03-03', { crebo: '25002' });
    await reported('25001', '2026-03-05');
    expect(await at.sql('select from app.noted_application where confirmed_by is not null')).toHaveLength(1);
    await note('submitted', '2026-03-06', { words: 'Bakker' });
    await note('submitted', '2026-03-06', { words: 'Slager' });
    await reported('25009', '2026-03-07');
    expect(await at.sql('select from app.noted_application where confirmed_by is not null')).toHaveLength(1);
  });

  it('is not confirmed by what the college had reported before, and waits again when the tie was wrong', async () => {
    await reported('25001', '2026-02-01');
    await note('submitted', '2026-03-03', { crebo: '25002' });
    expect(await at.sql('select from app.noted_application where confirmed_by is not null')).toEqual([]);
    await reported('25002', '2026-03-05');
    await at.sql("update app.application set leaver_id = null, tie = 'waiting' where crebo = '25002'");
    await at.sql('select app.settle($1, array(select id from app.leaver))', ['2026-03-06']);
    expect(await at.sql('select confirmed_by from app.noted_application')).toEqual([{ confirmed_by: null }]);
  });

  it('is taken away and put back, and is noted once however often it is sent', async () => {
    await Promise.all([1, 2, 3].map(() => note('submitted', '2026-04-03', { crebo: '25001' })));
    const [row] = await at.sql<{ id: string }>('select id from app.noted_application');
    expect(await at.sql('select from app.noted_application')).toHaveLength(1);
    expect(await notes('2026-04-10').withdraw(await at.member('fatima'), String(row?.id))).toBe(true);
    expect(await signalOn('2026-04-10')).toEqual(['not-applied']);
    expect(await notes('2026-04-10').restore(await at.member('fatima'), String(row?.id))).toBe(true);
    expect(await signalOn('2026-04-10')).toEqual([]);
  });

  it.each(['joost', 'hanna', 'niels', 'wil', 'ingrid', 'sanne'] as const)('is not noted, moved or taken away by %s', async (person) => {
    await note('submitted', '2026-04-03', { crebo: '25001' });
    const [row] = await at.sql<{ id: string }>('select id from app.noted_application');
    const them = await at.member(person);
    const refused = (work: Promise<boolean>): Promise<boolean> => work.catch(() => false);
    expect(await refused(notes('2026-04-04').add(them, { leaverId: await leaverId('isa'), kind: 'planned', collegeId: await college('21ME'), words: 'Kok' }))).toBe(false);
    expect(await refused(notes('2026-04-04').withdraw(them, String(row?.id)))).toBe(false);
    expect(await refused(notes('2026-04-04').move(them, String(row?.id), 'up'))).toBe(false);
    expect(await at.sql('select withdrawn_on from app.noted_application')).toEqual([{ withdrawn_on: null }]);
  });
});

describe('the own order', () => {
  beforeEach(async () => {
    at = await world([leaver('isa', { applications: [applied([]), applied([], { crebo: '25002' })] })]);
  });
  afterEach(() => at.close());

  it('holds noted and reported applications together, and a step back is the way back', async () => {
    await note('submitted', '2026-04-03', { words: 'Bakker' });
    const order = async () => (await at.sql<{ what: string }>(`select coalesce(a.crebo, n.programme_text) as what from app.own_order((select id from app.leaver)) o
      left join app.application a on a.id = o.id left join app.noted_application n on n.id = o.id order by o.place`)).map(({ what }) => what);
    const fatima = await at.member('fatima');
    const before = await order();
    expect(before[2]).toBe('Bakker');
    const [bakker] = await at.sql<{ id: string }>('select id from app.noted_application');
    const move = async (way: 'up' | 'down') => notes('2026-04-03').move(fatima, String(bakker?.id), way);
    await move('up');
    expect(await order()).toEqual([before[0], 'Bakker', before[1]]);
    await move('up');
    await move('up');
    expect(await order()).toEqual(['Bakker', before[0], before[1]]);
    await move('down');
    expect(await order()).toEqual([before[0], 'Bakker', before[1]]);
  });
});
