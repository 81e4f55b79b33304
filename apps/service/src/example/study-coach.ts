import { bytesSource, importFiles, kindOf, type KindName } from '#exchange';
import type { Tx } from '#platform';
import { EXAMPLE_YEAR } from './days.ts';

type Said = readonly [status: string, day: string];

const TALKED: readonly Said[] = [['aangemeld', '02-06-2026'], ['uitgenodigd voor intake', '09-06-2026'], ['intake gepland', '11-06-2026'], ['intake geweest', '18-06-2026']];
const PLACED: readonly Said[] = [...TALKED, ['plaats aangeboden', '25-06-2026'], ['plaats geaccepteerd', '29-06-2026'], ['ingeschreven', '06-07-2026']];

/** Students who stop at one college and go on at another: one started, one stayed away, and one applied nowhere. */
const LEAVING: readonly { readonly number: string; readonly who: string; readonly lives: string; readonly said: readonly Said[] }[] = [
  { number: '200101', who: 'Dunya;Mulder;14-02-2008', lives: '7722 AB;Dalfsen', said: [...PLACED, ['gestart', '26-08-2026']] },
  { number: '200102', who: 'Ruben;Wolters;23-11-2007', lives: '7731 CD;Ommen', said: [...PLACED, ['niet verschenen', '07-09-2026']] },
  { number: '200103', who: 'Zoë;Kist;05-05-2008', lives: '8011 EF;Zwolle', said: [] },
];

/** The colleges of the example: where they leave, with the study coach who guides them, and where they go. */
const FROM = { code: '90XM', coach: 'n.degroot@regiocollege-dalfsen.example' } as const;
const TO = { code: '91XM', programme: '90018;BOL;24-08-2026' } as const;

/** Brings who leaves an mbo as a college would, in files of its own: the given files and their answers stay as they are. */
export async function leaveAnMbo(worker: Tx, on: string, day: string): Promise<void> {
  await bring(worker, on, 'leerlingen', FROM.code, [
    'leerlingnummer;roepnaam;achternaam;geboortedatum;postcode;gemeente;schoolsoort;klas;mentor',
    ...LEAVING.map(({ number, who, lives }) => `${number};${who};${lives};mbo;D1B;${FROM.coach}`),
  ]);
  const applied = LEAVING.map((row) => ({ ...row, said: row.said.filter(([, at]) => isoOf(at) <= day) })).filter(({ said }) => said.length);
  if (!applied.length) return;
  await bring(worker, on, 'aanmeldingen', TO.code, [
    'aanmeldnummer;roepnaam;achternaam;geboortedatum;postcode;vooropleiding;crebo;leerweg;startdatum;aangemeld_op;voorkeur',
    ...applied.map(({ number, who, lives, said }) => `${TO.code}-${number};${who};${lives.split(';')[0]};${FROM.code};${TO.programme};${said[0]?.[1]};1`),
  ]);
  await bring(worker, on, 'statussen', TO.code, [
    'aanmeldnummer;status;per_datum;reden',
    ...applied.flatMap(({ number, said }) => said.map(([status, at]) => `${TO.code}-${number};${status};${at};`)),
  ]);
}

const isoOf = (day: string): string => day.split('-').toReversed().join('-');

async function bring(worker: Tx, on: string, name: KindName, college: string, lines: readonly string[]): Promise<void> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`No kind ${name}`);
  await importFiles(worker, { kind, files: [bytesSource(`${name}-${college}.csv`, Buffer.from(`${lines.join('\n')}\n`))], year: EXAMPLE_YEAR, day: on });
}
