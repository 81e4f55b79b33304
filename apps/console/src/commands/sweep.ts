import { EarlierThanLastSweep, sweep as run } from '#alerts';
import { CannotGoOn, Clock, followExampleDay, openPool, type Config, type Database } from '#platform';
import { asWorker } from '../as-worker.ts';
import { WrongUse, type Command } from '../command.ts';
import { dayOption } from '../day-option.ts';

export const sweep: Command = {
  name: 'sweep',
  usage: '[--on DAG]',
  about: 'Werkt signalen en zaken bij en zet de mails daarover klaar. Twee keer doen verandert niets.',
  details: ['', '  --on DAG  een andere dag dan vandaag, niet eerder dan de laatste keer'],
  options: { on: { type: 'string' } },
  writes: true,
  plan: ({ values, words, config }) => {
    const on = dayOption(values.on);
    if (words.length) throw new WrongUse(`${words.join(' ')} hoort hier niet. Uitleg: bin/overstap sweep --help`);
    return async (database) => {
      const now = await today(config, database);
      const day = on ?? now;
      const swept = await asWorker(database, (tx) => run(tx, day)).catch(refused);
      const { checked, opened, escalated, closed, mails } = swept;
      const text = [`${day}: ${checked} leerlingen bekeken. Signalen: ${opened} nieuw, ${escalated} veranderd, ${closed} gesloten. Mails klaargezet: ${mails}.`];
      const ahead = day > now ? [`Let op: ${day} moet nog komen. Tot die dag veegt Overstap niet meer vanzelf.`] : [];
      return { json: swept, text: [...text, ...ahead] };
    };
  },
};

async function today(config: Config, database: Database): Promise<string> {
  const clock = new Clock({ today: config.today });
  const pool = openPool(database.workerUrl, { max: 1, pipeline: false });
  try {
    if (!(await followExampleDay(clock, pool, config.today))) throw new CannotGoOn('Het voorbeeld wordt nu gevuld. Probeer het over een minuut opnieuw.');
    return clock.today();
  } finally {
    await pool.end();
  }
}

function refused(error: unknown): never {
  if (error instanceof EarlierThanLastSweep) throw new WrongUse(error.message);
  throw error;
}
