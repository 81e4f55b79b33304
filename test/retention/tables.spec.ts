import { keptTables, notAboutPeople, retention } from '#policy';
import { freshDatabase } from '../support/fresh-database.ts';

describe('the terms', () => {
  it('decide on every table, once', async () => {
    const database = await freshDatabase();
    const tables = await database.asSuperuser<{ name: string }>("select relname as name from pg_class c where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and not relispartition");
    await database.drop();
    expect([...Object.values(keptTables).flat(), ...notAboutPeople].toSorted((one, other) => one.localeCompare(other))).toEqual(tables.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other)));
  });

  it('each say what, how long and why', () => {
    for (const { code, dutch, because } of retention) expect([code, dutch.length > 5, because.length > 10]).toEqual([code, true, true]);
  });
});
