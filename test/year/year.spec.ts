import { daysFrom, differences, NOTHING, remindedEachDay, shownEachDay, toldEachDay } from './expected.ts';
import { grouped } from './files.ts';
import { late } from './late.ts';
import { faultsOf } from './letters.ts';
import { begin, liveThrough, type Day } from './live.ts';
import { told, weekly } from './mails.ts';
import { personas } from './personas/index.ts';
import { reminded } from './reminders.ts';
import { remindersSent } from './seen.ts';
import { openWorld, type World } from './world.ts';

const [FIRST, LAST] = ['2025-10-01', '2026-12-16'];
const days = daysFrom(FIRST, LAST).slice(1);

/**
 * Who holds which row of the rules; each persona says so too, and its life shows what else happens on the way.
 * 5: 1 abdi · 2 elif · 3 isa nina olaf · waiting sem pia · 4 noor caro · 5 geert daan · 6 eva pim · 7 noor · nothing for who started
 *   milou bart dries · for a known destination yara otis · dated later uma · planned vik · comes back jade · silence xena yael ·
 *   the calendar of the own school year lea ruud
 * 6: 1 finn gwen jip · 2 lou mats nola · 3 senna jort · 4 luuk kaan lieke floor · 5 hugo mees mick · 6 ines teun veerle · 7 sjors dirkje
 *   ruud · 29 February lea · 18 while it is open tess wietse bo · no mentor to reach nick ties cas · two regions oona mila
 * 7: at once, not on Monday rik · on Mondays, not on quiet ones quin · left out before it goes wes · deceased tygo rens · reminders ayla
 *   mads, and reminders.ts for everybody at work
 * 8: pick-up, contact, intake wout · late gaby kim noor · outcomes adam bas cleo dani emma fien lotte · queue hidde · mentor joep ·
 *   reopened kim ilse · second case puck · other desk roos vos · other region sil teddy
 */
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

  it('reminds each on the days of the table', async () => {
    const [got, wanted] = [await remindersSent(at), remindedEachDay(reminded)];
    expect({ unexpected: got.filter((one) => !wanted.includes(one)), missing: wanted.filter((one) => !got.includes(one)) }).toEqual({ unexpected: [], missing: [] });
  });

  it('sends nobody two mails on one day', async () => {
    expect(await at.sql("select to_address, day::text from app.mail where state = 'sent' group by 1, 2 having count(*) > 1")).toEqual([]);
  });

  it('sends nothing but digests in a weekend', async () => {
    expect(await at.sql(`select day::text, template from app.mail where template <> 'digest' and extract(isodow from day) > 5`)).toEqual([]);
  });

  it('sweeps at six in the morning, not a minute earlier, also when the clock was changed that night', () => {
    expect(lived.map(({ sweeps }) => sweeps)).toEqual(days.map((_, index) => [index, index + 1]));
  });

  it('leaves counts of everybody years later, and nothing that anybody did keeps somebody from being forgotten', async () => {
    for (let year = 2027; year <= 2042; year += 1) {
      for (const day of [`${year}-08-03`, `${year}-10-01`, `${year}-11-02`]) {
        at.moveTo(day, '06:00');
        await at.work();
      }
    }
    expect(await at.sql(`select l.given_name from app.leaver l where l.anonymous_on is null and not exists (select from app.desk_case c where c.leaver_id = l.id and c.closed_on is null)`)).toEqual([]);
    expect((await at.sql('select from app.leaver where anonymous_on is not null')).length).toBeGreaterThan(80);
  }, 120_000);
});
