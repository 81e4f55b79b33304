import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { beforeStatuses, regionIn, type Region } from './example-region.ts';

const DAY = '2025-11-03';
const collegesFirst = ['organisaties', 'opleidingen', 'aanmeldingen', 'medewerkers', 'leerlingen'] as const;

describe.each([
  ['of leavers before their applications', [...beforeStatuses, ...beforeStatuses]],
  ['of leavers whose applications were waiting', collegesFirst],
])('the cards %s', (_, kinds) => {
  let database: FreshDatabase;
  let region: Region;

  beforeAll(async () => {
    database = await freshDatabase();
    region = regionIn(database);
  });
  afterAll(async () => {
    await region.close();
    await database.drop();
  });

  it.each(kinds)('say after %s what the facts say', async (kind) => {
    await region.bring(kind, DAY);
    const odd = await database.asSuperuser('select * from app.card_on($1, null) fresh full join app.card on card.leaver_id = fresh.leaver_id where card is distinct from fresh', [DAY]);
    expect(odd).toEqual([]);
  });

  it('are there for everybody', async () => {
    const [counted] = await database.asSuperuser<{ leavers: number; cards: number }>(
      'select (select count(*)::int from app.leaver) as leavers, (select count(*)::int from app.card) as cards');
    expect(counted?.leavers).toBeGreaterThan(100);
    expect(counted?.cards).toBe(counted?.leavers);
  });
});
