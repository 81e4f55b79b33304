import pg from 'pg';
import { mailsOf } from '#alerts';
import { bytesSource, importFiles, isRefused, kindOf } from '#exchange';
import { dossierMails } from '#dossiers';
import { Clock, log, openMail, openPool, readConfig, Tx, type Sql } from '#platform';
import { backgroundWork } from '../../apps/worker/src/background-work.ts';
import { openPostOffice, type PostOffice } from '../mail/post-office.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { TEST_SECRET } from '../support/template-database.ts';
import type { YearFile } from './files.ts';

export interface World {
  readonly database: FreshDatabase;
  readonly office: PostOffice;
  readonly clock: Clock;
  /** As the pages. */
  readonly web: Tx;
  readonly worker: Tx;
  /** As the log-in that no policy holds. */
  readonly sql: Sql;
  moveTo(day: string, time: string): void;
  bring(files: readonly YearFile[]): Promise<void>;
  /** One round of what the worker does by itself, but for the mails; or of the sweep alone, or of what reminds people. */
  work(only?: keyof typeof SOME): Promise<void>;
  /** Sends what is queued, as the worker does. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

const SOME: Readonly<Record<'sweep' | 'reminders', readonly string[]>> = {
  sweep: ['dagelijks vegen'],
  reminders: ['leerlingen herinneren', 'coördinatoren mailen', 'naar de start vragen', 'medewerkers herinneren', 'nieuws aan mentoren mailen'],
};
const PUBLIC_URL = new URL('https://overstap.example');
/** Written from the law, not asked of the machine: when Amsterdam was two hours before Greenwich. */
const SUMMERS = [['2025-03-30', '2025-10-26'], ['2026-03-29', '2026-10-25']] as const;

/** The moment at which clocks in Amsterdam show this; after four in the morning, when the hour of the night is settled. */
export function momentOf(day: string, time: string): Date {
  const isSummer = SUMMERS.some(([from, until]) => day >= from && day < until);
  return new Date(`${day}T${time}:00${isSummer ? '+02:00' : '+01:00'}`);
}

/** An empty service at five in the morning of a day, with a clock that stands still. */
export async function openWorld(day: string): Promise<World> {
  log.level = 'silent';
  const [database, office] = await Promise.all([freshDatabase(), openPostOffice()]);
  let now = momentOf(day, '05:00');
  const clock = new Clock({ read: () => now });
  const config = { ...readConfig({ SMTP_URL: `smtp://127.0.0.1:${office.smtp.port}`, OVERSTAP_DEMO: 'none', MAIL_FROM: 'Overstap <overstap@overstap.example>' }, 'service'), smtp: office.smtp };
  const mail = await openMail({ config, database, clock, ...mailsOf(clock, PUBLIC_URL, dossierMails(clock, PUBLIC_URL)) });
  const pools = [openPool(database.workerUrl, { max: 4, pipeline: true }), openPool(database.workerUrl, { max: 2, pipeline: false }), openPool(database.webUrl, { max: 4, pipeline: true })] as const;
  const [worker, filesTx, web] = pools.map((pool) => new Tx(pool, database.rolePrefix)) as [Tx, Tx, Tx];
  const superuser = new pg.Client(superuserUrl(database.ownerUrl));
  await superuser.connect();
  const parts = { config, publicUrl: PUBLIC_URL, clock, database: { ...database, secret: TEST_SECRET } };
  const jobs = backgroundWork({ ...parts, pool: pools[0], tx: worker, filesTx, mailer: mail.mailer }).filter(({ name }) => name !== 'mails versturen');
  return {
    database, office, clock, web, worker,
    sql: async (text, values) => (await superuser.query(text, values)).rows,
    moveTo: (on, time) => void (now = momentOf(on, time)),
    bring: async (files) => {
      for (const { kind, name, text } of files) await bringOne(filesTx, clock.today(), kind, name, text);
    },
    work: async (only) => {
      for (const { name, work } of jobs) if (!only || SOME[only].includes(name)) await work();
    },
    deliver: async () => void (await mail.mailer.deliver()),
    close: async () => {
      await mail.stop();
      await Promise.all(pools.map((pool) => pool.end()));
      await superuser.end();
      await office.stop();
      await database.drop();
    },
  };
}

/** As `bin/overstap import` does; a row that is refused is a fault of the test. */
async function bringOne(tx: Tx, day: string, kind: string, name: string, text: string): Promise<void> {
  const { files } = await importFiles(tx, { kind: kindOf(kind)!, files: [bytesSource(name, Buffer.from(text))], day });
  const wrong = files.filter((report) => isRefused(report) || report.refused.length);
  if (wrong.length) throw new Error(`${day} ${name}: ${JSON.stringify(wrong)}\n${text}`);
}

function superuserUrl(ownerUrl: string): string {
  const url = new URL(String(process.env.TEST_SERVER_URL));
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}
