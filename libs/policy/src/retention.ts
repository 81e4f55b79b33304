/** How long something is kept (rules 11), and what ends it. */
export interface RetentionRow {
  readonly code: 'passport' | 'case-notes' | 'in-view' | 'reading-log' | 'counts';
  readonly dutch: string;
  /** Null: it stays. */
  readonly years: number | null;
  readonly after: string;
  readonly because: string;
}

export const retention = [
  { code: 'passport', dutch: 'Het paspoort met alles wat is gedeeld, de bestanden, de intake, aanwezigheid, en het inloggen van leerling en ouder', years: 1, after: 'de overstap klaar is', because: 'Daarna kent de opleiding de leerling zelf. De leerling krijgt 30 dagen van tevoren een mail.' },
  { code: 'case-notes', dutch: 'Notities bij pogingen en zaken, en van een Overstaptafel, zomerteam of overstapcoach', years: 2, after: 'de overstap klaar is', because: 'Zo lang kan iemand terugkomen bij hetzelfde bureau.' },
  { code: 'in-view', dutch: 'Mailadres en notities van wie in beeld is', years: 1, after: 'iemand niet meer in beeld is', because: 'Zonder adres kan niemand elk kwartaal vragen hoe het gaat. De rest van het paspoort gaat gewoon weg. Daarna nog een jaar, omdat iemand terug kan komen.' },
  { code: 'reading-log', dutch: 'Wie wat las', years: 5, after: 'het lezen', because: 'Wie misbruik vermoedt, moet het na kunnen kijken.' },
  { code: 'counts', dutch: 'Dat er een overstap was, met statussen en data', years: null, after: '', because: 'Aantallen blijven: zonder verleden ziet niemand of het beter gaat.' },
] as const satisfies readonly RetentionRow[];

/** Days between the mail and the removal. Never less, also when the worker stood still. */
export const WARN_DAYS = 30;

export const yearsOf = (code: RetentionRow['code']): number => retention.find((row) => row.code === code)?.years ?? Infinity;
