/** How somebody stands at an organisation, as its administrator sees it. The first that holds; the last when all roles ended. */
export const personStates = [
  { code: 'frozen', dutch: 'bevroren', tone: 'next', because: 'Een account dat een jaar niet is gebruikt, gaat dicht tot een beheerder het weer opent.' },
  { code: 'bounced', dutch: 'mail komt niet aan', tone: 'must', because: 'Wie geen mail krijgt, hoort niets; een ander hoort het nu.' },
  { code: 'active', dutch: 'werkt mee', tone: 'good', because: 'Is minstens één keer binnen geweest.' },
  { code: 'invited', dutch: 'uitgenodigd', tone: 'other', because: 'De uitnodiging loopt nog. Meldingen komen al aan.' },
  { code: 'expired', dutch: 'uitnodiging verlopen', tone: 'must', because: 'Krijgt geen meldingen meer tot er een nieuwe uitnodiging is.' },
  { code: 'noted', dutch: 'nog niet uitgenodigd', tone: 'next', because: 'Staat in een bestand van de organisatie. Inloggen met een link per mail kan al.' },
  { code: 'ended', dutch: 'weg', tone: 'other', because: 'Werkt hier niet meer.' },
] as const;

export type PersonState = (typeof personStates)[number]['code'];

/** Days that an invitation holds, and days without use after which an account is frozen. */
export const peopleTerms = { invitationDays: 14, unusedDays: 365 } as const;

/** For what a colleague stands in for a mentor. */
export const standInKinds = [
  { code: 'leave', dutch: 'vervangt tijdens verlof', because: 'De vervanger ziet de leerlingen en krijgt de meldingen; de mentor krijgt ze zo lang niet.' },
  { code: 'summer', dutch: 'kijkt mee in de zomer', because: 'Mentor en zomerteam zien de leerlingen allebei; startmeldingen gaan naar allebei.' },
  { code: 'for-good', dutch: 'nam over', because: 'De nieuwe mentor staat op de leerling; de vorige ziet niets meer.' },
] as const;

export type StandInKind = (typeof standInKinds)[number]['code'];

/** Rules 10: a summer team has its list until this month and day. */
export const SUMMER_ENDS = '09-30';

/** What the history of a person says. {other} is who took over, or from whom. */
export const peopleEvents = [
  { code: 'noted', dutch: 'Staat in een bestand.' },
  { code: 'invited', dutch: 'Uitgenodigd.' },
  { code: 'accepted', dutch: 'Voor het eerst ingelogd.' },
  { code: 'role-given', dutch: 'Kreeg een rol.' },
  { code: 'withdrawn', dutch: 'Uitnodiging ingetrokken.' },
  { code: 'ended', dutch: 'Werkt hier niet meer.' },
  { code: 'returned', dutch: 'Toch niet weg.' },
  { code: 'coordinates-given', dutch: 'Is coördinator: hoort het als zaken te laat zijn.' },
  { code: 'coordinates-taken', dutch: 'Is geen coördinator meer.' },
  { code: 'administers-given', dutch: 'Mag mensen beheren.' },
  { code: 'administers-taken', dutch: 'Mag geen mensen meer beheren.' },
  { code: 'frozen', dutch: 'Account bevroren: een jaar niet gebruikt.' },
  { code: 'thawed', dutch: 'Account weer geopend.' },
  { code: 'second-factor-reset', dutch: 'Tweede stap weggehaald. Bij de volgende keer inloggen komt er een nieuwe.' },
  { code: 'handed-over', dutch: 'Leerlingen overgedragen aan {other}.' },
  { code: 'took-over', dutch: 'Leerlingen overgenomen van {other}.' },
  { code: 'stands-in', dutch: 'Vervangt {other}.' },
  { code: 'stand-in-began', dutch: 'Vervangen door {other}.' },
  { code: 'stand-in-ended', dutch: 'Vervanging door {other} gestopt.' },
] as const;

export type PeopleEvent = (typeof peopleEvents)[number]['code'];
