/** What stands on the planning of who looks after leavers: the days of the calendar, and what falls due. */
export const planningKinds = [
  { code: 'not-applied-from', dutch: 'Wie zich nog niet aanmeldde, krijgt een melding', counted: 'nog zonder aanmelding', because: 'Rij 7 van de signalen: vóór deze dag is er meer recht op een plek.' },
  { code: 'no-place-yet-from', dutch: 'Wie nog geen plek heeft, krijgt een melding', counted: 'nog zonder plek', because: 'Rij 6 van de signalen.' },
  { code: 'no-place-at-start-from', dutch: 'Begin van het mbo-jaar', counted: 'nog zonder plek', because: 'Rij 4 van de signalen: dan hoort ook het bureau het.' },
  { code: 'early-leaver-until', dutch: 'Laatste dag waarop vroeg stoppen telt', counted: 'gestart of geplaatst', because: 'Daarna is stoppen een gewone uitschrijving.' },
  { code: 'start', dutch: 'Start van opleidingen', counted: 'met een plek', because: 'Vanaf hier geeft de mbo-school door wie er is.' },
  { code: 'agreement', dutch: 'Afspraak van de Overstaptafel klaar', counted: 'op jouw naam', because: 'Wat is afgesproken, heeft een dag.' },
  { code: 'holiday', dutch: 'Schoolvakantie: geen herinneringen', counted: '', because: 'Meldingen dat iemand niet startte, gaan altijd door.' },
] as const;

export type PlanningKind = (typeof planningKinds)[number]['code'];
