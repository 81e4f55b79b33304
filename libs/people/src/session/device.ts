import { isIPv4 } from 'node:net';
import { networkOf } from '../limits/network.ts';

/** The first that fits: browsers also name those that they descend from. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS|Chromium)\//],
  ['Safari', /Version\/.*Safari\//],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['ChromeOS', /CrOS/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux/],
];

const named = (rows: typeof BROWSERS, agent: string): string | undefined => rows.find(([, pattern]) => pattern.test(agent))?.[0];

/** "Chrome op Windows": enough to recognise one's own device, from what the browser says of itself. */
export function deviceOf(agent: string): string {
  const [browser, system] = [named(BROWSERS, agent), named(SYSTEMS, agent)];
  if (browser && system) return `${browser} op ${system}`;
  return browser ?? system ?? 'Onbekend apparaat';
}

/** The begin of an address: tells home from school, and no more. */
export const placeOf = (address: string): string => {
  const network = networkOf(address);
  return isIPv4(network) ? `${network.split('.').slice(0, 2).join('.')}.…` : network.replace(/::\/64$/, ':…');
};
