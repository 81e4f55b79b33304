import { WORKER } from '../database/actor.ts';
import type { Tx } from '../database/tx.ts';
import { log } from '../log/log.ts';
import type { MailHandler, QueuedMail } from './mail.ts';

export type Prepared = object | 'dropped' | 'failed';

export type MailHandlers = ReadonlyMap<string, MailHandler>;

/** What a mail says is looked up at the last moment; several mails share a transaction as long as all goes well. */
export const preparing =
  (tx: Tx, handlers: MailHandlers) =>
  async (mails: QueuedMail[]): Promise<Prepared[]> => {
    const all = (some: QueuedMail[]): Promise<Prepared[]> =>
      tx.run(WORKER, (sql) => Promise.all(some.map((mail) => handlerOf(handlers, mail)(sql, mail))));
    return all(mails).catch(() => Promise.all(mails.map((mail) => alone(all, mail))));
  };

async function alone(all: (some: QueuedMail[]) => Promise<Prepared[]>, mail: QueuedMail): Promise<Prepared> {
  try {
    const [prepared = 'failed'] = await all([mail]);
    return prepared;
  } catch (error) {
    log.error(error, `Een mail kan niet worden gemaakt: ${mail.template}`);
    return 'failed';
  }
}

function handlerOf(handlers: MailHandlers, { template }: QueuedMail): MailHandler {
  const handler = handlers.get(template);
  if (!handler) throw new Error(`No handler for mails of ${template}`);
  return handler;
}

/** For a mail whose page was complete when it was queued. */
export const asQueued: MailHandler = async (_sql, { page }) => page;
