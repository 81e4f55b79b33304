import { dossierMails } from '#dossiers';
import { openMail } from '#platform';
import type { TestApp } from '../support/test-app.ts';
import type { PostOffice } from './post-office.ts';

/** Sends what is queued about passports to a mail server, as the worker would. */
export async function deliverAbout(site: TestApp, { smtp }: PostOffice) {
  const config = { smtp, mailFrom: 'Overstap <overstap@overstap.example>', dataFolder: '' };
  const mail = await openMail({ config, database: site.database, clock: site.clock, handlers: dossierMails(site.clock, new URL('https://overstap.example')), whenDead: async () => undefined });
  const done = await mail.mailer.deliverAll();
  await mail.stop();
  return done;
}
