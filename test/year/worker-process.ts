import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { World } from './world.ts';

const PROGRAM = `
  import { Clock, readConfig } from '#platform';
  const { env, moment, database } = JSON.parse(process.argv[1]);
  const { startWorker } = await import(process.cwd() + '/dist/apps/worker/src/index.js');
  const clock = new Clock({ read: () => new Date(moment) });
  await startWorker({ config: readConfig(env, 'service'), publicUrl: new URL('https://overstap.example'), database, clock });
  process.stdin.resume().on('end', () => process.exit());`;

export interface WorkerProcess {
  /** No goodbye: kill -9. */
  kill(): Promise<void>;
}

/** Another process that is the worker, as it was built, on a world of which the clock stands still. */
export function startWorkerProcess({ database, office }: World, moment: Date): WorkerProcess {
  const env = { SMTP_URL: `smtp://127.0.0.1:${office.smtp.port}`, OVERSTAP_DEMO: 'none', MAIL_FROM: 'Overstap <overstap@overstap.example>', LOG_LEVEL: 'error' };
  const { workerUrl, rolePrefix } = database;
  const told = JSON.stringify({ env, moment: moment.toISOString(), database: { workerUrl, rolePrefix, secret: 'x'.repeat(32) } });
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, told], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
