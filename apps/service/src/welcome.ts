import { isIP } from 'node:net';
import { paths, roleOf } from '#policy';
import type { Started } from './start.ts';

/** What the terminal says when everything is up: where, and in the example as whom and where the mails are. */
export function welcome({ config, persons }: Started): string[] {
  if (config.role === 'worker') return ['Overstap staat klaar: op de achtergrond, zonder pagina’s'];
  const here = `http://${hereOf(config.host)}:${config.port}`;
  const ready = `Overstap staat klaar: ${here}`;
  if (!persons.length) return [ready];
  const rows = persons.map(({ role, person, organisation }) => `  ${(roleOf(role)?.dutch ?? role).padEnd(28)}${person}, ${organisation}`);
  return [ready, '', `Log met één klik in op ${here}${paths.signIn} als:`, ...rows, '', `Lees de mails op ${here}${paths.mailbox}`, 'Stoppen: Ctrl-C'];
}

/** How this machine reaches itself, whatever people type elsewhere. */
function hereOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return isIP(host) === 6 ? `[${host}]` : host;
}
