import { mailsSem } from './student-mail.ts';

describe('the mail that the school sent its part', () => {
  mailsSem({
    template: 'school-report-sent',
    because: async (fatima, sem) => {
      const page = `/leerlingen/${sem}/deel-van-school`;
      const { text } = await fatima.get(page).expect(200);
      const [application, seal] = ['aanmelding', 'gezien'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1]);
      for (const _ of [1, 2]) await fatima.post(page).type('form').send({ aanmelding: application, gezien: seal, doe: 'stuur' }).expect(303);
    },
    subject: 'Je school stuurde haar deel',
    link: 'https://overstap.example/paspoort/wie-leest-mee',
    secret: 'ROC|Timmerman',
  });
});
