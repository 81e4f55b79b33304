import { install, migrations } from '#migrations';
import { prepareDatabase } from '#platform';
import { emptyDatabase } from '../support/fresh-database.ts';
import { TEST_SECRET } from '../support/template-database.ts';

describe('an upgrade', () => {
  it('may name what a function takes otherwise, or leave a function out', async () => {
    const database = await emptyDatabase();
    try {
      const withExtra = (sql: string) => [...install.slice(0, -1), { name: 'extra', sql }, ...install.slice(-1)];
      const policies = "select count(*)::int as n from pg_policies where schemaname = 'app'";
      const first = 'create function app.extra(day date) returns date language sql return day';
      await prepareDatabase(database.ownerUrl, { migrations, install: withExtra(first) }, TEST_SECRET);
      const before = await database.asSuperuser(policies);
      await prepareDatabase(database.ownerUrl, { migrations, install: withExtra(first.replaceAll('day', 'moment')) }, TEST_SECRET);
      expect(await database.asSuperuser("select app.extra('2026-09-14')::text as day")).toEqual([{ day: '2026-09-14' }]);
      await prepareDatabase(database.ownerUrl, { migrations, install }, TEST_SECRET);
      expect(await database.asSuperuser(policies)).toEqual(before);
      expect(await database.asSuperuser("select to_regprocedure('app.extra(date)') as it")).toEqual([{ it: null }]);
    } finally {
      await database.drop();
    }
  });
});
