/** What a coach notes after a talk, or after trying: one tap, and words when they are needed. */
export const coachNotes = [
  { code: 'no-contact', dutch: 'Geen contact gekregen', because: 'Ook een poging telt: wie de coach vroeg, ziet dat er is gebeld.' },
  { code: 'goes-well', dutch: 'Het gaat goed', because: 'Dan hoeft niemand iets te doen.' },
  { code: 'goes-on', dutch: 'Het loopt, we spreken elkaar weer', because: 'De begeleiding gaat door.' },
  { code: 'needs-more', dutch: 'Er is meer hulp nodig', because: 'Wie de coach vroeg, kan meer regelen dan de coach alleen.' },
] as const;

export type CoachNote = (typeof coachNotes)[number]['code'];

/** Why a coach does not look along any more; `said` is for the student, `coach` for the coach. */
export const coachEndings = [
  { code: 'refused', dutch: 'niet gestart: er kwam een nee', because: 'Zonder ja van de leerling, en onder 16 van een ouder, ziet een coach niets.' },
  { code: 'student', dutch: 'de leerling stopte', because: 'Stoppen kan altijd, zonder reden.' },
  { code: 'guardian', dutch: 'een ouder stopte', because: 'Regels 9: onder 16 beslist een ouder mee.' },
  { code: 'coach', dutch: 'de coach gaf het terug', because: 'Wie te vol zit of klaar is, geeft terug.' },
  { code: 'asker', dutch: 'gestopt door wie de coach vroeg', because: 'Wie het vroeg, kan het ook stoppen.' },
  { code: 'case-closed', dutch: 'de zaak is klaar', because: 'De coach hoort bij de zaak.' },
  { code: 'until', dutch: 'de afgesproken dag is voorbij', because: 'Niemand kijkt langer mee dan afgesproken.' },
  { code: 'sixteen', dutch: 'de leerling werd 16 en beslist nu alleen', because: 'Regels 9: op de 16e verjaardag wordt opnieuw gevraagd.' },
  { code: 'coach-left', dutch: 'de coach werkt hier niet meer', because: 'Wie weg is, ziet niets meer.' },
  { code: 'deceased', dutch: 'afgesloten', because: 'Regels 7: zonder reden in een lijst.' },
] as const;

export type CoachEnding = (typeof coachEndings)[number]['code'];

/** Days that are proposed, and at most; days in which somebody can say yes; days after a no in which nobody asks for the same coach. */
export const coachTerms = {
  usualDays: 183,
  mostDays: 366,
  answerDays: 28,
  againDays: 90,
  because: 'Een half jaar is de overstap en de eerste weken erna. Langer dan een jaar vraag je opnieuw. Na vier weken zonder antwoord vervalt de vraag. Na een nee mag wie nee zei een kwartaal met rust zijn.',
} as const;
