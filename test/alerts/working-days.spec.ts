import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

describe('working days', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['2026-09-11', '2026-09-14', 1],
    ['2026-09-11', '2026-09-13', 0],
    ['2026-09-07', '2026-09-14', 5],
    ['2026-09-14', '2026-09-14', 0],
    ['2026-09-14', '2026-09-11', 0],
    ['2026-12-31', '2027-01-04', 2],
  ])('from after %s up to %s are %i', async (since, until, count) => {
    expect(await database.asSuperuser('select app.working_days($1, $2) as count', [since, until])).toEqual([{ count }]);
  });

  it('are what counting them one by one gives', async () => {
    const differing = await database.asSuperuser(`
      select since, until from generate_series(date '2027-12-20', '2028-03-10', interval '1 day') since,
        generate_series(date '2027-12-20', '2028-03-10', interval '1 day') until
      where app.working_days(since::date, until::date) <> (
        select count(*) from generate_series(since + interval '1 day', until, interval '1 day') day where extract(isodow from day) < 6)`);
    expect(differing).toEqual([]);
  });
});
