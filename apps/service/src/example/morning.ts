import { keepCoaching, keepSummer, queueReminders, queueStartMails, warnOfClocks } from '#alerts';
import { remindStudents } from '#dossiers';
import type { Tx } from '#platform';

/** What the worker tells on a morning, told when the example is filled: who tries it at midnight reads the mails of the day too. */
export async function tellTheMorning(worker: Tx, day: string): Promise<void> {
  const clock = { today: () => day, time: () => '09:00' };
  for (const tell of [keepSummer, keepCoaching, warnOfClocks, queueStartMails, remindStudents, queueReminders]) await tell(worker, clock);
}
