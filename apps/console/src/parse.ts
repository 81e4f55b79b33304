import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '#platform';
import { WrongUse, type Asked, type Command } from './command.ts';

const ALWAYS = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** The command that the first words name, and what follows them. */
export function find(commands: readonly Command[], typed: readonly string[]): { command?: Command; rest: string[] } {
  const byLength = [...commands].sort((a, b) => b.name.length - a.name.length);
  const command = byLength.find(({ name }) => name.split(' ').every((word, index) => typed[index] === word));
  return { command, rest: typed.slice(command ? command.name.split(' ').length : 0) };
}

export function parse(command: Command, rest: string[], config: Config): Asked {
  const { values, positionals } = parsed(command, rest);
  const from = process.env.OVERSTAP_FROM ?? process.cwd();
  return { values, words: positionals, file: (name) => path.resolve(from, name), config };
}

function parsed(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, ...ALWAYS }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUse(`${complaint(error)} Uitleg: bin/overstap ${command.name} --help`);
  }
}

/** The sentences of node:util are English; the option they are about stands between quotes. */
function complaint(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const [, option = ''] = /'(?:-\w, )?(--?[^\s'=]*)/.exec(message) ?? [];
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${option} bestaat hier niet.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return message.includes('does not take') ? `De optie ${option} neemt geen waarde.` : `Bij de optie ${option} hoort een waarde.`;
  }
  throw error;
}
