const ADDRESS = /(https?:\/\/[^\s<>"]+)/;
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });

interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** The lines of a mail, with what one can open apart. */
export const withLinks = (text: string): Piece[][] =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(ADDRESS).filter(Boolean).map((piece) => (ADDRESS.test(piece) ? { text: piece, href: piece } : { text: piece, href: '' })));

/** Day (yyyy-mm-dd) and time in Amsterdam of the Date of a mail; both empty when it has none. */
export function momentOf(date: string): { day: string; time: string } {
  const moment = new Date(date);
  const [day = '', time = ''] = Number.isNaN(moment.getTime()) ? [] : CLOCK.format(moment).split(' ');
  return { day, time: time.replace(':', '.') };
}
