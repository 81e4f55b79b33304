import { exclusively, openDatabase, openPool, readConfig, log, type Closers, type Database } from '#platform';
import { install, migrations } from '#migrations';
import { WrongUse, type Command, type Outcome, type Work } from './command.ts';
import { explanation, overview } from './help.ts';
import { find, parse } from './parse.ts';

export interface Said {
  readonly exit: number;
  readonly out: readonly string[];
}

const isHelp = (word: string): boolean => word === '--help' || word === '-h';

/** One call of bin/overstap. Throws what stops it. */
export async function run(commands: readonly Command[], typed: readonly string[], closers: Closers): Promise<Said> {
  const { command, rest } = find(commands, typed);
  if (!command) return withoutCommand(commands, typed);
  if (rest.some(isHelp)) return { exit: 0, out: explanation(command) };
  const config = readConfig(process.env, 'command');
  log.level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const asked = parse(command, rest, config);
  const work = await command.plan(asked);
  const database = await openDatabase(config, { migrations, install }, 'command');
  closers.add(database.close);
  const outcome = await perform(work, database, command.writes);
  return { exit: outcome.exit ?? 0, out: asked.values.json ? [JSON.stringify(outcome.json)] : outcome.text };
}

function withoutCommand(commands: readonly Command[], typed: readonly string[]): Said {
  const [first = ''] = typed;
  const family = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (typed.some(isHelp)) return { exit: 0, out: overview(family.length ? family : commands) };
  if (!first) throw new WrongUse(overview(commands).join('\n'));
  if (family.length) throw new WrongUse(`Na ${first} hoort ${family.map(({ name }) => name.split(' ')[1]).join(' of ')}. Uitleg: bin/overstap --help`);
  throw new WrongUse(`De opdracht ${first} bestaat niet. Alle opdrachten: bin/overstap --help`);
}

async function perform(work: Work, database: Database, writes: boolean): Promise<Outcome> {
  if (!writes) return work(database);
  const pool = openPool(database.ownerUrl, { max: 1, pipeline: false });
  try {
    return await exclusively(pool, () => work(database));
  } finally {
    await pool.end();
  }
}
