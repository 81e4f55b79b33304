import type { Agenda } from '#alerts';
import { badgeOf } from './standing.ts';

const HEADERS = ['overstaptafel_op', 'leerling', 'leerlingnummer', 'klas', 'mentor', 'let_op', 'niet_besproken_omdat', 'afspraak', 'wie', 'voor', 'klaar_op'];

/** The minutes as rows: one for each agreement, and one for who has none. */
export function minutesOf({ table, places, agreements }: Agenda): string[][] {
  const rows = places.flatMap((place) => {
    const about = [table.heldOn, place.name, place.number, place.class ?? '', place.mentor ?? '', badgeOf(place).text, place.leftOutBecause ?? ''];
    const agreed = agreements.filter(({ leaver }) => leaver === place.leaver);
    if (!agreed.length) return [[...about, '', '', '', '']];
    return agreed.map(({ what, owner, dueOn, doneOn }) => [...about, what, owner, dueOn, doneOn ?? '']);
  });
  return [HEADERS, ...rows];
}
