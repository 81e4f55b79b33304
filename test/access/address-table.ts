import path from 'node:path';
import type { HandlerRow } from '#people';
import { accessTable } from '#policy';

export const ADDRESSES = path.resolve('docs/policy/adressen.md');

interface Walked {
  readonly route: HandlerRow;
  readonly opens: readonly string[];
  readonly shut: readonly string[];
}

const INTRO = `<!-- Geschreven door test/access/routes.spec.ts, die elk adres voor iedereen opent. -->

# Elk adres, voor elke rol

Van elk adres dat niet openbaar is: voor welke rollen het eigen record opengaat, en welke rollen het vreemde record niet vinden. Wie er
niet staat, vindt niets: de pagina bestaat dan niet (404), met precies hetzelfde antwoord als bij een record dat er niet is.

| Adres | Handeling | Opent het eigen record | Vindt dat van een ander niet |
| --- | --- | --- | --- |
`;

/** What the walk found, as a page that a policy officer can read. */
export function addressTable(walked: readonly Walked[]): string {
  const rows = walked
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
    .map((row) => `| \`${nameOf(row)}\` | ${actOf(row)} | ${row.opens.join(', ') || '–'} | ${row.shut.join(', ') || '–'} |`);
  return `${INTRO}${rows.join('\n')}\n`;
}

const nameOf = ({ route }: Walked): string => `${route.path} ${route.method}`;
const actOf = ({ route }: Walked): string => accessTable.find(({ act }) => act === route.cell)?.dutch ?? String(route.cell);
