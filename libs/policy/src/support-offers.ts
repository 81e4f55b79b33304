/** What a region may have for young people who did not start, beside a place at a college. */
export const supportOfferKinds = [
  { code: 'plus-programme', dutch: 'plusvoorziening', because: 'Onderwijs en zorg samen, voor wie meer nodig heeft dan een gewone klas.' },
  { code: 'switch-team', dutch: 'schakelteam', because: 'Korte tijd begeleiding, terug naar een opleiding.' },
  { code: 'youth-team', dutch: 'jongerenteam', because: 'Hulp van de gemeente bij geld, wonen of thuis.' },
  { code: 'buddy', dutch: 'maatje', because: 'Iemand die meegaat en blijft bellen.' },
  { code: 'summer-school', dutch: 'zomerschool', because: 'De zomer gebruiken om taal, rekenen of een keuze af te maken.' },
  { code: 'work-placement', dutch: 'werkleerplek', because: 'Werken en leren tegelijk, ook zonder inschrijving.' },
] as const;

export type SupportOfferKind = (typeof supportOfferKinds)[number]['code'];

/** How far an offer is on one case. */
export const supportStates = [
  { code: 'offered', dutch: 'aangeboden', because: 'De jongere denkt na.' },
  { code: 'accepted', dutch: 'aangenomen', because: 'De jongere doet mee.' },
  { code: 'declined', dutch: 'niet aangenomen', because: 'Ook dat telt: het was er, en het paste niet.' },
  { code: 'completed', dutch: 'afgerond', because: 'Tot het eind meegedaan.' },
] as const;

export type SupportState = (typeof supportStates)[number]['code'];

/** Counts of fewer people than this are not shown (rules 12). */
export const SMALLEST_COUNT = 5;
