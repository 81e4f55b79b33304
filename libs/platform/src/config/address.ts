import { isIP, isIPv4 } from 'node:net';
import { given, type Environment } from './environment.ts';
import { WrongSetting } from './wrong-setting.ts';

/** 0 lets the machine pick a free port. */
export function readPort(env: Environment): number {
  const text = given(env, 'PORT') ?? '3000';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new WrongSetting('PORT moet een heel getal van 0 tot en met 65535 zijn (0 kiest een vrije poort).');
}

export function readHost(env: Environment): string {
  const host = given(env, 'HOST') ?? '127.0.0.1';
  if (isIP(host) || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host)) return host;
  throw new WrongSetting('HOST moet een adres of een naam van deze machine zijn, zoals 127.0.0.1 of 0.0.0.0.');
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));

export function readPublicUrl(env: Environment): URL | undefined {
  const text = given(env, 'PUBLIC_URL');
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url;
  throw new WrongSetting('PUBLIC_URL moet een http- of https-adres zonder pad zijn, zoals https://overstap.voorbeeld.nl.');
}

export function readTrustedProxies(env: Environment): string[] {
  const list = given(env, 'TRUST_PROXY')?.split(',').map((text) => text.trim()) ?? [];
  if (list.every(isNetwork)) return list;
  throw new WrongSetting('TRUST_PROXY moet uit adressen bestaan, gescheiden door komma’s, zoals 10.0.0.1,192.168.0.0/16.');
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (!version || more.length) return false;
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
