import { Cases, InView, sweep } from '#alerts';
import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { outcomesInView, type CaseChoice, type InViewFound } from '#policy';
import type { Person, Story } from '../personas/people.ts';
import { applied, leaver, world, type World } from './world.ts';

const noShow = applied([['admitted', '2026-05-12'], ['no-show', '2026-08-26']]);
const NOW = '2026-09-15';

let at: World;
afterEach(() => at.close());

/** Some young people on the day after the sweep of 14 September. */
async function living(...stories: Story[]): Promise<void> {
  at = await world(stories);
  await sweep(at.tx, '2026-09-14');
}
const on = (day: string) => ({ today: () => day });

async function close(key: string, person: Person, choice: CaseChoice, day = NOW, course?: 'full-time' | 'bbl'): Promise<void> {
  const [row] = await at.sql<{ id: string }>('select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.email = $1 and c.closed_on is null', [`${key}@leerling.example`]);
  expect(await new Cases(at.web, on(day)).choose(await at.member(person), String(row?.id), { choice, course, note: 'Zo is het.' })).toBe('done');
}
const rows = () => at.sql(`select split_part(l.email, '@', 1) as who, v.because, d.code as desk, o.code as offered, v.since::text, v.next_check_on::text as next, v.last_found as found, v.closed_on::text as closed, v.closed_because as why
  from app.in_view v join app.leaver l on l.id = v.leaver_id join app.organisation d on d.id = v.desk_id left join app.organisation o on o.id = v.offered_to order by l.email, v.since, v.closed_on`);
const idOf = async (key: string): Promise<string> => String((await at.sql<{ id: string }>('select id from app.leaver where email = $1', [`${key}@leerling.example`]))[0]?.id);
const check = async (key: string, person: Person, found: InViewFound, day: string) =>
  new InView(at.web, on(day)).check((await at.member(person)).actor, await idOf(key), { found, note: 'Gebeld.', callOn: null });
const told = async () => (await at.sql<{ line: string }>("select trim(kind || ' ' || coalesce(became, '') || ' ' || audience) as line from app.event where kind like 'in-view%' order by id")).map(({ line }) => line);

describe('in view after a case', () => {
  const CLOSING: Readonly<Record<string, readonly [CaseChoice, ('full-time' | 'bbl')?]>> = {
    'full-time': ['other-school', 'full-time'], bbl: ['other-school', 'bbl'], work: ['works'], care: ['gets-help'], moved: ['has-moved'], other: ['something-else'],
  };
  it.each(Object.entries(CLOSING))('follows the row of the outcome %s', async (outcome, [choice, course]) => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', choice, NOW, course);
    const stays = outcomesInView.find((row) => row.outcome === outcome)?.stays;
    expect(await rows()).toEqual(stays ? [expect.objectContaining({ who: 'abdi', because: 'ended-case', desk: 'LPA-Zwolle', since: NOW, next: '2026-12-15', closed: null })] : []);
  });

  it('is checked again a quarter after the last check, not a day earlier, and sooner for who is not settled', async () => {
    await living(leaver('elif', { born: '2007-06-30', applications: [noShow] }));
    await close('elif', 'marloes', 'works');
    expect(await check('elif', 'marloes', 'still-working', '2026-12-15')).toBe('done');
    expect(await rows()).toMatchObject([{ desk: 'DSP-10', found: 'still-working', next: '2027-03-15' }]);
    await check('elif', 'marloes', 'not-reached', '2027-03-15');
    expect(await rows()).toMatchObject([{ found: 'not-reached', next: '2027-04-15' }]);
    await Promise.all([1, 2, 3].map(() => check('elif', 'marloes', 'looking', '2027-04-15')));
    expect(await told()).toEqual(['in-view ended-case desk', 'in-view-checked still-working desk', 'in-view-checked not-reached desk', 'in-view-checked looking desk']);
  });

  it('ends on the birthday of the upper age and not the day before, with a line and without a mail', async () => {
    await living(leaver('oud', { born: '1999-12-01', applications: [noShow] }));
    await close('oud', 'marloes', 'works');
    await sweep(at.tx, '2026-11-30');
    expect(await rows()).toMatchObject([{ closed: null }]);
    await sweep(at.tx, '2026-12-01');
    expect(await rows()).toMatchObject([{ closed: '2026-12-01', why: 'upper-age' }]);
    expect(await at.sql("select to_address, template from app.mail where day = '2026-12-01'")).toEqual([]);
    expect((await told()).at(-1)).toBe('in-view-ended upper-age desk');
  });

  it('had 23 as the upper age before 2026', async () => {
    at = await world([leaver('toen', { year: '2023-2024', type: 'pro', school: '12PR00', mentor: 'ria', born: '2002-06-01' })]);
    const held = async (day: string) => (await at.sql<{ reason: string | null }>('select reason from app.judged_in_view($1, null)', [day]))[0]?.reason;
    expect([await held('2025-12-31'), await held('2026-01-01')]).toEqual(['upper-age', null]);
  });

  it('is offered to the Doorstroompunt at 18, moves only when taken, and then is no longer there for leerplicht', async () => {
    await living(leaver('bijna', { born: '2008-10-01', applications: [noShow] }));
    await close('bijna', 'ingrid', 'works');
    await sweep(at.tx, '2026-09-30');
    expect(await rows()).toMatchObject([{ desk: 'LPA-Zwolle', offered: null }]);
    await sweep(at.tx, '2026-10-01');
    expect(await rows()).toMatchObject([{ desk: 'LPA-Zwolle', offered: 'DSP-10' }]);
    expect(await check('bijna', 'marloes', 'still-working', '2026-10-02')).toBe('gone');
    for (const time of [1, 2]) expect([time, await new InView(at.web, on('2026-10-02')).take((await at.member('marloes')).actor, await idOf('bijna'))]).toEqual([time, 'done']);
    expect(await rows()).toMatchObject([{ desk: 'DSP-10', offered: null }]);
    expect(await check('bijna', 'ingrid', 'still-working', '2026-10-02')).toBe('gone');
    expect((await told()).filter((line) => line.startsWith('in-view-taken'))).toHaveLength(1);
  });

  it('goes to the desk of the new municipality after a move', async () => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', 'gets-help');
    await at.sql("update app.leaver set municipality = 'Kampen', municipality_folded = 'kampen'");
    await sweep(at.tx, '2026-10-01');
    expect(await rows()).toMatchObject([{ desk: 'LPA-Kampen', offered: null }]);
    expect(await check('abdi', 'ingrid', 'looking', '2026-10-02')).toBe('gone');
    expect(await check('abdi', 'mark', 'looking', '2026-10-02')).toBe('done');
  });

  it('ends by itself at a start, and by hand with an undo', async () => {
    await living(leaver('abdi', { applications: [noShow] }), leaver('elif', { born: '2007-06-30', applications: [noShow] }));
    await close('abdi', 'ingrid', 'something-else');
    await close('elif', 'marloes', 'something-else');
    await at.report('abdi', 'started', '2026-10-05');
    await check('elif', 'marloes', 'steady-job', '2026-10-05');
    expect(await rows()).toMatchObject([{ who: 'abdi', closed: '2026-10-05', why: 'started' }, { who: 'elif', closed: '2026-10-05', why: 'job' }]);
    const inView = new InView(at.web, on('2026-10-06'));
    expect(await inView.back((await at.member('ingrid')).actor, await idOf('abdi'))).toBe('too-late');
    expect(await inView.back((await at.member('ingrid')).actor, await idOf('elif'))).toBe('gone');
    expect(await inView.back((await at.member('marloes')).actor, await idOf('elif'))).toBe('done');
    await sweep(at.tx, '2026-10-07');
    expect(await rows()).toMatchObject([{ who: 'abdi' }, { who: 'elif', closed: null, next: '2026-10-06' }]);
  });

  it('leaves nobody behind whose new application comes to nothing', async () => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', 'something-else');
    await check('abdi', 'ingrid', 'has-applied', '2026-10-05');
    await sweep(at.tx, '2026-11-01');
    expect(await rows()).toMatchObject([{ closed: '2026-10-05', why: 'applied' }]);
    await sweep(at.tx, '2026-11-02');
    expect(await rows()).toMatchObject([{ why: 'applied' }, { closed: null, since: '2026-11-02' }]);
  });

  it('makes way for a new case, and stands again when that ends', async () => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', 'something-else');
    await at.report('abdi', 'started', '2026-09-20');
    await at.report('abdi', 'deregistered', '2026-09-25');
    await sweep(at.tx, '2026-09-26');
    await close('abdi', 'ingrid', 'gets-help', '2026-09-28');
    expect(await rows()).toMatchObject([{ why: 'started' }, { closed: null, since: '2026-09-28' }]);
  });

  it('says nothing more of who died', async () => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', 'something-else');
    await at.sql("update app.leaver set destination = 'deceased'");
    await sweep(at.tx, '2026-10-01');
    expect(await rows()).toMatchObject([{ closed: '2026-10-01', why: '' }]);
    expect(await told()).toEqual(['in-view ended-case desk']);
  });

  it('keeps the address while somebody is in view, and a year longer', async () => {
    await living(leaver('abdi', { applications: [noShow] }));
    await close('abdi', 'ingrid', 'something-else');
    await at.sql("insert into app.removal (leaver_id, warned_on, due_on) select id, '2027-08-01', '2027-10-01' from app.leaver");
    const kept = async (day: string) => {
      await keepTerms(at.tx, new Clock({ today: day }));
      return at.sql('select l.email is not null as address, bool_or(t.note <> $1) as note from app.leaver l join app.attempt t on t.leaver_id = l.id group by l.id', ['']);
    };
    expect(await kept('2029-01-01')).toEqual([{ address: true, note: true }]);
    await check('abdi', 'ingrid', 'steady-job', '2029-01-02');
    expect(await kept('2029-12-31')).toEqual([{ address: true, note: true }]);
    expect(await kept('2030-01-02')).toEqual([{ address: false, note: false }]);
  });
});

describe('in view after PrO and vso', () => {
  const pro = (key: string, differs: Partial<Story> = {}): Story => leaver(key, { school: '12PR00', type: 'pro', group: '5A', mentor: 'ria', born: '2009-04-14', result: 'certificate', ...differs });

  it('starts on 1 September, at the Doorstroompunt, for who has no place or goes to work', async () => {
    at = await world([pro('werkt', { destination: 'work', profile: 'work' }), pro('start', { applications: [applied([['started', '2026-08-24']])] }), pro('havo', { destination: 'havo' }), leaver('vmbo')]);
    await sweep(at.tx, '2026-08-31');
    expect(await rows()).toEqual([]);
    await sweep(at.tx, '2026-09-01');
    expect(await rows()).toEqual([{ who: 'werkt', because: 'profile', desk: 'DSP-10', offered: null, since: '2026-09-01', next: '2026-12-01', found: null, closed: null, why: null }]);
  });

  it('takes a line of the school, which makes the desk look but never ends it', async () => {
    at = await world([pro('werkt', { destination: 'work', profile: 'work' })]);
    await sweep(at.tx, '2026-09-14');
    expect(await check('werkt', 'ria', 'at-school', NOW)).toBe('done');
    expect(await rows()).toMatchObject([{ found: 'at-school', next: NOW, closed: null }]);
    expect(await check('werkt', 'hanna', 'looking', NOW)).toBe('gone');
    expect(await check('werkt', 'fatima', 'looking', NOW)).toBe('gone');
    expect(await told()).toEqual(['in-view profile all', 'in-view-checked at-school all']);
  });

  it('ends when a school becomes known, and when work becomes known of who had none', async () => {
    at = await world([pro('zoekt'), pro('leert', { destination: 'work' })]);
    await sweep(at.tx, '2026-09-01');
    await at.sql("update app.desk_case set closed_on = '2026-09-10', outcome = 'other'");
    await sweep(at.tx, '2026-09-10');
    for (const [key, destination] of [['zoekt', 'work'], ['leert', 'vavo']]) {
      await at.sql("insert into app.event (leaver_id, kind, became, as_of, source) select id, 'destination-known', $2, '2026-10-01', 'file' from app.leaver where email = $1", [`${key}@leerling.example`, destination]);
      await at.sql('update app.leaver set destination = $2 where email = $1', [`${key}@leerling.example`, destination]);
    }
    await sweep(at.tx, '2026-10-02');
    await sweep(at.tx, '2026-10-03');
    expect(await rows()).toMatchObject([{ who: 'leert', closed: '2026-10-02', why: 'school' }, { who: 'zoekt', closed: '2026-10-02', why: 'job' }]);
  });
});
