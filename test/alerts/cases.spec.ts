import { Cases, MentorNotes, RegionQueue, sweep } from '#alerts';
import { caseChoices, type CaseChoice } from '#policy';
import type { Person, Story } from '../personas/people.ts';
import { applied, leaver, world, type World } from './world.ts';

const DAY = '2026-09-15';
const clock = { today: () => DAY };
const noShow = applied([['admitted', '2026-05-12'], ['no-show', '2026-08-26']]);
const abdi = (differs: Partial<Story> = {}): Story => leaver('abdi', { applications: [noShow], ...differs });

let at: World;
let cases: Cases;
let id: string;

/** One young person with one case, on the day after the sweep. */
async function living(story: Story, ...others: Story[]): Promise<void> {
  at = await world([story, ...others]);
  await sweep(at.tx, '2026-09-14');
  cases = new Cases(at.web, clock);
  const [found] = await at.sql<{ id: string }>('select id from app.desk_case order by number');
  id = String(found?.id);
}
afterEach(() => at.close());

const choose = async (person: Person, choice: CaseChoice, extra: { note?: string; course?: 'full-time' | 'bbl' } = {}) =>
  cases.choose(await at.member(person), id, { choice, ...extra });
const row = async () => (await at.sql(`select route, o.code as desk, a.given_name as owner, picked_up_on::text as picked, last_attempt_on::text as attempt,
  contacted_on::text as contact, closed_on::text as closed, outcome from app.desk_case c left join app.organisation o on o.id = c.desk_id
  left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id where c.id = $1`, [id]))[0];
const events = async () => (await at.sql<{ line: string }>(
  `select trim(kind || ' ' || coalesce(became, '')) as line from app.event where source = 'page' order by id`)).map(({ line }) => line);

describe('a case at a desk', () => {
  it('is picked up once, however often the button is pressed', async () => {
    await living(abdi());
    const ingrid = await at.member('ingrid');
    const answers = await Promise.all([1, 2, 3, 4].map(() => cases.pickUp(ingrid, id)));
    expect(answers).toEqual(['done', 'done', 'done', 'done']);
    expect(await row()).toMatchObject({ owner: 'Ingrid', picked: DAY, closed: null });
    expect(await events()).toEqual(['case-picked-up']);
  });

  it('takes turns with a sweep before it locks the case the sweep may need', async () => {
    await living(abdi());
    const ingrid = await at.member('ingrid');
    const sweeping = at.sql(`begin; select pg_advisory_xact_lock(714010); select pg_sleep(0.6); update app.desk_case set at_desk_since = opened_on; commit`);
    await at.sql('select pg_sleep(0.2)');
    expect(await cases.pickUp(ingrid, id)).toBe('done');
    await sweeping;
    expect(await row()).toMatchObject({ owner: 'Ingrid', picked: DAY });
  });

  it('keeps each attempt at contact, the same one in a minute once', async () => {
    await living(abdi());
    await Promise.all([1, 2, 3].map(() => choose('ingrid', 'no-contact', { note: 'Voicemail ingesproken.' })));
    expect(await row()).toMatchObject({ owner: 'Ingrid', picked: DAY, attempt: DAY, contact: null, closed: null });
    await choose('ingrid', 'contact');
    expect(await row()).toMatchObject({ contact: DAY, closed: null });
    expect(await events()).toEqual(['contact-attempted no-contact', 'contact-attempted contact']);
    expect(await at.sql('select choice, note from app.attempt order by made_at')).toEqual([
      { choice: 'no-contact', note: 'Voicemail ingesproken.' }, { choice: 'contact', note: '' },
    ]);
  });

  it.each([
    { choice: 'starts-after-all', course: 'full-time', outcome: 'full-time', destination: null, signal: null },
    { choice: 'other-school', course: 'bbl', outcome: 'bbl', destination: null, signal: null },
    { choice: 'works', outcome: 'work', destination: 'work', signal: 'destination-known' },
    { choice: 'gets-help', outcome: 'care', destination: 'care', signal: 'destination-known' },
    { choice: 'has-moved', outcome: 'moved', destination: null, signal: null },
    { choice: 'something-else', outcome: 'other', destination: null, signal: null },
  ] as const)('closes: $choice', async ({ choice, outcome, destination, signal, ...rest }) => {
    await living(abdi());
    const extra = { course: 'course' in rest ? rest.course : undefined };
    await Promise.all([1, 2].map(() => choose('ingrid', choice, extra)));
    expect(await row()).toMatchObject({ owner: 'Ingrid', closed: DAY, outcome });
    expect(await at.sql('select destination from app.leaver')).toEqual([{ destination }]);
    expect(await at.sql('select closed_because from app.signal')).toEqual([{ closed_because: signal }]);
    expect((await events()).filter((line) => line === `case-closed ${outcome}`)).toHaveLength(1);
    expect(await sweep(at.tx, '2026-09-16')).toMatchObject({ opened: 0 });
  });

  it('does not overrule what the school knows', async () => {
    await living(abdi());
    await at.sql(`update app.leaver set destination = 'mbo'`);
    await choose('ingrid', 'works');
    expect(await at.sql('select destination, destination_source from app.leaver')).toEqual([{ destination: 'work', destination_source: 'desk' }]);
    await at.sql(`update app.leaver set destination = 'vavo', destination_source = 'file'`);
    await cases.reopen(await at.member('ingrid'), id, 'mistake');
    await choose('ingrid', 'gets-help');
    expect(await at.sql('select destination from app.leaver')).toEqual([{ destination: 'vavo' }]);
  });

  it('opens again with what the desk had said taken back', async () => {
    await living(abdi());
    await choose('ingrid', 'works');
    expect(await cases.reopen(await at.member('ingrid'), id, 'mistake')).toBe('done');
    expect(await row()).toMatchObject({ closed: null, outcome: null });
    expect(await sweep(at.tx, '2026-09-16')).toMatchObject({ opened: 1 });
    expect(await at.sql('select count(*)::int from app.desk_case')).toEqual([{ count: 1 }]);
  });

  it('stays open when somebody opened it again although the college says they started', async () => {
    await living(abdi());
    await cases.pickUp(await at.member('ingrid'), id);
    await at.report('abdi', 'started', '2026-09-15');
    expect(await row()).toMatchObject({ outcome: 'full-time' });
    expect(await cases.reopen(await at.member('ingrid'), id, 'mistake')).toBe('done');
    await sweep(at.tx, '2026-09-16');
    expect(await row()).toMatchObject({ closed: null, outcome: null });
  });

  it('that is not theirs goes to the region, which gives it to another desk, and it does not come back by itself', async () => {
    await living(abdi());
    expect(await choose('ingrid', 'not-ours', { note: 'Woont in Kampen.' })).toBe('done');
    expect(await row()).toMatchObject({ route: 'region-queue', desk: null, owner: null });
    expect(await choose('ingrid', 'contact')).toBe('gone');
    const queue = new RegionQueue(at.web, clock);
    const [kampen, vo] = await at.sql<{ id: string }>(`select id from app.organisation where code in ('LPA-Kampen', '11BR00') order by code desc`);
    const gijs = await at.member('gijs');
    expect(await queue.assign(gijs, id, String(vo?.id))).toBe('gone');
    expect(await queue.assign(await at.member('pieter'), id, String(kampen?.id))).toBe('gone');
    expect(await Promise.all([1, 2].map(() => queue.assign(gijs, id, String(kampen?.id))))).toEqual(['done', 'done']);
    expect(await row()).toMatchObject({ route: 'leerplicht', desk: 'LPA-Kampen' });
    expect(await cases.pickUp(await at.member('mark'), id)).toBe('done');
    expect(await events()).toEqual(['case-handed-over', 'case-assigned leerplicht', 'case-picked-up']);
  });

  it('that is offered moves when the Doorstroompunt picks it up', async () => {
    await living(abdi({ born: '2008-09-15' }));
    await sweep(at.tx, DAY);
    expect(await choose('marloes', 'contact')).toBe('gone');
    expect(await cases.pickUp(await at.member('marloes'), id)).toBe('done');
    expect(await row()).toMatchObject({ route: 'doorstroompunt', desk: 'DSP-10', owner: 'Marloes' });
    expect(await choose('ingrid', 'contact')).toBe('gone');
  });

  it.each(['mark', 'youssef', 'marloes', 'fatima', 'lars', 'sanne', 'gijs'] as const)('is not there for %s', async (person) => {
    await living(abdi());
    const who = await at.member(person);
    const before = await row();
    for (const { code } of caseChoices) {
      const done = await cases.choose(who, id, { choice: code, course: 'bbl' }).catch((error: { code?: string }) => error.code);
      expect([code, done]).toEqual([code, expect.stringMatching(/gone|42501/)]);
    }
    expect(await row()).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it('is late when nobody picked it up in two working days, or had contact in ten', async () => {
    await living(abdi());
    const late = async (picked: string | null, contact: string | null, day: string) =>
      (await at.sql<{ late: boolean }>(`select app.is_late('2026-09-10', $1, $2, $3) as late`, [picked, contact, day]))[0]?.late;
    expect(await late(null, null, '2026-09-14')).toBe(false);
    expect(await late(null, null, '2026-09-15')).toBe(true);
    expect(await late('2026-09-11', null, '2026-09-24')).toBe(false);
    expect(await late('2026-09-11', null, '2026-09-25')).toBe(true);
    expect(await late('2026-09-11', '2026-09-20', '2026-12-01')).toBe(false);
  });
});

describe('a note of the mentor', () => {
  const notes = () => new MentorNotes(at.web, clock);
  const leaverId = async () => String((await at.sql<{ id: string }>('select id from app.leaver'))[0]?.id);
  const card = async () => (await at.sql('select work_group, turn, turn_since::text as since from app.card'))[0];

  it('moves the leaver to who is next, and a call without an answer does not', async () => {
    await living(abdi());
    const fatima = await at.member('fatima');
    await notes().add(fatima, await leaverId(), { choice: 'no-contact' });
    expect(await card()).toEqual({ work_group: 'act', turn: 'mentor', since: '2026-09-14' });
    await Promise.all([1, 2].map(async () => notes().add(fatima, await leaverId(), { choice: 'spoken', note: 'Zoekt iets anders.' })));
    expect(await card()).toEqual({ work_group: 'wait', turn: 'desk', since: DAY });
    expect(await at.sql('select choice, note from app.attempt order by made_at')).toEqual([
      { choice: 'no-contact', note: '' }, { choice: 'spoken', note: 'Zoekt iets anders.' },
    ]);
  });

  it('that says where the leaver goes closes the signal and the case at once', async () => {
    await living(abdi());
    await notes().add(await at.member('lars'), await leaverId(), { choice: 'other-route', destination: 'vavo' });
    expect(await card()).toMatchObject({ work_group: 'fine', turn: null });
    expect(await row()).toMatchObject({ closed: DAY, outcome: 'full-time' });
    expect(await events()).toEqual(expect.arrayContaining(['destination-known vavo', 'signal-closed destination-known', 'case-closed full-time']));
  });

  it('is refused without a destination that settles it', async () => {
    await living(abdi());
    const fatima = await at.member('fatima');
    const leaverOf = await leaverId();
    expect(() => notes().add(fatima, leaverOf, { choice: 'other-route', destination: 'unknown' })).toThrow('settled destination');
  });

  it.each(['joost', 'niels', 'vera'] as const)('is not for %s to write', async (person) => {
    await living(abdi());
    expect(await notes().add(await at.member(person), await leaverId(), { choice: 'spoken' })).toBe('gone');
    expect(await at.sql('select from app.attempt')).toEqual([]);
  });
});
