import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Database, readConfig } from '#platform';
import { importCommand } from '../../apps/console/src/commands/import.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { regionIn } from './example-region.ts';

const HEADER = 'aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;postcode;vooropleiding;crebo;leerweg;startdatum;aangemeld_op;voorkeur';
const LOTTE = 'NIEUW-1;Lotte;;Hendriks;17-01-2009;8498 GK;90AK00;90011;BOL;24-08-2026;03-11-2025;2';
const WITHOUT_NAME = 'NIEUW-2;;;;17-01-2009;8498 GK;90AK00;90011;BOL;24-08-2026;03-11-2025;2';

/** bin/overstap import aanmeldingen: a file of two new applications, of which one is refused. */
describe('an import of all or nothing with a refused row', () => {
  let database: FreshDatabase;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'overstap-rows-'));

  beforeAll(async () => {
    database = await freshDatabase();
    const region = regionIn(database);
    for (const kind of ['organisaties', 'opleidingen']) await region.bring(kind, '2026-01-01');
    await region.close();
    fs.writeFileSync(path.join(folder, 'aanmeldingen-90XM.csv'), [HEADER, LOTTE, WITHOUT_NAME, ''].join('\n'));
  });
  afterAll(async () => {
    await database.drop();
    fs.rmSync(folder, { recursive: true });
  });

  const ask = async (...flags: string[]) => {
    const values = Object.fromEntries(flags.map((flag) => [flag, true]));
    const config = readConfig({ OVERSTAP_TODAY: '2026-01-01' }, 'command');
    const work = await importCommand.plan({ values, words: ['aanmeldingen', 'aanmeldingen-90XM.csv'], file: (name) => path.join(folder, name), config });
    return work(database as unknown as Database);
  };
  const written = (): Promise<unknown[]> => database.asSuperuser("select from app.application where number like 'NIEUW-%'");
  const told = (created: number, waiting: number): object => ({
    exit: 1, json: { files: [{ rows: 2, created, updated: 0, unchanged: 0, refused: [{ line: 3 }], waiting: 0 }], ties: { tied: 0, waiting } },
  });

  it('says that nothing was created, as nothing was, also when it is tried first', async () => {
    const done = await ask('all-or-nothing');
    expect(done).toMatchObject(told(0, 0));
    expect(done.text.join('\n')).toMatch(/2 rijen, 0 nieuw[^]*Er is niets geschreven/);
    expect((await ask('all-or-nothing', 'dry-run')).json).toEqual(done.json);
    expect(await written()).toHaveLength(0);
  });

  it('says on a trial of the right rows what would be created, and creates that', async () => {
    const tried = await ask('dry-run');
    expect(tried).toMatchObject(told(1, 1));
    expect(await written()).toHaveLength(0);
    expect((await ask()).json).toEqual(tried.json);
    expect(await written()).toHaveLength(1);
  });
});
