import { askSignals, isSchool, type SignalAnswer } from '#alerts';
import { signals as rows } from '#policy';
import type { Tx } from '#platform';
import { asWorker } from '../as-worker.ts';
import { WrongUse, type Asked, type Command } from '../command.ts';
import { dayOption } from '../day-option.ts';

export const signals: Command = {
  name: 'signals',
  usage: '--on DAG [--school CODE] [--year 2025-2026]',
  about: 'Toont de signalen die op een dag gelden. Verandert niets.',
  details: [
    '',
    '  --on DAG       de dag, zoals 2026-09-14',
    '  --school CODE  alleen leerlingen van deze school',
    '  --year JAAR    alleen leerlingen van dit schooljaar, zoals 2025-2026',
  ],
  options: { on: { type: 'string' }, school: { type: 'string' }, year: { type: 'string' } },
  writes: false,
  plan: (asked) => {
    const question = questionIn(asked);
    return (database) =>
      asWorker(database, async (tx) => {
        await refuseUnknown(tx, question.school);
        const answer = await askSignals(tx, question);
        return { json: answer, text: table(answer) };
      });
  },
};

function questionIn({ values, words }: Asked) {
  const on = dayOption(values.on);
  if (words.length) throw new WrongUse(`${words.join(' ')} hoort hier niet. Uitleg: bin/overstap signals --help`);
  if (!on) throw new WrongUse('Welke dag? Voeg toe: --on DAG, zoals --on 2026-09-14.');
  return { on, school: values.school as string | undefined, year: yearIn(values.year as string | undefined) };
}

function yearIn(year: string | undefined): string | undefined {
  const [from, until] = (year ?? '').split('-').map(Number);
  if (year === undefined || (/^\d{4}-\d{4}$/.test(year) && until === Number(from) + 1)) return year;
  throw new WrongUse(`${year} is geen schooljaar. Schrijf het als 2025-2026.`);
}

async function refuseUnknown(tx: Tx, school: string | undefined): Promise<void> {
  if (school === undefined || (await isSchool(tx, school))) return;
  throw new WrongUse(`De school ${school} is niet bekend. Kijk de code na in het bestand organisaties.`);
}

/** Per kind, in the order of the rules, how many and for whom; then one line each. */
function table({ on, checked, signals: held }: SignalAnswer): string[] {
  const label = new Map<string, string>(rows.map(({ code, dutch }) => [code, dutch]));
  const counts = rows.map(({ code, dutch }) => [dutch, held.filter(({ kind }) => kind === code).length] as const);
  return [
    `${on}: ${held.length} van ${checked} leerlingen met een signaal`,
    ...counts.filter(([, count]) => count).map(([dutch, count]) => `  ${String(count).padStart(6)}  ${dutch}`),
    ...held.map(({ school, number, kind, route }) => `${school.padEnd(8)} ${number.padEnd(10)} ${(label.get(kind) ?? kind).padEnd(24)} ${route}`),
  ];
}
