import { ENDING_NEWS, MENTOR_TODO } from '#policy';
import type { World } from './world.ts';

/** What stands at the end of a day about each young person, in the words of the table. */
export async function shownNow({ sql }: World): Promise<Map<string, string>> {
  const rows = await sql<{ key: string; shows: string }>(`
    select lower(l.given_name) as key, coalesce(s.kind || ' ' || s.route, '-') || coalesce(' | ' || c.shows, '') as shows
    from app.leaver l left join app.signal s on s.leaver_id = l.id and s.closed_on is null
    left join lateral (
      select case when c.closed_on is not null then concat_ws(' ', 'closed', c.outcome)
        else concat_ws(' ', coalesce(desk.code, 'queue ' || c.queue_region), split_part(a.email, '@', 1), '> ' || other.code,
          (select '? ' || coalesce(h.code, 'region-' || q.to_region) from app.case_hand_over q left join app.organisation h on h.id = q.to_id where q.case_id = c.id and q.answer is null)) end as shows
      from app.desk_case c left join app.organisation desk on desk.id = c.desk_id left join app.organisation other on other.id = c.offered_to
      left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id
      where c.leaver_id = l.id order by c.number desc limit 1) c on true`);
  return new Map(rows.map(({ key, shows }) => [key, shows]));
}

export interface Digest extends Record<string, unknown> {
  readonly id: string;
  readonly to: string;
  readonly state: string;
  /** `fatima mentor no-show abdi`. */
  readonly told: string[] | null;
}

/** The digests of a day with what they still tell. */
export const digestsOf = ({ sql }: World, day: string): Promise<Digest[]> =>
  sql<Digest>(`
    select m.id, m.to_address as to, m.state,
      array_agg(concat_ws(' ', reverse(split_part(reverse(split_part(m.to_address, '@', 1)), '.', 1)) || ':', i.reason, i.kind, coalesce(lower(l.given_name), q.crebo)))
        filter (where i.kind is not null) as told
    from app.mail m left join app.mail_item i on i.mail_id = m.id left join app.signal s on s.id = i.signal_id left join app.leaver l on l.id = s.leaver_id
    left join app.silence q on q.id = i.silence_id
    where m.template = 'digest' and m.day = $1 group by m.id`, [day]);

/** About whom a desk is late (rules 8). */
export async function lateOn({ sql }: World, day: string): Promise<string[]> {
  const rows = await sql<{ key: string }>(`
    select lower(l.given_name) as key from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.organisation o on o.id = c.desk_id
    where c.closed_on is null and app.is_late(coalesce(c.at_desk_since, c.opened_on), c.picked_up_on, c.contacted_on, $1, o.region)`, [day]);
  return rows.map(({ key }) => key);
}

/** Every mail that went but the digests, and what digests say beside alerts, as lines of the table: `DAY KIND WHO=COUNT`. */
export async function remindersSent({ sql, office }: World): Promise<string[]> {
  const rows = await sql<{ id: string; day: string; template: string; to: string }>(
    "select id, day::text, template, reverse(split_part(reverse(split_part(to_address, '@', 1)), '.', 1)) as to from app.mail where state = 'sent' order by day, template");
  const letters = new Map(office.kept.map((letter) => [letter.messageId, letter]));
  return rows.flatMap(({ id, day, template, to }) => {
    const letter = letters.get(`<mail-${id}@overstap.example>`);
    if (template !== 'digest') return [`${day} ${template} ${to}${counted(letter?.subject)}`];
    return besideAlerts(letter?.text).map((said) => `${day} ${said.replace('=', ` ${to}=`)}`);
  });
}

const counted = (subject = ''): string => (/^\d+/.test(subject) ? `=${parseInt(subject, 10)}` : '');

/** How many wait for the mentor, how many applications ended, and how many clocks ran out. */
function besideAlerts(text = ''): string[] {
  const clocks = /Van (\d+) za|(?:bureau vraagt|Bureaus vragen) of/.exec(text);
  const beside = Object.entries({ waits: MENTOR_TODO.line, news: ENDING_NEWS.dutch }).flatMap(([kind, line]) => {
    const said = text.split(/\r?\n/).find((one) => one.startsWith(`- ${line}: `));
    return said ? [`${kind}=${[...said.matchAll(/(\d+) (?:uit|zonder)\b/g)].reduce((sum, [, count]) => sum + Number(count), 0)}`] : [];
  });
  return clocks ? [...beside, `clocks=${clocks[1] ?? 'asked'}`] : beside;
}
