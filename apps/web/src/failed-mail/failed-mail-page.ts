import type { FailedMail } from '#alerts';
import { paths } from '#policy';

/** Mail that did not arrive: to whom, why, what happened instead, and what to do. */
export const failedMailPage = (mails: readonly FailedMail[]) => ({
  title: 'Mails die niet aankwamen',
  mails: mails.map((mail) => ({ ...mail, reason: reasonOf(mail), instead: insteadOf(mail) })),
  files: paths.files,
});

/** Our sentence without the server's own words, which stand below it. */
function reasonOf({ why, serverSaid }: FailedMail): string {
  return (serverSaid ? why?.replace(`: ${serverSaid}`, '.') : why) ?? 'De reden is niet bekend.';
}

/** Who hears it now (rules 7): mentor, then dean, then region; desk, then region. */
function insteadOf({ kind }: FailedMail): string {
  if (kind === 'mbo') return 'De regio kreeg deze vraag ook.';
  if (kind === 'leerplicht' || kind === 'doorstroompunt') return 'De regio krijgt deze meldingen nu.';
  return 'De decaan krijgt deze meldingen nu. Is er geen decaan die we kunnen mailen, dan de regio.';
}
