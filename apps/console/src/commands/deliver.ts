import { mailsOf } from '#alerts';
import { dossierMails } from '#dossiers';
import { Clock, openMail, publicUrlOf, type Delivered } from '#platform';
import { WrongUse, type Command, type Outcome } from '../command.ts';

/** Without a mail server it goes to the folder of the built-in mailbox, where the running service shows it. */
export const deliver: Command = {
  name: 'deliver',
  usage: '',
  about: 'Verstuurt nu alle mails die klaarstaan, ook die op een volgende poging wachten.',
  writes: false,
  plan: ({ words, config }) => {
    if (words.length) throw new WrongUse('deliver neemt geen argumenten.');
    if (!config.smtp && config.demo === 'none') throw new WrongUse('SMTP_URL ontbreekt: zonder mailserver kan er niets worden verstuurd.');
    return async (database) => {
      const clock = new Clock({ today: config.today });
      const publicUrl = publicUrlOf({ ...config, port: config.port || 3000 });
      const mail = await openMail({ config, database, clock, ...mailsOf(clock, publicUrl, dossierMails(clock, publicUrl)) });
      try {
        return outcome(await mail.mailer.deliverAll());
      } finally {
        await mail.stop();
      }
    };
  },
};

const outcome = ({ sent, retrying, failed }: Delivered): Outcome => ({
  json: { sent, retrying, failed },
  text: [`Verstuurd: ${sent}. Later opnieuw: ${retrying}. Onbestelbaar: ${failed}.`],
});
