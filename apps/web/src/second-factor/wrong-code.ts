import { plural } from '#platform';

const WRONG = 'Deze code klopt niet.';

/** What is said about a code that was refused: the same whether it was wrong or not looked at, but for how long to wait. */
export function wrongCode(wait: number): string {
  if (!wait) return `${WRONG} Kijk of je de nieuwste code hebt en typ die over.`;
  return `${WRONG} Er zijn te veel verkeerde codes ingevuld. Probeer het over ${plural(Math.ceil(wait / 60), 'minuut', 'minuten')} opnieuw.`;
}
