import { keepCoaching, keepSummer, queueNews, queueReminders, queueStartMails, sweepTick, warnOfClocks } from '#alerts';
import { forgetRemovedFiles, keepSharing, keepTerms, remindStudents, queueIntakeMails } from '#dossiers';
import { forgetOldDeliveries, workDeliveries } from '#exchange';
import { forgetEnded, forgetStandIns, freezeUnused, keepReadings, tellUnusualReadings } from '#people/without-pages';
import { followExampleDay, type Mailer, type Tx } from '#platform';
import type { Pool } from 'pg';
import type { WorkerParts } from './worker-parts.ts';

export interface BackgroundWork {
  readonly name: string;
  /** The pause between two rounds, in milliseconds of real time. */
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

interface Tools extends WorkerParts {
  readonly pool: Pool;
  readonly tx: Tx;
  /** On connections of its own, for COPY: a long import does not hold up a sweep. */
  readonly filesTx: Tx;
  readonly mailer: Mailer;
}

/** What the worker does. Safe beside other workers: each row takes care of its own locking. */
export const backgroundWork = (tools: Tools): BackgroundWork[] => [...atOnce(tools), ...nowAndThen(tools).map((row) => onceFilled(tools, row))];

const atOnce = ({ mailer, filesTx, clock }: Tools): BackgroundWork[] => [
  { name: 'mails versturen', everyMs: 200, work: () => mailer.deliver() },
  { name: 'bestanden verwerken', everyMs: 500, work: () => workDeliveries(filesTx, { day: clock.today(), now: clock.now() }) },
];

/** While the example is being filled half a region stands there and the clock is still on the day that it leaves. */
const onceFilled = ({ clock, pool, config }: Tools, row: BackgroundWork): BackgroundWork => ({
  ...row,
  work: async () => ((await followExampleDay(clock, pool, config.today)) ? row.work() : undefined),
});

const nowAndThen = ({ tx, clock, publicUrl }: Tools): BackgroundWork[] => [
  { name: 'oude bestanden vergeten', everyMs: 3_600_000, work: () => forgetOldDeliveries(tx, clock.now()) },
  { name: 'weggehaalde bestanden wissen', everyMs: 600_000, work: () => forgetRemovedFiles(tx) },
  { name: 'ongewoon veel lezen melden', everyMs: 600_000, work: () => tellUnusualReadings(tx, clock.today(), publicUrl) },
  { name: 'logboek bijhouden', everyMs: 3_600_000, work: () => keepReadings(tx) },
  { name: 'verlopen sessies vergeten', everyMs: 600_000, work: () => forgetEnded(tx) },
  { name: 'vervangers vergeten', everyMs: 3_600_000, work: () => forgetStandIns(tx, clock) },
  { name: 'ongebruikte accounts bevriezen', everyMs: 3_600_000, work: () => freezeUnused(tx, clock) },
  { name: 'leerlingen herinneren', everyMs: 600_000, work: () => remindStudents(tx, clock) },
  { name: 'zomeractie', everyMs: 600_000, work: () => keepSummer(tx, clock) },
  { name: 'overstapcoaches', everyMs: 600_000, work: () => keepCoaching(tx, clock) },
  { name: 'coördinatoren mailen', everyMs: 600_000, work: () => warnOfClocks(tx, clock) },
  { name: 'bewaartermijnen', everyMs: 3_600_000, work: () => keepTerms(tx, clock) },
  { name: 'delen bijhouden', everyMs: 600_000, work: () => keepSharing(tx, clock, publicUrl) },
  { name: 'naar de start vragen', everyMs: 600_000, work: () => queueStartMails(tx, clock) },
  { name: 'mbo-scholen mailen', everyMs: 600_000, work: () => queueIntakeMails(tx, clock) },
  { name: 'medewerkers herinneren', everyMs: 600_000, work: () => queueReminders(tx, clock) },
  { name: 'nieuws aan mentoren mailen', everyMs: 600_000, work: () => queueNews(tx, clock) },
  { name: 'dagelijks vegen', everyMs: 60_000, work: () => sweepTick(tx, clock) },
];
