import type { Section } from './section.ts';

const PRACTICE = ['pro', 'vso'];

/** What a student writes: seven parts on one page, six of them the student's own. */
export const byStudent = [
  {
    code: 'who-am-i', address: 'wie-ben-ik', numbers: [1, 3], dutch: 'Wie ben ik?', lead: 'Vertel wie je bent. Dan kent de mbo-school jou al een beetje bij het eerste gesprek.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'mine', counts: true, keptYears: 1, oso: 'leerling',
    because: 'Een intaker begint het liefst met de leerling zelf, niet met cijfers.',
    questions: [
      { code: 'in-my-words', asks: 'Hoe zou je jezelf beschrijven?', hint: 'Denk aan wat vrienden of je familie over jou zeggen.', type: 'long' },
      { code: 'free-time', asks: 'Wat doe je graag in je vrije tijd?', type: 'long', mayBeEmpty: true },
      { code: 'learns-best', asks: 'Hoe leer jij het best?', hint: 'Je mag meer dan 1 antwoord kiezen.', type: 'many', options: ['Door te doen', 'Door te kijken hoe het moet', 'Door te lezen', 'Samen met anderen', 'Rustig alleen'] },
      { code: 'languages', asks: 'Welke talen spreek je thuis?', type: 'short', mayBeEmpty: true },
      { code: 'called', asks: 'Hoe wil je dat ze je noemen?', hint: 'Alleen als dat anders is dan je roepnaam.', type: 'short', mayBeEmpty: true },
      { code: 'for-me', asks: 'Notities voor mezelf', hint: 'Dit leest niemand. Ook je mentor en je ouders niet.', type: 'long', mayBeEmpty: true, onlyMine: true },
    ],
  },
  {
    code: 'what-i-can', address: 'wat-kan-ik', numbers: [4], dutch: 'Wat kan ik goed?', lead: 'Schrijf op waar je goed in bent. Klein mag ook.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'mine', counts: true, keptYears: 1, oso: null,
    because: 'Een opleiding kiezen lukt beter vanuit wat iemand al kan.',
    questions: [
      { code: 'good-at', asks: 'Waar ben je goed in?', hint: 'Op school, thuis of ergens anders.', type: 'long' },
      { code: 'proud-of', asks: 'Waar ben je trots op?', type: 'long', mayBeEmpty: true },
      { code: 'strengths', asks: 'Wat past bij jou?', hint: 'Kies er hoogstens 4.', type: 'many', options: ['Ik kom op tijd', 'Ik kan goed samenwerken', 'Ik houd vol', 'Ik help graag', 'Ik werk netjes', 'Ik bedenk oplossingen', 'Ik durf iets te vragen', 'Ik leer snel'] },
      { code: 'subjects', asks: 'Welke vakken gaan goed?', inPractice: 'Welke praktijkvakken gaan goed?', type: 'short', mayBeEmpty: true },
      { code: 'certificates', asks: 'Welke certificaten heb je gehaald?', hint: 'Bijvoorbeeld heftruck, VCA, SVA of barista.', type: 'long', mayBeEmpty: true, onlyFor: PRACTICE },
      { code: 'proofs', asks: 'Foto’s of certificaten die dit laten zien', hint: 'Bijvoorbeeld een diploma, of iets dat je hebt gemaakt. Zet er geen klasgenoten op.', type: 'file', mayBeEmpty: true },
    ],
  },
  {
    code: 'work-experience', address: 'stage-en-werk', numbers: [4], dutch: 'Stage en werk', lead: 'Waar heb je stage gelopen of gewerkt? Vrijwilligerswerk telt ook.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'mine', counts: true, keptYears: 1, oso: null,
    because: 'Ervaring zegt een intaker meer dan een belofte.',
    questions: [
      { code: 'experiences', asks: 'Je stages en banen', hint: 'Waar was het, wat deed je en hoe lang?', type: 'experiences', mayBeEmpty: true },
      { code: 'liked', asks: 'Wat vond je het leukst om te doen?', type: 'long', mayBeEmpty: true },
      { code: 'learned', asks: 'Wat heb je ervan geleerd?', type: 'long', mayBeEmpty: true },
      { code: 'can-alone', asks: 'Wat kun je op stage al zonder hulp?', type: 'long', mayBeEmpty: true, onlyFor: PRACTICE },
    ],
  },
  {
    code: 'why-this-course', address: 'waarom-deze-opleiding', numbers: [5], dutch: 'Waarom deze opleiding?', lead: 'Vertel wat je wilt worden en waarom. Twijfel je nog? Schrijf dat gerust op.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'mine', counts: true, keptYears: 1, oso: 'aanmelding',
    because: 'Hiermee begint het gesprek over de keuze.',
    questions: [
      { code: 'wants', asks: 'Wat wil je graag worden of doen?', type: 'long' },
      { code: 'why', asks: 'Waarom past deze opleiding bij jou?', inPractice: 'Waarom past deze opleiding of dit werk bij jou?', type: 'long' },
      { code: 'explored', asks: 'Wat heb je gedaan om te kiezen?', hint: 'Je mag meer dan 1 antwoord kiezen.', type: 'many', options: ['Open dag bezocht', 'Meeloopdag gedaan', 'Met iemand gepraat die dit werk doet', 'Test gemaakt', 'Op stage gemerkt', 'Nog niets'] },
      { code: 'sure', asks: 'Hoe zeker ben je?', type: 'choice', options: ['Heel zeker', 'Best zeker', 'Ik twijfel nog'] },
      { code: 'plan-b', asks: 'Wat doe je als het niet lukt?', type: 'long', mayBeEmpty: true },
      { code: 'letter', asks: 'Je motivatiebrief of portfolio', hint: 'Alleen als je die al hebt, of als de school erom vraagt.', type: 'file', mayBeEmpty: true },
      { code: 'work-or-learn', asks: 'Wil je leren, werken of allebei?', type: 'choice', options: ['Leren', 'Werken', 'Allebei', 'Dat weet ik nog niet'], onlyFor: PRACTICE },
    ],
  },
  {
    code: 'what-i-need', address: 'wat-heb-ik-nodig', numbers: [6], dutch: 'Wat heb ik nodig?', lead: 'Vertel wat jou helpt om het goed te doen op het mbo. Jij kiest straks zelf wie dit leest.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-intake-invitation', stands: 'mine', counts: true, keptYears: 1, oso: null,
    because: 'Wie op tijd zegt wat helpt, begint met die hulp.',
    questions: [
      { code: 'help-now', asks: 'Krijg je nu extra hulp op school?', type: 'choice', options: ['Ja', 'Nee', 'Weet ik niet'] },
      { code: 'which-help', asks: 'Welke hulp is dat?', hint: 'Bijvoorbeeld: meer tijd bij een toets, of gesprekken met een begeleider.', type: 'long', mayBeEmpty: true },
      { code: 'helps-most', asks: 'Wat helpt jou het meest?', hint: 'Je mag meer dan 1 antwoord kiezen.', type: 'many', options: ['Een rustige plek om te werken', 'Meer tijd bij toetsen', 'Uitleg in kleine stappen', 'Een vaste persoon om mee te praten', 'Iets anders'] },
      { code: 'does-not-help', asks: 'Wat helpt jou juist niet?', type: 'long', mayBeEmpty: true },
      { code: 'first-weeks', asks: 'Wat wil je dat ze weten voor de eerste weken?', type: 'long', mayBeEmpty: true },
      { code: 'guidance', asks: 'Wil je begeleiding bij het reizen of plannen?', type: 'choice', options: ['Ja', 'Nee', 'Weet ik nog niet'], onlyFor: PRACTICE },
    ],
  },
  {
    code: 'home-and-health', address: 'thuis-en-gezondheid', numbers: [6], dutch: 'Thuis en gezondheid', lead: 'Dit mag je leeg laten. Een school leest het pas als je bent toegelaten, of eerder als jij dat wilt.',
    writer: 'student', basis: 'consent', sensitivity: 'special', release: 'on-admission', stands: 'mine', counts: true, keptYears: 1, oso: null,
    because: 'Gezondheid is een bijzonder gegeven: alleen met toestemming en nooit voor de toelating.',
    questions: [
      { code: 'home', asks: 'Is er iets thuis waar school rekening mee kan houden?', type: 'long', mayBeEmpty: true },
      { code: 'health', asks: 'Is er iets met je gezondheid waar school rekening mee kan houden?', type: 'long', mayBeEmpty: true },
      { code: 'who-helps', asks: 'Wie helpt jou nu daarbij?', hint: 'Je hoeft geen namen te noemen.', type: 'long', mayBeEmpty: true },
    ],
  },
] as const satisfies readonly Section[];
