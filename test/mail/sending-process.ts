import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { SmtpSettings } from '#platform';
import type { FreshDatabase } from '../support/fresh-database.ts';

const PROGRAM = `
  import { asQueued, Clock, openMail, repeat } from '#platform';
  const { smtp, database, ...pace } = JSON.parse(process.argv[1]);
  const config = { smtp, mailFrom: 'Overstap <overstap@overstap.example>', dataFolder: '' };
  const handlers = new Map([['sign-in', asQueued]]);
  const mail = await openMail({ config, database, clock: new Clock(), handlers, whenDead: async () => undefined, ...pace });
  repeat('mails versturen', 50, () => mail.mailer.deliver());
  process.stdin.resume().on('end', () => process.exit());`;

export interface SendingProcess {
  /** No goodbye: kill -9. */
  kill(): Promise<void>;
}

interface Pace {
  readonly leaseSeconds: number;
  readonly timeouts?: { readonly connect: number; readonly greeting: number; readonly answer: number };
}

type Outbox = Pick<FreshDatabase, 'workerUrl' | 'rolePrefix'>;

/** Another process that sends mail, as it was built, until it is killed or nobody is left to do so. */
export function startSending(smtp: SmtpSettings, { workerUrl, rolePrefix }: Outbox, pace: Pace): SendingProcess {
  const told = JSON.stringify({ smtp, database: { workerUrl, rolePrefix }, ...pace });
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, told], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
