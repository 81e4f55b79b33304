import { handoverTopics } from '../handover.ts';
import type { Section } from './section.ts';

/** What the school adds. The student reads it before it goes. */
export const bySchool = [
  {
    code: 'mentor-part', address: 'deel-van-mentor', numbers: [7], dutch: 'Deel van je mentor', toOthers: 'Deel van de mentor', lead: 'Je mentor vult dit in. Jij leest het eerst.',
    writer: 'mentor', basis: 'statutory', sensitivity: 'ordinary', release: 'on-application', stands: 'mine', counts: true, keptYears: 1, oso: 'advies',
    because: 'De mentor kent de leerling het langst; de leerling hoort wat erin staat.',
    questions: [
      { code: 'goes-well', asks: 'Wat gaat goed bij deze leerling?', hint: 'Schrijf zo dat de leerling het met plezier leest.', type: 'long' },
      { code: 'grew-in', asks: 'Waarin is de leerling gegroeid?', type: 'long', mayBeEmpty: true },
      { code: 'works-well', asks: 'Wat werkt in de klas?', type: 'long' },
      { code: 'attention', asks: 'Wat vraagt aandacht in de eerste weken?', type: 'long', mayBeEmpty: true },
      { code: 'advice', asks: 'Past de gekozen opleiding?', type: 'choice', options: ['Ja, past goed', 'Past, met begeleiding', 'Ik heb twijfels en besprak die met de leerling', 'Nog geen keuze'] },
      { code: 'why-advice', asks: 'Waarom vind je dat?', type: 'long', mayBeEmpty: true },
      { code: 'warm-handover', asks: 'Is een gesprek tussen jou en de mbo-school nodig?', type: 'choice', options: ['Ja', 'Nee'] },
    ],
  },
  {
    code: 'my-school', address: 'mijn-school', numbers: [2], dutch: 'Mijn school', lead: 'Dit weet je school: je klas en je uitslag.',
    writer: 'school-file', basis: 'statutory', sensitivity: 'ordinary', release: 'on-application', stands: 'from-school', counts: false, keptYears: 1, oso: 'schoolloopbaan',
    because: 'Staat al in de administratie; niemand typt het over.',
    questions: [
      { code: 'school', asks: 'Op welke school zit je?', type: 'short' },
      { code: 'class', asks: 'In welke klas zit je?', type: 'short' },
      { code: 'kind', asks: 'Welke schoolsoort en leerweg doe je?', type: 'short' },
      { code: 'result', asks: 'Wat is je uitslag?', type: 'short' },
    ],
  },
  {
    code: 'support', address: 'ondersteuning', numbers: [8], dutch: 'Ondersteuning op school', lead: 'Alleen als je extra ondersteuning krijgt. Je ondersteuningscoördinator vult dit in.',
    writer: 'support-coordinator', basis: 'consent', sensitivity: 'special', release: 'on-admission', stands: 'from-school', counts: false, keptYears: 1, oso: 'begeleiding',
    because: 'Bijzondere gegevens: alleen wanneer nodig en met toestemming per school.',
    questions: [
      { code: 'which', asks: 'Welke ondersteuning kreeg de leerling?', type: 'long' },
      { code: 'effect', asks: 'Wat hielp en wat hielp niet?', type: 'long' },
      { code: 'needed', asks: 'Wat is op het mbo nodig om te kunnen starten?', type: 'long' },
      { code: 'partners', asks: 'Welke partners zijn betrokken?', hint: 'Noem de organisatie, geen personen.', type: 'short', mayBeEmpty: true },
    ],
  },
  {
    code: 'presence', address: 'aanwezigheid', numbers: [9], dutch: 'Aanwezigheid', lead: 'Hoe vaak je er dit jaar was. Dit komt uit de administratie van je school.',
    writer: 'school-file', basis: 'statutory', sensitivity: 'ordinary', release: 'on-intake-invitation', stands: 'from-school', counts: false, keptYears: 1, oso: 'verzuim',
    because: 'Alleen het laatste jaar: ouder zegt niets over nu.',
    questions: [
      { code: 'year', asks: 'Over welk schooljaar gaat dit?', type: 'short' },
      { code: 'with-reason', asks: 'Hoeveel uur was je er niet, met een reden?', hint: 'Bijvoorbeeld omdat je ziek was.', type: 'short' },
      { code: 'without-reason', asks: 'Hoeveel uur was je er niet, zonder reden?', type: 'short' },
      { code: 'reported', asks: 'Heeft je school dit gemeld bij leerplicht?', type: 'short' },
    ],
  },
  {
    code: 'warm-handover', address: 'warme-overdracht', numbers: [10], dutch: 'Warme overdracht', lead: 'Een gesprek tussen je mentor en de mbo-school. Jij mag erbij zijn.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'sharing', counts: false, keptYears: 1, oso: null,
    because: 'Sommige dingen zeg je liever dan dat je ze schrijft.',
    questions: [
      { code: 'about', asks: 'Waar gaat het gesprek over?', type: 'many', options: handoverTopics.map(({ dutch }) => dutch) },
      { code: 'with-whom', asks: 'Met wie kan de mbo-school praten?', hint: 'Bijvoorbeeld de mentor, of iemand die op school helpt.', type: 'short' },
      { code: 'reach', asks: 'Hoe is die persoon te bereiken?', hint: 'Een telefoonnummer of mailadres, en wanneer.', type: 'short' },
    ],
  },
  {
    code: 'sharing', address: 'delen', numbers: [11], dutch: 'Controleer en deel je paspoort', lead: 'Kijk alles na en kies wie wat leest.',
    writer: 'student', basis: 'choice', sensitivity: 'ordinary', release: 'on-application', stands: 'sharing', counts: false, keptYears: 1, oso: 'inzage',
    because: 'Akkoord met de inhoud en toestemming om te delen zijn twee dingen.', questions: [],
  },
] as const satisfies readonly Section[];
