import { waitingTies } from '#transfers';
import { WORKER } from '#platform';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { beforeStatuses, keyOf, regionIn, type Region, signalsOfKey, signalsOn } from './example-region.ts';

const DAYS = ['2026-04-01', '2026-06-01', '2026-09-14', '2026-10-01'];

describe('the example region', () => {
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

  it('goes in without a refusal or a warning', async () => {
    for (const kind of beforeStatuses) {
      const { files } = await region.bring(kind, '2025-11-03');
      expect(files).toEqual(files.map(({ file }) => expect.objectContaining({ file, refused: [], warnings: [], error: null, unchanged: 0 })));
    }
  });

  it('leaves exactly those waiting that nobody may guess', async () => {
    const waiting = await region.tx.run(WORKER, waitingTies);
    expect(waiting.map(({ application }) => application).sort()).toEqual(keyOf<string[]>('te-koppelen.json').sort());
  });

  it.each(DAYS)('gives the signals of %s exactly', async (day) => {
    const report = await region.bring('statussen', day, (name) => name.includes(`-tot-${day}`));
    expect(report.files.map(({ error }) => error)).toEqual([null, null]);
    expect(await signalsOn(region, day)).toEqual(signalsOfKey(day));
  });

  it('gives the signals of an earlier day when later statuses are known', async () => {
    expect(await signalsOn(region, '2026-04-01')).toEqual(signalsOfKey('2026-04-01'));
  });

  it('changes nothing when everything comes again', async () => {
    for (const kind of [...beforeStatuses, 'statussen']) {
      const { files } = await region.bring(kind, '2026-10-02');
      for (const file of files) expect(file).toMatchObject({ created: 0, updated: 0, waiting: 0, refused: [] });
    }
  });
});
