import { daysFrom, differences, NOTHING, shownEachDay, toldEachDay } from './expected.ts';
import { grouped } from './files.ts';
import { late } from './late.ts';
import { faultsOf } from './letters.ts';
import { begin, liveThrough, type Day } from './live.ts';
import { told, weekly } from './mails.ts';
import { personas } from './personas/index.ts';
import { openWorld, type World } from './world.ts';

const [FIRST, LAST] = ['2025-10-01', '2026-12-31'];
const days = daysFrom(FIRST, LAST).slice(1);

describe('a school year, day by day', () => {
  let at: World;
  let lived: readonly Day[];

  beforeAll(async () => {
    at = await openWorld(FIRST);
    await begin(at, personas, FIRST);
    lived = await liveThrough(at, personas, days);
  }, 300_000);
  afterAll(() => at.close());

  it('shows of everybody each evening what the table says', () => {
    const seen = personas.flatMap((who) =>
      shownEachDay(who, days).map((expected, index) => ({ day: days[index]!, what: who.key, expected, got: lived[index]!.shown.get(who.key) ?? NOTHING })),
    );
    expect(differences(seen)).toEqual([]);
  });

  it('says of a desk that it is late on the days of the table', () => {
    const seen = Object.entries(late).flatMap(([who, spans]) =>
      lived.map(({ day, late: now }) => ({ day, what: who, expected: spans.some(([from, until]) => from <= day && day <= until) ? 'late' : '', got: now.includes(who) ? 'late' : '' })),
    );
    expect(differences(seen)).toEqual([]);
  });

  it('tells each reader in one mail a day what the table says', () => {
    const table = toldEachDay(told, weekly);
    const seen = lived.flatMap(({ day, digests }) => {
      const got = digests.flatMap((digest) => digest.told ?? []);
      const expected = table.get(day) ?? [];
      return [...new Set([...got, ...expected])].map((one) => ({ day, what: one, expected: expected.includes(one) ? 'told' : '', got: got.includes(one) ? 'told' : '' }));
    });
    expect(differences(seen)).toEqual([]);
  });

  it('sends each of them once, with the counts of the table and without a name', () => {
    const kept = grouped(at.office.kept, ({ messageId }) => String(messageId));
    expect(lived.flatMap(({ day, digests }) => digests.flatMap((digest) => faultsOf(digest, kept).map((fault) => `${day} ${fault}`)))).toEqual([]);
    expect(lived.flatMap(({ day, digests }) => digests.map(({ to }) => `${day} ${to}`)).filter((one, index, all) => all.indexOf(one) !== index)).toEqual([]);
    expect([...kept.values()].filter((letters) => letters.length > 1)).toEqual([]);
  });

  it('sends nothing but digests in a weekend', async () => {
    expect(await at.sql(`select day::text, template from app.mail where template <> 'digest' and extract(isodow from day) > 5`)).toEqual([]);
  });

  it('sweeps at six in the morning, not a minute earlier, also when the clock was changed that night', () => {
    expect(lived.map(({ sweeps }) => sweeps)).toEqual(days.map((_, index) => [index, index + 1]));
  });
});
