import { waitingTies } from '#transfers';
import { WORKER } from '#platform';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { beforeStatuses, keyOf, regionIn, type Region } from './example-region.ts';

const DAYS = ['2026-04-01', '2026-06-01', '2026-09-14', '2026-10-01'];

interface Signal {
  readonly school: string;
  readonly leerlingnummer: string;
  readonly kind: string;
  readonly route: string;
}

const asked = `select o.code as school, l.number as leerlingnummer, s.kind, s.route
  from app.signals_on($1) s join app.leaver l on l.id = s.leaver_id join app.organisation o on o.id = l.school_id`;

const line = ({ school, leerlingnummer, kind, route }: Signal): string => [school, leerlingnummer, kind, route].join(' ');

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

  const signalsOn = async (day: string): Promise<string[]> => {
    const rows = await region.tx.run(WORKER, (sql) => sql<Signal & Record<string, unknown>>(asked, [day]));
    return rows.map(line).sort();
  };

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
    expect(await signalsOn(day)).toEqual(keyOf<Signal[]>(`signalen-${day}.json`).map(line).sort());
  });

  it('gives the signals of an earlier day when later statuses are known', async () => {
    expect(await signalsOn('2026-04-01')).toEqual(keyOf<Signal[]>('signalen-2026-04-01.json').map(line).sort());
  });

  it('changes nothing when everything comes again', async () => {
    for (const kind of [...beforeStatuses, 'statussen']) {
      const { files } = await region.bring(kind, '2026-10-02');
      for (const file of files) expect(file).toMatchObject({ created: 0, updated: 0, waiting: 0, refused: [] });
    }
  });
});
