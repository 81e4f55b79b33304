import { isIP } from 'node:net';
import type { Address } from './address.ts';

/** What the terminal says when everything is up. */
export function welcome({ config }: Address): string[] {
  if (config.role === 'worker') return ['Overstap staat klaar: op de achtergrond, zonder pagina’s'];
  return [`Overstap staat klaar: http://${hereOf(config.host)}:${config.port}`];
}

/** How this machine reaches itself, whatever people type elsewhere. */
function hereOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}
