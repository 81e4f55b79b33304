import fs from 'node:fs';
import path from 'node:path';
import { bytesSource, importFiles, type ImportReport, isRefused, kindOf } from '#exchange';
import { WORKER } from '#platform';
import { waitingTies } from '#transfers';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { awkward } from './awkward.ts';
import { EXAMPLE, keyOf, regionIn, type Region, signalsOn, signalsOfKey, YEAR } from './example-region.ts';

const inOtherOrder = ['organisaties', 'statussen', 'aanmeldingen', 'medewerkers', 'leerlingen', 'opleidingen', 'uitslagen'];

describe('the example region as other exports would write it', () => {
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

  const bring = (name: string): Promise<ImportReport> => {
    const kind = kindOf(name)!;
    const files = fs.readdirSync(EXAMPLE).filter((file) => file.startsWith(name) && file.endsWith('.csv'));
    const sources = files.map((file, way) => bytesSource(file, awkward(fs.readFileSync(path.join(EXAMPLE, file), 'utf8'), way)));
    return importFiles(region.tx, { kind, day: '2026-10-01', year: YEAR, files: sources });
  };

  it('goes in without a refusal, whatever comes first', async () => {
    for (const name of inOtherOrder) {
      const { files } = await bring(name);
      const wrong = files.flatMap((file): unknown[] => (isRefused(file) ? [file.error] : [...file.refused]));
      expect({ name, wrong }).toEqual({ name, wrong: [] });
    }
  });

  it('leaves the same applications waiting', async () => {
    const waiting = await region.tx.run(WORKER, waitingTies);
    expect(waiting.map(({ application }) => application).sort()).toEqual(keyOf<string[]>('te-koppelen.json').sort());
  });

  it('gives the same signals', async () => {
    expect(await signalsOn(region, '2026-10-01')).toEqual(signalsOfKey('2026-10-01'));
    expect(await signalsOn(region, '2026-06-01')).toEqual(signalsOfKey('2026-06-01'));
  });
});
