import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Another process that uses the server of a data folder, until it is told to leave or is killed. */
export interface FolderUser {
  readonly pid: number;
  readonly url: string;
  readonly how: 'started' | 'joined';
  leave(): Promise<void>;
  kill(): Promise<void>;
}

const PROGRAM = `
  import { joinServer } from '#platform';
  const server = await joinServer(process.argv[1], { kind: process.argv[2], durable: false });
  console.log(JSON.stringify(server));
  process.stdin.once('data', () => server.leave().then(() => process.exit()));`;

export const buildOnce = (): void => void execFileSync(path.resolve('bin/build'), { stdio: 'ignore' });

/** Throws what the process said when it could not join. */
export async function useFolder(folder: string, kind: 'service' | 'command'): Promise<FolderUser> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, folder, kind], { stdio: 'pipe' });
  const ended = once(child, 'exit');
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => [])]);
  if (!line) throw new Error(complaint);
  const joined = JSON.parse(String(line)) as Pick<FolderUser, 'url' | 'how'>;
  const ending = (end: () => unknown) => async (): Promise<void> => {
    end();
    await ended;
  };
  return { ...joined, pid: Number(child.pid), leave: ending(() => child.stdin.write('leave\n')), kill: ending(() => child.kill('SIGKILL')) };
}

/** Process ids of the servers on a folder. */
export function serversOn(folder: string): number[] {
  const lines = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return lines.filter((pid) => commandLine(pid).startsWith('/') && commandLine(pid).includes(`\0${folder}/data\0`)).map(Number);
}

function commandLine(pid: string): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
