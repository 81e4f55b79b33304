import { dayInFull, type Clock } from '#platform';

const WORDS = {
  'passkey-added': 'Je kunt nu ook inloggen met een nieuwe passkey.',
  'passkey-removed': 'Er is een passkey weggehaald.',
  'app-added': 'Je kunt nu inloggen met een app op je telefoon.',
  'app-removed': 'Je logt niet meer in met een app op je telefoon.',
  'codes-renewed': 'Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.',
  'code-used': 'Er is ingelogd met een herstelcode. Die werkt nu niet meer.',
  reset: 'Je tweede stap is weggehaald en je bent overal uitgelogd. Bij de volgende keer inloggen stel je hem opnieuw in.',
} as const;

export type FactorChange = keyof typeof WORDS;

/** What the mail about a change says; nothing that helps somebody who reads along. */
export const mailAbout = (change: FactorChange, clock: Clock): object => ({ what: WORDS[change], ...momentOf(clock) });

export const momentOf = (clock: Clock): { day: string; time: string } => ({ day: dayInFull(clock.today()), time: clock.time() });
