const DAY_MS = 86_400_000;

export interface FeastDay {
  readonly day: string;
  readonly dutch: string;
}

/** The feast days of a calendar year, on which no school in the Netherlands is open. */
export function feastDays(year: number): readonly FeastDay[] {
  const easter = easterOf(year);
  const fixed = (monthDay: string): string => `${year}-${monthDay}`;
  return [
    { day: fixed('01-01'), dutch: 'Nieuwjaarsdag' },
    { day: after(easter, -2), dutch: 'Goede Vrijdag' },
    { day: after(easter, 1), dutch: 'tweede paasdag' },
    // On a Sunday the king's birthday is kept a day early.
    { day: new Date(fixed('04-27')).getUTCDay() === 0 ? fixed('04-26') : fixed('04-27'), dutch: 'Koningsdag' },
    { day: fixed('05-05'), dutch: 'Bevrijdingsdag' },
    { day: after(easter, 39), dutch: 'Hemelvaartsdag' },
    { day: after(easter, 50), dutch: 'tweede pinksterdag' },
    { day: fixed('12-25'), dutch: 'eerste kerstdag' },
    { day: fixed('12-26'), dutch: 'tweede kerstdag' },
  ];
}

const after = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Easter Sunday in the Gregorian calendar: the Sunday after the first full moon of spring. */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return after(`${year}-03-28`, full - weekday);
}
