import { sections } from './sections/index.ts';
import type { Status } from './statuses.ts';

/** What waits for a mentor beside signals, in the Monday mail (ux M1): one sum, since each reason comes from a passport (rules 7). */
export const MENTOR_TODO = { dutch: 'Wacht op jou', line: 'Leerlingen', asks: 'Kijk bij de leerling wat je kunt doen' } as const;

/** Why, as counted in that sum. */
export const mentorTodos = [
  { code: 'discuss', dutch: 'Wil bespreken wat de mentor schreef', because: 'De leerling las het en is het er niet mee eens.' },
  { code: 'correction', dutch: 'Vroeg om een verbetering', because: 'Iemand heeft recht op gegevens die kloppen.' },
  { code: 'mentor-part', dutch: 'Wacht op het deel van de mentor', because: 'De leerling is klaar; zonder de mentor gaat het paspoort niet verder.' },
  { code: 'not-shared', dutch: 'Delen ging niet door: praat met de leerling', because: 'De mentor hoort dat het niet doorging, niet waarom (ux 5.3). Weg als de leerling opnieuw deelt, de mentor ‘Gesproken’ noteert, of na 28 dagen.' },
  { code: 'parent-letter', dutch: 'Ouder zonder mailadres: geef een brief met een code', because: 'Er wacht een vraag om akkoord, met delen of met een overstapcoach, en deze ouder hoort dat alleen van de mentor.' },
  { code: 'parent-address', dutch: 'Ouder bevestigen', because: 'Onder 16 jaar beslist een ouder mee, en de mentor zegt wie dat is.' },
] as const;

/** Parts that count for "4 van de 7 klaar". When one of them is done says `app.part_is_done`, to the page and to every mail. */
export const COUNTED_PARTS = sections.filter(({ counts }) => counts).map(({ code }) => code);
/** Those that a student finishes before the mentor writes. */
export const PASSPORT_PARTS = sections.filter(({ writer, counts }) => writer === 'student' && counts).map(({ code }) => code);

/**
 * An application that ended while another goes on (ux M2). Who has nothing left gets the signal for that instead, so nothing is told
 * twice; the mail of rules 7 stays one a day, so this is a part of the digest, or a digest of its own on a day without one.
 */
export const ENDING_NEWS = {
  statuses: ['not-admitted', 'withdrawn'] as const satisfies readonly Status[],
  days: 14,
  dutch: 'Nieuws over een aanmelding',
  subject: { one: 'Er is dringend nieuws over een leerling', more: 'Er is dringend nieuws over # leerlingen' },
  asks: 'Kijk wat er is veranderd en praat erover',
  because: 'Wie iets verliest, hoort dezelfde dag iemand. Ouder nieuws staat op de pagina van de leerling.',
} as const;
