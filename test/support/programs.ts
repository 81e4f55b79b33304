import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

type Settings = Record<string, string>;

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An empty folder for data, in memory where there is one. */
export const dataFolder = (): string =>
  fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'overstap-run-'));

let used: Promise<string> | undefined;

/** A copy of a folder in which a service once ran, for who has no business with the first start. */
export async function usedFolder(): Promise<string> {
  used ??= useOnce();
  const folder = dataFolder();
  fs.cpSync(await used, folder, { recursive: true });
  return folder;
}

async function useOnce(): Promise<string> {
  const folder = dataFolder();
  process.once('exit', () => fs.rmSync(folder, { recursive: true }));
  await (await startService({ OVERSTAP_DATA: folder })).end('SIGTERM');
  return folder;
}

const environment = (settings: Settings): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME, ...settings });

/** Types a command as a person would, in another folder than the project's. */
export function overstap(words: string[], settings: Settings): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: environment(settings), cwd: os.tmpdir() };
    execFile(path.resolve('bin/overstap'), words, options, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
  });
}

export interface Service {
  /** The address of the line that says it is ready. */
  readonly address: string;
  /** Sends a signal and answers with the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The example takes seconds to fill; tests of processes do without, and no mail of theirs arrives anywhere. */
const WITHOUT_EXAMPLE = { OVERSTAP_DEMO: 'none', SMTP_URL: 'smtp://127.0.0.1:9' };

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Starts on an empty folder, is told to stop as soon as this file is there, and answers with what it said. */
export async function stopFirstStart(folder: string, file: string, signal: NodeJS.Signals): Promise<string> {
  const env = environment({ PORT: '0', OVERSTAP_DATA: folder });
  const child = spawn(process.execPath, ['dist/apps/service/src/main.js'], { env, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  while (!fs.existsSync(path.join(folder, file)) && !hasEnded(child)) await sleep(20);
  child.kill(signal);
  await once(child, 'exit');
  return said;
}

/** Throws what the service said when it does not get ready. */
export async function startService(settings: Settings): Promise<Service> {
  const child = spawn(process.execPath, ['dist/apps/service/src/main.js'], { env: environment({ PORT: '0', ...WITHOUT_EXAMPLE, ...settings }), stdio: 'pipe' });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const address = (): string | undefined => /^Overstap staat klaar: (\S+)/m.exec(said)?.[1];
  while (!address() && !hasEnded(child)) await Promise.race([once(child.stdout, 'data'), ended]);
  if (!address()) throw new Error(said);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return (await ended)[0];
  };
  return { address: String(address()), end };
}
