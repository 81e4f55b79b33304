import { feastDays, holidayKinds, holidayRegions, holidays } from '#policy';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

const DAY_MS = 86_400_000;
const weekday = (day: string): number => new Date(day).getUTCDay();

describe('the school holidays and feast days', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  async function ask<T>(expression: string): Promise<T> {
    const [row] = await database.asSuperuser<{ said: T }>(`select ${expression} as said`);
    return row?.said as T;
  }

  it.each(['2024-2025', '2025-2026', '2026-2027', '2027-2028'])('gives each holiday of %s in each region, in the order of the year', (schoolYear) => {
    for (const { code: region } of holidayRegions) {
      const of = holidays.filter((row) => row.schoolYear === schoolYear && row.region === region);
      expect(of.map(({ kind }) => kind)).toEqual(holidayKinds.map(({ code }) => code));
      expect(of.map(({ firstDay }) => firstDay)).toEqual(of.map(({ firstDay }) => firstDay).toSorted());
    }
  });

  it('begins each holiday on a Saturday and ends it on a Sunday, whole weeks later', () => {
    for (const { firstDay, lastDay } of holidays) {
      expect([weekday(firstDay), weekday(lastDay)]).toEqual([6, 0]);
      expect([9, 16, 44]).toContain((Date.parse(lastDay) - Date.parse(firstDay)) / DAY_MS + 1);
    }
  });

  it.each([
    [2025, ['2025-01-01', '2025-04-18', '2025-04-21', '2025-04-26', '2025-05-05', '2025-05-29', '2025-06-09', '2025-12-25', '2025-12-26']],
    [2026, ['2026-01-01', '2026-04-03', '2026-04-06', '2026-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26']],
    [2027, ['2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-05', '2027-05-06', '2027-05-17', '2027-12-25', '2027-12-26']],
    [2028, ['2028-01-01', '2028-04-14', '2028-04-17', '2028-04-27', '2028-05-05', '2028-05-25', '2028-06-05', '2028-12-25', '2028-12-26']],
  ])('knows the feast days of %s', (year, days) => {
    expect(feastDays(year).map(({ day }) => day)).toEqual(days);
  });

  it.each([
    ['a Monday in term', '2026-09-14', 'Noord', false],
    ['a Saturday', '2026-09-19', 'Noord', true],
    ['a Sunday', '2026-09-20', null, true],
    ['Ascension day', '2026-05-14', 'Zuid', true],
    ['the summer holiday of the south, where it begins later than in the north', '2026-07-06', 'Zuid', false],
    ['the same day in the north', '2026-07-06', 'noord', true],
    ['the same day for who has no region', '2026-07-06', null, false],
    ['a day on which all three are free', '2026-07-27', null, true],
    ['such a day for a region that nobody knows', '2026-07-27', 'Antillen', true],
    ['the first day of school in the north', '2026-08-17', 'Noord', false],
    ['Christmas holiday', '2026-12-22', null, true],
  ])('says whether %s is quiet', async (_, day, region, quiet) => {
    expect(await ask(`app.is_quiet('${day}', ${region ? `'${region}'` : 'null'})`)).toBe(quiet);
  });

  it('names the holiday that a day falls in', async () => {
    expect(await ask("array[app.school_break('2026-10-12', 'Noord'), app.school_break('2026-10-12', 'Zuid'), app.school_break('2026-08-03', null)]"))
      .toEqual(['autumn', null, 'summer']);
  });

  it('counts a school year from its first to its last day of school, per holiday region', async () => {
    expect(await ask("array[app.first_school_day('2025-2026', 'Noord'), app.last_school_day('2025-2026', 'Noord')]::text[]")).toEqual(['2025-08-25', '2026-07-03']);
    expect(await ask("array[app.first_school_day('2026-2027', 'Midden'), app.last_school_day('2026-2027', 'Zuid')]::text[]")).toEqual(['2026-08-31', '2027-07-23']);
    expect(await ask("array[app.first_school_day('2026-2027', null), app.last_school_day('2025-2026', null)]::text[]")).toEqual(['2026-08-17', '2026-07-17']);
  });

  it('has a usual summer for years that nobody gave dates for', async () => {
    expect(await ask("array[app.first_school_day('2034-2035', 'Noord'), app.last_school_day('2034-2035', 'Noord')]::text[]")).toEqual(['2034-08-21', '2035-07-17']);
  });

  it('lets a region have holidays of its own, and the usual ones back', async () => {
    const change = (value: string): Promise<unknown> => database.asSuperuser(
      `insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2026-2027', 'noord-autumn', ${value}, '2026-09-14', now())`);
    const breaks = "array[app.school_break('2026-10-12', 'Noord', '10'), app.school_break('2026-10-19', 'Noord', '10'), app.school_break('2026-10-12', 'Noord', '11')]";
    await change("'2026-10-17/2026-10-25'");
    expect(await ask(breaks)).toEqual([null, 'autumn', 'autumn']);
    await change('null');
    expect(await ask(breaks)).toEqual(['autumn', null, 'autumn']);
  });

  it('may be asked by every kind of actor', async () => {
    const kinds = ['guest', 'student', 'mentor', 'school', 'college', 'desk', 'region', 'worker', 'office', 'privacy'];
    for (const kind of kinds) {
      const [row] = await database.asSuperuser<{ may: boolean }>(
        `select has_table_privilege('${database.rolePrefix}as_${kind}', 'app.holiday_rule', 'select')
          and has_function_privilege('${database.rolePrefix}as_${kind}', 'app.is_quiet(date, text, text)', 'execute') as may`);
      expect([kind, row?.may]).toEqual([kind, true]);
    }
  });
});
