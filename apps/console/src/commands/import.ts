import { fileSource, hasRefusals, importFiles, type ImportReport, isRefused, type Kind, kindNames, kindOf, nothingLeft, UnknownOwner } from '#exchange';
import { Clock, openPool, Tx, type Database } from '#platform';
import { type Asked, type Command, type Outcome, WrongUse } from '../command.ts';
import { importText } from './import-text.ts';

const YEAR = /^(\d{4})-(\d{4})$/;

export const importCommand: Command = {
  name: 'import',
  usage: 'SOORT BESTAND… [--for CODE] [--year 2025-2026] [--dry-run] [--all-or-nothing]',
  about: 'Leest bestanden van scholen, mbo-scholen of de regio in.',
  details: [
    `  SOORT             ${kindNames.slice(0, 5).join(', ')},`,
    `                    ${kindNames.slice(5).join(', ')}`,
    '  --for CODE        de organisatie van wie de bestanden zijn; anders staat die in de naam: SOORT-CODE.csv',
    '  --year JAAR       het schooljaar aan het eind waarvan de leerlingen vertrekken, als het bestand dat niet zegt',
    '  --dry-run         laat zien wat er zou gebeuren en schrijft niets',
    '  --all-or-nothing  schrijft niets als er ook maar één rij fout is',
  ],
  options: {
    for: { type: 'string' },
    year: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'all-or-nothing': { type: 'boolean' },
  },
  writes: true,
  plan: (asked) => {
    const kind = kindAsked(asked);
    const year = yearAsked(asked);
    const files = asked.words.slice(1).map((name) => fileSource(asked.file(name), name));
    if (files.length === 0) throw new WrongUse(`Noem na ${kind.name} de bestanden die erin moeten.`);
    return (database) => bring(database, asked, { kind, year, files });
  },
};

function kindAsked({ words: [name = ''] }: Asked): Kind {
  const kind = kindOf(name.toLowerCase());
  if (!kind) throw new WrongUse(`${name ? `De soort ${name} bestaat niet.` : 'Noem de soort bestanden.'} Kies uit: ${kindNames.join(', ')}.`);
  return kind;
}

function yearAsked({ values: { year } }: Asked): string | undefined {
  if (year === undefined) return undefined;
  const [, from, to] = YEAR.exec(String(year)) ?? [];
  if (!from || Number(from) + 1 !== Number(to)) throw new WrongUse(`${String(year)} is geen schooljaar. Schrijf het als 2025-2026.`);
  return String(year);
}

async function bring({ workerUrl, rolePrefix }: Database, { values, config }: Asked, order: Pick<Parameters<typeof importFiles>[1], 'kind' | 'year' | 'files'>): Promise<Outcome> {
  const pool = openPool(workerUrl, { max: 1, pipeline: false });
  try {
    const [tx, allOrNothing] = [new Tx(pool, rolePrefix), values['all-or-nothing'] === true];
    const found = await importFiles(tx, {
      ...order,
      day: new Clock({ today: config.today }).today(),
      forCode: values.for === undefined ? undefined : String(values.for),
      dryRun: values['dry-run'] === true,
      allOrNothing,
    });
    const report = allOrNothing && hasRefusals(found) ? await nothingLeft(tx, found) : found;
    return { exit: exitOf(report, allOrNothing), json: { files: report.files, ties: report.ties }, text: importText(report, values) };
  } catch (error) {
    throw error instanceof UnknownOwner ? new WrongUse(error.message) : error;
  } finally {
    await pool.end();
  }
}

/** All or nothing is one answer: nothing was written because of a refusal. */
function exitOf(report: ImportReport, allOrNothing: boolean): 0 | 1 | 3 {
  if (!hasRefusals(report)) return 0;
  return report.files.some(isRefused) && !allOrNothing ? 3 : 1;
}
