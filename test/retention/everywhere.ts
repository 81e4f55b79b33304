import type { TestApp } from '../support/test-app.ts';

/** Every table that has one of these words in any row and any column, whatever its case. */
export async function tablesWith(site: TestApp, ...words: string[]): Promise<string[]> {
  const tables = await site.database.asSuperuser<{ name: string }>("select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const hits = await site.database.asSuperuser(`select from app.${name} t, unnest($1::text[]) word where position(lower(word) in lower(to_jsonb(t)::text)) > 0 limit 1`, [words]);
    if (hits.length) found.push(name);
  }
  return found;
}
