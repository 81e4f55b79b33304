/** Finds a name of PDF however it is spelt: each letter may hide behind its number, as in /J#61vaScript. */
export const named = (...names: string[]): RegExp => new RegExp(`/(?:${names.map(spelt).join('|')})(?![A-Za-z])`);

const spelt = (name: string): string => Array.from(name, spellings).join('');

function spellings(letter: string): string {
  const [high = '', low = ''] = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#${high}[${low}${low.toUpperCase()}])`;
}
