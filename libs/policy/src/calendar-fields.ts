import { caseClocks } from './cases.ts';
import { holidayKinds, holidayRegions } from './holidays.ts';

/** What a region may set for a school year besides its holidays (rules 5 and 8). */
export interface CalendarFieldRow {
  readonly code: string;
  readonly kind: 'date' | 'days' | 'working-days';
  /** In the address and the form. */
  readonly written: string;
  readonly dutch: string;
  /** Bounds of a day, as month and day: a region may shift a term, never put an alarm off until nobody needs it. */
  readonly earliest?: string;
  readonly latest?: string;
  /** Bounds of a number of days. */
  readonly least?: number;
  readonly most?: number;
  readonly because: string;
}

const clocks = {
  'pick-up': { most: 10, dutch: 'Een zaak is opgepakt binnen' },
  contact: { most: 30, dutch: 'Er is contact binnen' },
  intake: { most: 60, dutch: 'Er is een intake binnen' },
} as const;

export const calendarFields = [
  { code: 'not-applied-from', kind: 'date', written: 'aanmelddatum', dutch: 'Aangemeld vóór', earliest: '02-01', latest: '05-31', because: 'Vanaf deze dag is er een signaal voor wie zich nog niet aanmeldde.' },
  { code: 'no-place-yet-from', kind: 'date', written: 'plek', dutch: 'Een plek vóór', earliest: '05-01', latest: '07-31', because: 'Vanaf deze dag is er een signaal voor wie nog geen plek heeft.' },
  { code: 'no-place-at-start-from', kind: 'date', written: 'start', dutch: 'Begin van het mbo-jaar', earliest: '08-01', latest: '09-30', because: 'Wie dan geen plek heeft, gaat ook naar het bureau.' },
  { code: 'early-leaver-until', kind: 'date', written: 'teldatum', dutch: 'Vroeg gestopt telt tot', earliest: '09-15', latest: '12-01', because: 'Wie eerder stopt, is een vroege uitvaller. Daarna is het gewoon een uitschrijving.' },
  { code: 'grace-days', kind: 'days', written: 'dagen', dutch: 'Dagen na de start tot een melding', least: 0, most: 30, because: 'Zo lang heeft een mbo-school om door te geven wie er was.' },
  { code: 'silence-days', kind: 'days', written: 'stilte', dutch: 'Dagen na de start tot we om antwoord vragen', least: 0, most: 30, because: 'Dan horen de mbo-school en de regio dat er niets is doorgegeven.' },
  ...caseClocks.map(({ code, because }) => ({ code, kind: 'working-days', written: code, least: 1, because, ...clocks[code] }) as const),
] as const satisfies readonly CalendarFieldRow[];

export type CalendarField = (typeof calendarFields)[number]['code'];

/** The name of a holiday among the changes of a region: `noord-summer`. */
export const holidayFields = holidayRegions.flatMap((region) => holidayKinds.map((kind) => ({ code: `${region.code}-${kind.code}`, region, kind })));
