import { isIP } from 'node:net';
import { isLoopback } from '../config/address.ts';
import type { Config } from '../config/config.ts';

/** MAIL_FROM in its parts. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly domain: string;
}

export function parseSender(mailFrom: string): Sender {
  const open = mailFrom.indexOf('<');
  const name = open < 0 ? '' : mailFrom.slice(0, open).trim().replace(/^"(.*)"$/, '$1');
  const address = mailFrom.slice(open + 1).replace('>', '').trim();
  return { name: name || 'Overstap', address, domain: address.slice(address.lastIndexOf('@') + 1) };
}

/** What to tell the operator about a sender that other mail servers refuse or take for spam; this machine's own may take anything. */
export function senderWarning({ smtp, mailFrom }: Pick<Config, 'smtp' | 'mailFrom'>): string | undefined {
  const { address, domain } = parseSender(mailFrom);
  if (!smtp || isLoopback(smtp.host) || (domain.includes('.') && !isIP(domain.replace(/^\[|\]$/g, '')))) return undefined;
  return `Mail gaat nu weg als ${address}. Andere mailservers weigeren dat of zien het als spam. Zet in MAIL_FROM een adres dat echt bestaat, of in PUBLIC_URL het adres van de site.`;
}
