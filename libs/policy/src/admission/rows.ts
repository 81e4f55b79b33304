/** What together gives the right of admission to a programme of level 2, 3 or 4 (toelatingsrecht: WEB, artikel 8.0.1). */
export const admissionPoints = [
  {
    code: 'in-time', dutch: 'Op tijd aangemeld',
    todo: { no: 'Vraag de mbo-school of er nog plaats is. Ze mag nee zeggen.', open: 'Meld je op tijd aan. Dan kan de mbo-school je niet zomaar weigeren.' },
    because: 'Uiterlijk op 1 april van het jaar waarin je overstapt; in 2020 en 2021 op 1 mei. Het is de dag van de kalender (kalender.md).',
  },
  {
    code: 'prior-education', dutch: 'De goede vooropleiding',
    todo: { no: 'Kijk met je mentor naar een opleiding op een niveau dat past, of vraag de mbo-school om een onderzoek.', open: 'Vraag je mentor of je vooropleiding goed is voor dit niveau.' },
    because: 'Welk diploma bij welk niveau hoort, staat in de wet; zie de tabel hieronder.',
  },
  {
    code: 'intake', dutch: 'Meegedaan met de intake',
    todo: { no: 'Vraag de mbo-school of de intake nog kan.', open: 'Ga naar elk gesprek waarvoor de mbo-school je uitnodigt.' },
    because: 'Alleen wat de mbo-school verplicht stelt, telt. Wij zien of de mbo-school een intake doorgaf.',
  },
] as const;

export type AdmissionPoint = (typeof admissionPoints)[number]['code'];

/** What comes before, and to which levels it opens the door. */
export const priorEducation = [
  { code: 'vmbo-bb', dutch: 'een diploma vmbo basis', levels: [2], because: 'WEB 8.2.1: toegang tot de basisberoepsopleiding.' },
  { code: 'vmbo-higher', dutch: 'een diploma vmbo kader, gemengd of theoretisch', levels: [2, 3, 4], because: 'WEB 8.2.1.' },
  { code: 'havo-vwo', dutch: 'de stap van klas 3 naar 4 van havo of vwo', levels: [2, 3, 4], because: 'WEB 8.2.1: een diploma is niet nodig.' },
  { code: 'mbo1', dutch: 'een diploma entree', levels: [2], because: 'Voor dezelfde richting; of die klopt, beoordeelt de mbo-school.' },
  { code: 'mbo2', dutch: 'een diploma mbo niveau 2', levels: [2, 3, 4], because: 'WEB 8.2.1; sommige opleidingen vragen dezelfde richting.' },
  { code: 'mbo3', dutch: 'een diploma mbo niveau 3', levels: [2, 3, 4], because: 'WEB 8.2.1.' },
  { code: 'mbo4', dutch: 'een diploma mbo niveau 4', levels: [2, 3, 4], because: 'WEB 8.2.1.' },
] as const;

export type PriorEducation = (typeof priorEducation)[number];

export const admissionVerdicts = [
  { code: 'yes', dutch: 'Ja, je hebt toelatingsrecht', of: 'Ja, er is toelatingsrecht', because: 'De mbo-school moet een plek geven, tenzij er te weinig plaatsen zijn of de opleiding extra eisen heeft.' },
  { code: 'no', dutch: 'Nee, je hebt geen toelatingsrecht', of: 'Nee, er is geen toelatingsrecht', because: 'De mbo-school mag nog wel ja zeggen.' },
  { code: 'not-yet', dutch: 'Dat is nog niet te zeggen', of: 'Dat is nog niet te zeggen', because: 'Iets weten we nog niet.' },
] as const;

/** A limit on places and extra demands are known to the college only. */
export const ADMISSION_UNLESS = 'Heeft de opleiding te weinig plaatsen of extra eisen? Dan kan het anders zijn. Dat weet de mbo-school.';
export const NO_RIGHT_FOR_ENTREE = 'Voor een entreeopleiding geldt het toelatingsrecht niet. Aanmelden kan gewoon.';
export const REFUSED_TODO = 'De mbo-school zei nee. Vraag waarom, en vraag je mentor om hulp.';
