import { dayInFull, daysBetween } from '#platform';
import { paths, planningKinds } from '#policy';
import type { PlannedDay } from '#transfers';

interface Month {
  readonly title: string;
  readonly rows: object[];
}

/** What comes, month by month. */
export function planningPage(days: readonly PlannedDay[], today: string) {
  const months = new Map<string, Month>();
  for (const row of days) {
    const day = row.day < today ? today : row.day;
    const title = dayInFull(day).split(' ').slice(1).join(' ');
    const month = months.get(title) ?? { title, rows: [] };
    months.set(title, month);
    month.rows.push(lineOf(row, today));
  }
  return { title: 'Planning', months: [...months.values()], leavers: paths.leavers, news: paths.news };
}

/** The tabs of the list count who goes elsewhere too; the planning does not. */
const apartText = (listed: number, elsewhere: number): string => `Op de tabs bij Leerlingen staan er ${listed}. ${elsewhere === 1 ? '1 van hen gaat' : `${elsewhere} van hen gaan`} niet naar het mbo.`;

function lineOf({ day, until, kind, count, elsewhere }: PlannedDay, today: string): object {
  const row = planningKinds.find(({ code }) => code === kind);
  const away = daysBetween(today, day);
  return {
    from: day,
    when: until ? `${dayInFull(day)} tot en met ${dayInFull(until)}` : dayInFull(day),
    text: row?.dutch ?? kind,
    about: row?.counted && count ? `${count} ${row.counted}` : '',
    apart: row?.counted && elsewhere ? apartText((count ?? 0) + elsewhere, elsewhere) : '',
    away: away <= 0 ? 'nu' : away === 1 ? 'morgen' : `over ${away} dagen`,
  };
}
