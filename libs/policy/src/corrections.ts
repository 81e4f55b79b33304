/** What a student may ask to have mended (rules 11): what the school brought or wrote. What they wrote themselves they mend themselves. */
export const correctionTopics = [
  { code: 'personal', dutch: 'Mijn naam, geboortedatum of adres', because: 'Uit het bestand van de school.' },
  { code: 'my-school', dutch: 'Mijn school, klas of uitslag', because: 'Uit het bestand van de school.' },
  { code: 'mentor-part', dutch: 'Het deel van mijn mentor', because: 'De mentor schreef het.' },
  { code: 'support', dutch: 'Ondersteuning op school', because: 'De ondersteuningscoördinator schreef het; de mentor geeft het door.' },
  { code: 'presence', dutch: 'Mijn aanwezigheid', because: 'Uit het bestand van de school.' },
  { code: 'other', dutch: 'Iets anders', because: 'Niet alles past in een lijst.' },
] as const;

export const correctionAnswers = [
  { code: 'done', dutch: 'Verbeterd', asks: 'Ja, het is verbeterd', because: 'De leerling ziet het op de pagina Jouw rechten.' },
  { code: 'not-done', dutch: 'Niet verbeterd', asks: 'Nee, het blijft zo', because: 'Dan met een reden, die de leerling leest.' },
] as const;

/** What goes when a student has wiped what rests on choice or consent, and what stays, with the reason as they read it. */
export const erasing = {
  goes: [
    { dutch: 'Alles wat jij schreef in je paspoort.', because: 'Je schreef het omdat je dat zelf koos.' },
    { dutch: 'Je notities voor jezelf.', because: 'Die zijn alleen van jou.' },
    { dutch: 'Je bestanden.', because: 'Die koos je zelf.' },
    { dutch: 'Een opleiding die je zelf opschreef, als je je nog niet had aangemeld.', because: 'Ook dat koos je zelf.' },
    { dutch: 'Alles wat je deelde. Geen school kan het nog lezen.', because: 'Delen mag alleen met jouw ja.' },
    { dutch: 'Het deel over ondersteuning, als school dat schreef. Ook wat jij daarvan vond, met je reden.', because: 'Ook daarvoor is jouw ja nodig.' },
  ],
  stays: [
    { dutch: 'Het deel van je mentor, je uitslag en je aanwezigheid.', because: 'School mag dit bewaren en doorgeven. Dat staat in de wet.' },
    { dutch: 'Wat je vond van het deel van je mentor, en van wat je school over je weet. Wilde je iets bespreken? Dan blijft ook de reden die je schreef.', because: 'Zo leest niemand dat zonder jouw antwoord.' },
    { dutch: 'Je aanmeldingen.', because: 'Die horen bij de mbo-school.' },
    { dutch: 'Een warme overdracht die al is gepland of geweest.', because: 'Die afspraak is ook van je mentor en de mbo-school.' },
    { dutch: 'Dat je deelde: met wie en wanneer. Niet wat erin stond.', because: 'Zo kun je later laten zien wat je wel en niet goed vond.' },
    { dutch: 'Wie over jou las.', because: 'Dat lijstje mag niemand veranderen. Zo kun jij het altijd nakijken.' },
    { dutch: 'Wat een school al las of downloadde.', because: 'Dat kunnen wij niet terughalen. Vraag het aan die school.' },
  ],
} as const;
