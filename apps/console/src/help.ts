import type { Command } from './command.ts';

const call = ({ name, usage }: Command): string => ['bin/overstap', name, usage].filter(Boolean).join(' ');

/** All commands, or those that begin with the words typed. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Gebruik: bin/overstap OPDRACHT [OPTIES]',
    '',
    ...commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`),
    '',
    'Uitleg bij een opdracht: bin/overstap OPDRACHT --help',
  ];
}

export const explanation = (command: Command): string[] => [
  `Gebruik: ${call(command)}`,
  '',
  command.about,
  ...(command.details ?? []),
  '',
  '  --json  geeft één JSON-document op de standaarduitvoer',
  '  --help  toont deze uitleg',
];
