import { openPool, Tx, WORKER, type Database } from '#platform';
import { type WaitingTie, waitingTies } from '#transfers';
import { type Command, type Outcome, WrongUse } from '../command.ts';

export const ties: Command = {
  name: 'ties',
  usage: '',
  about: 'Toont aanmeldingen die op een koppeling wachten, met de leerlingen die het kunnen zijn.',
  writes: false,
  plan: ({ words }) => {
    if (words.length) throw new WrongUse('ties neemt geen argumenten.');
    return show;
  },
};

async function show({ workerUrl, rolePrefix }: Database): Promise<Outcome> {
  const pool = openPool(workerUrl, { max: 1, pipeline: false });
  try {
    const waiting = await new Tx(pool, rolePrefix).run(WORKER, (sql) => waitingTies(sql));
    return { json: { waiting }, text: waiting.length ? waiting.flatMap(lines) : ['Er wacht geen aanmelding op een koppeling.'] };
  } finally {
    await pool.end();
  }
}

const lines = ({ application, candidates }: WaitingTie): string[] => [
  candidates.length ? application : `${application}: niemand die erop lijkt`,
  ...candidates.map(({ school, number, why }) => `  ${school} ${number}: ${why}`),
];
