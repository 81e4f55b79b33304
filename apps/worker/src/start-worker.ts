import { openMail, openPool, repeat, Tx } from '#platform';
import { mailsOf } from '#alerts';
import { dossierMails } from '#dossiers';
import { backgroundWork } from './background-work.ts';
import type { WorkerParts } from './worker-parts.ts';

export interface RunningWorker {
  readonly stop: () => Promise<void>;
}

/** Everything that happens without anybody asking, each at its own pace. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const mail = await openMail({ ...parts, ...mailsOf(parts.clock, parts.publicUrl, dossierMails(parts.clock, parts.publicUrl)) });
  const pool = openPool(parts.database.workerUrl, { max: 1, pipeline: true });
  const filesPool = openPool(parts.database.workerUrl, { max: 2, pipeline: false });
  const filesTx = new Tx(filesPool, parts.database.rolePrefix);
  const tools = { ...parts, mailer: mail.mailer, pool, tx: new Tx(pool, parts.database.rolePrefix), filesTx };
  const running = backgroundWork(tools).map(({ name, everyMs, work }) => repeat(name, everyMs, work));
  return {
    stop: async () => {
      const stopped = running.map(({ stop }) => stop());
      await mail.stop();
      await Promise.all(stopped);
      await Promise.all([pool.end(), filesPool.end()]);
    },
  };
}
