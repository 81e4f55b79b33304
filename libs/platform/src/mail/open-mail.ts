import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import type { PreparedDatabase } from '../database/open-database.ts';
import { openPool } from '../database/pool.ts';
import { Tx } from '../database/tx.ts';
import { log } from '../log/log.ts';
import { Mailbox } from '../mailbox/mailbox.ts';
import { serveMailbox, type ServedMailbox } from '../mailbox/serve-mailbox.ts';
import { Mailer, type MailerParts } from './mailer.ts';
import { senderWarning } from './sender.ts';

export interface MailSource extends Pick<MailerParts, 'handlers' | 'whenDead' | 'connections' | 'leaseSeconds' | 'timeouts'> {
  readonly config: Pick<Config, 'smtp' | 'mailFrom' | 'dataFolder'>;
  readonly database: Pick<PreparedDatabase, 'workerUrl' | 'rolePrefix'>;
  readonly clock: Clock;
}

export interface OpenMail {
  readonly mailer: Mailer;
  readonly stop: () => Promise<void>;
}

const DATABASE_CONNECTIONS = 4;

/** A mailer with database connections of its own, to the given server or else to the built-in mailbox. */
export async function openMail({ config, database, clock, ...parts }: MailSource): Promise<OpenMail> {
  const warning = senderWarning(config);
  if (warning) log.warn(warning);
  const mailbox = config.smtp ? undefined : await serveMailbox(new Mailbox(config.dataFolder));
  const pool = openPool(database.workerUrl, { max: DATABASE_CONNECTIONS, pipeline: true });
  const mailer = new Mailer({
    ...parts,
    tx: new Tx(pool, database.rolePrefix),
    smtp: config.smtp ?? (mailbox as ServedMailbox).smtp,
    mailFrom: config.mailFrom,
    dateOf: ({ day }) => clock.shown(day),
  });
  const close = async (): Promise<void> => {
    await mailer.stop();
    await mailbox?.stop();
    await pool.end();
  };
  let closed: Promise<void> | undefined;
  return { mailer, stop: () => (closed ??= close()) };
}
