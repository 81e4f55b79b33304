import fs from 'node:fs';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

const text = fs.readFileSync('docs/privacy.md', 'utf8');
const rows = text.split('\n').filter((line) => /^\| `\w+` \|/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const registered = rows.map(([table]) => table!.replaceAll('`', ''));

describe('the register of docs/privacy.md', () => {
  let database: FreshDatabase;
  const tablesWhere = async (condition: string): Promise<string[]> =>
    (await database.asSuperuser<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and ${condition} order by 1`,
    )).map(({ name }) => name);

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('has a row for each table about people (those with row-level security)', async () => {
    expect((await tablesWhere('relrowsecurity')).filter((table) => !registered.includes(table))).toEqual([]);
  });

  it('names no table that is not there, each once, and fills in every cell', async () => {
    const tables = await tablesWhere('true');
    expect(registered.filter((table) => !tables.includes(table))).toEqual([]);
    expect(registered.filter((table, index) => registered.indexOf(table) !== index)).toEqual([]);
    expect(rows.filter((cells) => cells.some((cell) => cell === ''))).toEqual([]);
  });

  it('names columns in its questions that exist', async () => {
    const questions = [...text.matchAll(/`(select [^`]+)`/g)].map(([, sql]) => sql!);
    expect(questions.length).toBeGreaterThan(4);
    for (const sql of questions) await database.asSuperuser(`prepare question as ${sql}; deallocate question`);
  });

  it('is right about numbers of people that have no place here', async () => {
    const columns = await database.asSuperuser<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'app' and column_name ~* '(bsn|pgn|burgerservice|citizen|score|onderwijsnummer|password)'",
    );
    expect(columns).toEqual([]);
  });
});
