import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '#platform';
import { buildOnce } from '../support/folder-user.ts';
import { daysFrom, differences, shownEachDay, toldEachDay } from './expected.ts';
import { grouped, happenings } from './files.ts';
import { begin, bringAll, liveThrough } from './live.ts';
import { told, weekly } from './mails.ts';
import type { Persona } from './persona.ts';
import { personas } from './personas/index.ts';
import { digestsOf, shownNow } from './seen.ts';
import { momentOf, openWorld, type World } from './world.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const table = toldEachDay(told, weekly);
const leavers = personas.filter(({ year }) => year === '2025-2026');
/** Nobody at work does something about them, so that they may be met on any day. */
const leftAlone = leavers.filter((who) => happenings([who]).every(({ act }) => !act));
const about = (some: readonly Persona[], days: readonly string[]): string[] =>
  days.flatMap((day) => table.get(day) ?? []).filter((one) => some.some(({ key }) => one.endsWith(` ${key}`)) || one.includes(' silence '));

let at: World;
const opened = async (day: string): Promise<void> => {
  at = await openWorld(day);
};
afterEach(() => at.close());

/** For a busy machine, in milliseconds. */
const PATIENCE = 300_000;

const toldOn = async (day: string): Promise<string[]> => (await digestsOf(at, day)).flatMap((digest) => digest.told ?? []).sort();

describe('a worker that lay still for five days in September', () => {
  const stopped = [...daysFrom('2026-08-31', '2026-09-04'), ...daysFrom('2026-09-08', '2026-09-12')];
  /** Not whom the region gives a desk, nor who dies, while nothing is swept: there is no case yet. */
  const some = leavers.filter(({ key }) => key !== 'mats' && key !== 'tygo');

  it('knows and tells everything that was due on the first day that it runs again, once', async () => {
    await opened('2026-08-24');
    const days = daysFrom('2026-08-25', '2026-09-16');
    await begin(at, some, '2026-08-24');
    const lived = await liveThrough(at, some, days, stopped);
    const swept = days.filter((day) => !stopped.includes(day) && day > '2026-08-26');
    const shown = some.flatMap((who) =>
      shownEachDay(who, days).map((expected, index) => ({ day: days[index]!, what: who.key, expected, got: lived[index]!.shown.get(who.key) ?? '-' })));
    expect(differences(shown.filter(({ day }) => swept.includes(day)))).toEqual([]);
    const due = (day: string): string[] => daysFrom(swept.filter((one) => one < day).at(-1) ?? day, day).filter((one) => one === day || stopped.includes(one));
    /** By 5 September the list of Monday has become something louder. */
    const wanted = swept.map((day) => [day, about(some, due(day)).filter((one) => !one.includes('no-place-yet')).sort()]);
    expect(lived.filter(({ day }) => swept.includes(day)).map(({ day, digests }) => [day, digests.flatMap((digest) => digest.told ?? []).sort()])).toEqual(wanted);
  }, PATIENCE);
});

describe('a clock that jumps', () => {
  it.each([
    { from: '2026-08-20', to: '2026-09-13' },
    { from: '2026-08-20', to: '2026-10-25' },
    { from: '2026-10-24', to: '2027-02-15' },
  ])('from $from to $to finds each alert of that day once, and is quiet the day after', async ({ from, to }) => {
    await opened(from);
    await begin(at, leftAlone, from);
    await morning(addDays(from, 1));
    at.moveTo(to, '05:00');
    await bringAll(at, leftAlone, from, addDays(to, -1));
    await morning(to);
    const open = (shown: string | undefined): string => (shown ?? '-').replace(/ \| closed.*/, '').replace(/ \| .*/, ' with a case');
    const now = await shownNow(at);
    expect(differences(leftAlone.map((who) => ({ day: to, what: who.key, expected: open(shownEachDay(who, [to])[0]), got: open(now.get(who.key)) })))).toEqual([]);
    const before = await toldOn(to);
    await at.work('sweep');
    expect(await toldOn(to)).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    expect(await twice(at)).toEqual([]);
  }, PATIENCE);
});

async function morning(day: string): Promise<void> {
  at.moveTo(day, '06:00');
  await at.work('sweep');
  await at.deliver();
}

/** What may never be there twice. */
const twice = ({ sql }: World) => sql(`
  select 'signal' as what, leaver_id::text from app.signal where closed_on is null group by leaver_id having count(*) > 1
  union all select 'case', leaver_id::text from app.desk_case where closed_on is null group by leaver_id having count(*) > 1
  union all select 'mail', account_id::text from app.mail where template = 'digest' group by account_id, day having count(*) > 1
  union all select 'telling', i.signal_id::text from app.mail_item i join app.mail m on m.id = i.mail_id join app.signal s on s.id = i.signal_id
    where s.kind in ('no-show', 'dropped-out', 'start-unconfirmed', 'no-place-at-start') group by i.signal_id, i.kind, i.reason, m.account_id having count(*) > 1`);

describe('on 1 September', () => {
  /** A mail that came back the day before would be told to somebody else today. */
  const some = leftAlone.filter(({ mentor }) => mentor !== 'henk');
  const DAY = '2026-09-01';
  const moment = momentOf(DAY, '06:00');
  const working: WorkerProcess[] = [];
  const start = (): void => void working.push(startWorkerProcess(at, moment));

  beforeAll(buildOnce);
  beforeEach(async () => {
    await opened('2026-08-30');
    await begin(at, some, '2026-08-30');
    await morning('2026-08-31');
    at.moveTo(DAY, '06:00');
  });
  afterEach(() => Promise.all(working.splice(0).map((one) => one.kill())));

  it('two workers sweep and mail once', async () => {
    const kept = at.office.kept.length;
    start();
    start();
    await everythingSent();
    expect(await toldOn(DAY)).toEqual(about(some, [DAY]).sort());
    expect(at.office.kept.length - kept).toBe((await digestsOf(at, DAY)).length);
    expect(await twice(at)).toEqual([]);
  }, PATIENCE);

  it('a worker that is killed while it sweeps leaves nothing, and the next one does it all', async () => {
    await whileSweepsCannotEnd(async () => {
      start();
      await until(async () => (await at.sql(SWEEPING)).length > 0);
      await working[0]!.kill();
    });
    await until(async () => (await at.sql(SWEEPING)).length === 0);
    expect(await digestsOf(at, DAY)).toEqual([]);
    start();
    await everythingSent();
    expect(await toldOn(DAY)).toEqual(about(some, [DAY]).sort());
    expect(await twice(at)).toEqual([]);
  }, PATIENCE);

  it('a sweep whose connection is cut leaves nothing, and the same worker does it all', async () => {
    await whileSweepsCannotEnd(async () => {
      const swept = at.work('sweep').catch((error: Error) => error.message);
      await until(async () => (await at.sql(SWEEPING)).length > 0);
      await at.sql(`select pg_terminate_backend(pid) from (${SWEEPING}) sweeping`);
      expect(await swept).toMatch(/terminat/);
    });
    expect(await digestsOf(at, DAY)).toEqual([]);
    await at.work('sweep');
    await at.deliver();
    expect(await toldOn(DAY)).toEqual(about(some, [DAY]).sort());
    expect(await twice(at)).toEqual([]);
  }, PATIENCE);

  it('a worker that is killed between two letters sends no other letter a second time', async () => {
    const before = at.office.kept.length;
    start();
    await until(() => Promise.resolve(at.office.kept.length > before));
    await working[0]!.kill();
    await at.sql('update app.mail set locked_until = now(), run_at = now() where locked_until is not null');
    start();
    await everythingSent();
    const sent = await digestsOf(at, DAY);
    const copies = grouped(at.office.kept.slice(before), ({ messageId }) => String(messageId));
    expect([...copies.keys()].sort()).toEqual(sent.map(({ id }) => `<mail-${id}@overstap.example>`).sort());
    expect(await toldOn(DAY)).toEqual(about(some, [DAY]).sort());
  }, PATIENCE);

  const everythingSent = () => until(async () => {
    const digests = await digestsOf(at, DAY);
    return digests.length > 0 && digests.every(({ state }) => state !== 'queued');
  });
});

const SWEEPING = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%run_sweep%' and datname = current_database() and pid <> pg_backend_pid()`;

async function whileSweepsCannotEnd(act: () => Promise<void>): Promise<void> {
  await at.worker.run({ kind: 'worker' }, async (sql) => {
    await sql('lock table app.sweep in exclusive mode');
    await act();
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20);
}
