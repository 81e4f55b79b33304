/**
 * Who stays in view after a case ended, or after PrO and vso, until re-entry or the upper age (rules 8; domain 2.7: some regions
 * look at each of them every quarter until 27). The outcomes that keep somebody in view stand in `outcomes`.
 */
/** A new application keeps somebody out of view for `appliedDays`, as rules 2 has it, unless the college itself reports more. */
export const IN_VIEW = { months: 3, soonMonths: 1, schoolTypes: ['pro', 'vso'], endedShownDays: 30, appliedDays: 28 } as const;

/** What a desk reads in its digest when checks are due; no name, no outcome. */
export const VIEW_CHECKS = {
  dutch: 'In beeld: kijk hoe het gaat',
  line: 'Jongeren',
  subject: { one: '1 jongere in beeld: kijk hoe het gaat', more: '# jongeren in beeld: kijk hoe het gaat' },
  asks: 'Bel en noteer wat je vindt',
} as const;

/** Which ways a case can end keep the young person in view. */
export const outcomesInView = [
  { outcome: 'full-time', stays: false, because: 'Zit op school: terug. Stopt iemand weer, dan komt er een nieuwe melding.' },
  { outcome: 'bbl', stays: false, because: 'Leert en werkt: terug.' },
  { outcome: 'work', stays: true, because: 'Werk zonder zicht op een startkwalificatie kan stoppen zonder dat iemand het meldt.' },
  { outcome: 'care', stays: true, because: 'Eerst zorg, dan school: iemand moet vragen wanneer het weer kan.' },
  { outcome: 'no-day-activity', stays: true, because: 'Juist deze jongeren raken uit beeld.' },
  { outcome: 'moved', stays: true, because: 'Verhuisd of niet te vinden is één uitkomst. Wie niet te vinden is, mag niet wegvallen; is iemand echt weg, dan sluit één controle het.' },
  { outcome: 'other', stays: true, because: 'Past nergens anders; één controle zegt of het nog nodig is.' },
  { outcome: 'signal-gone', stays: false, because: 'Er was niets aan de hand.' },
] as const;

export type InViewReason = 'ended-case' | 'profile';

export const inViewReasons = [
  { code: 'ended-case', dutch: 'na een zaak', because: 'De zaak is klaar, de jongere nog niet terug.' },
  { code: 'profile', dutch: 'na praktijkonderwijs of vso', because: 'Zonder plek op het mbo, of met profiel arbeid of dagbesteding: werk en dagbesteding vallen makkelijk weg.' },
] as const;

/** What a check found. `stay`: again after so many months. `end`: back, or no longer ours. */
export const inViewFound = [
  { code: 'still-working', dutch: 'Werkt nog', effect: 'stay', months: IN_VIEW.months, ending: null, because: 'Over een kwartaal weer kijken.' },
  { code: 'day-activity', dutch: 'Heeft dagbesteding', effect: 'stay', months: IN_VIEW.months, ending: null, because: 'Een plek die kan stoppen.' },
  { code: 'in-care', dutch: 'In zorg of opvang', effect: 'stay', months: IN_VIEW.months, ending: null, because: 'Daarna is hulp naar school of werk nodig.' },
  { code: 'looking', dutch: 'Zoekt werk of school', effect: 'stay', months: IN_VIEW.soonMonths, ending: null, because: 'Wie zoekt, kan nu hulp gebruiken: na een maand weer kijken.' },
  { code: 'at-home', dutch: 'Zit thuis', effect: 'stay', months: IN_VIEW.soonMonths, ending: null, because: 'Een kwartaal thuis is te lang.' },
  { code: 'not-reached', dutch: 'Niet bereikt', effect: 'stay', months: IN_VIEW.soonMonths, ending: null, because: 'Niet bereikt is niet gecontroleerd: na een maand weer proberen.' },
  { code: 'at-school', dutch: 'Zit op school', effect: 'end', months: null, ending: 'school', because: 'Terug op school: klaar.' },
  { code: 'has-applied', dutch: 'Heeft zich aangemeld bij een mbo-school', effect: 'end', months: null, ending: 'applied', because: 'De mbo-school volgt de aanmelding. Komt er geen start, dan staat de jongere hier vanzelf weer.' },
  { code: 'steady-job', dutch: 'Heeft vast werk', effect: 'end', months: null, ending: 'job', because: 'Werk dat blijft, is ook terug.' },
  { code: 'has-left', dutch: 'Verhuisd naar een andere regio', effect: 'end', months: null, ending: 'left-region', because: 'De nieuwe gemeente houdt de jongere in beeld.' },
] as const;

export type InViewFound = (typeof inViewFound)[number]['code'];

/** Why somebody is in view no longer; what a person can have said, a person can undo. What does not stand lets them return by themselves when the ground falls away. */
export const inViewEndings = [
  { code: 'started', dutch: 'begonnen met een opleiding', stands: false, byHand: false, because: 'De mbo-school zag de jongere.' },
  { code: 'applied', dutch: 'nieuwe aanmelding', stands: false, byHand: true, because: 'Loopt de aanmelding af of komt er geen start, dan staat de jongere er weer.' },
  { code: 'school', dutch: 'zit op school', stands: true, byHand: true, because: 'Terug.' },
  { code: 'job', dutch: 'heeft werk', stands: true, byHand: true, because: 'Terug.' },
  { code: 'settled', dutch: 'bekend waar de jongere is', stands: true, byHand: false, because: 'Zorg, dagbesteding, vrijstelling of buitenland, later bekend geworden.' },
  { code: 'left-region', dutch: 'woont in een andere regio', stands: true, byHand: true, because: 'Niet meer van dit bureau.' },
  { code: 'new-case', dutch: 'nieuwe zaak', stands: false, byHand: false, because: 'Een nieuwe melding: dan werkt het bureau aan de zaak.' },
  { code: 'upper-age', dutch: 'leeftijdsgrens bereikt', stands: true, byHand: false, because: 'Het Doorstroompunt heeft geen taak meer. Geen mail, wel een regel.' },
  { code: 'corrected', dutch: 'gegevens hersteld', stands: false, byHand: false, because: 'Bij nader inzien hoorde de jongere er niet.' },
] as const;
