import { mailsSem } from './student-mail.ts';

const FULL = { 'goes-well': 'Sem helpt anderen', 'works-well': 'Duidelijke stappen', advice: 'Ja, past goed', 'warm-handover': 'Nee', klaar: 'ja' };

describe('the mail that a part of the school is ready', () => {
  mailsSem({
    template: 'school-part-ready',
    because: async (fatima, sem) => void (await fatima.post(`/leerlingen/${sem}/mentordeel`).type('form').send({ ...FULL, versie: 0 }).expect(303)),
    subject: 'Lees wat je mentor schreef',
    link: 'https://overstap.example/inloggen',
    secret: 'helpt anderen',
  });
});
