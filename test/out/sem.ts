import type { Dossier } from '#dossiers';

/** The passport of Sem as a college may have it: three parts, one of them by his mentor. */
export const ofSem: Dossier = {
  madeOn: '2026-09-14',
  leaver: { givenName: 'Sem', fullName: 'Sem van den Berg', prefix: 'van den', surname: 'Berg', birthDate: '2010-03-02', school: 'Het Anker', schoolCode: '02AB01', class: '4B', schoolYear: '2025-2026' },
  receiver: { college: 'Zuidstroom College', collegeCode: '27ZZ', program: 'Kok', crebo: '25180', pathway: 'BBL', startsOn: '2026-08-24' },
  sections: [
    {
      code: 'who-am-i', dutch: 'Wie ben ik?', by: 'Sem', sharedOn: '2026-03-03',
      answers: [
        { code: 'in-my-words', asked: 'Hoe zou je jezelf beschrijven?', answer: 'Rustig.\nIk kook graag.' },
        { code: 'learns-best', asked: 'Hoe leer jij het best?', answer: ['Door te doen', 'Samen met anderen'] },
      ],
    },
    {
      code: 'work-experience', dutch: 'Stage en werk', by: 'Sem', sharedOn: '2026-03-03',
      answers: [
        { code: 'experiences', asked: 'Je stages en banen', answer: [{ where: 'Bakkerij Smit', what: 'brood bakken', howLong: '3 weken' }] },
        { code: 'files', asked: 'Bijlagen', answer: [{ name: 'portfolio.pdf', kind: 'application/pdf', size: 1_240_000 }] },
      ],
    },
    {
      code: 'mentor-part', dutch: 'Deel van je mentor', by: 'de mentor', sharedOn: '2026-03-03', agrees: false, objection: 'Ik ben wél op tijd.',
      answers: [{ code: 'goes-well', asked: 'Wat gaat goed bij deze leerling?', answer: 'Sem helpt anderen.' }, { code: 'attention', asked: 'Wat vraagt aandacht?', answer: 'Vroeg opstaan.' }, { code: 'advice', asked: 'Past de gekozen opleiding?', answer: 'Ja, past goed' }, { code: 'warm-handover', asked: 'Is een gesprek nodig?', answer: 'Ja' }],
    },
  ],
};
