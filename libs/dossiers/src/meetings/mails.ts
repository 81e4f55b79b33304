import type { MailHandler } from '#platform';
import { MEETING, meetingPurposes } from '#policy';

interface Row {
  readonly guest: string;
  readonly sequence: number;
  readonly state: 'planned' | 'cancelled' | 'held';
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly purpose: string;
  /** Where who plans it works. */
  readonly planner: string;
}

/** Says when and where, with a file for the calendar; dropped when it was changed since, or this guest may not hear of it any more. */
export const meetingPage =
  (today: () => string, publicUrl: URL, wanted: 'planned' | 'cancelled'): MailHandler =>
  async (sql, { id, page }) => {
    const { link } = page as { link?: string };
    const [row] = await sql<Row & Record<string, unknown>>(STILL_GUEST, [id, today(), wanted]);
    if (!row || (wanted === 'planned' && !link)) return 'dropped';
    const { guest, sequence, day, time, place, planner } = row;
    const method = wanted === 'planned' ? 'REQUEST' : 'CANCEL';
    return {
      onBehalfOf: planner, link, day, time: time.replace(':', '.'), place, purpose: meetingPurposes.find(({ code }) => code === row.purpose)?.dutch, address: publicUrl.host,
      appointment: { method, id: guest, sequence, day, time, minutes: MEETING.minutes, title: MEETING.title, place },
    };
  };

const STILL_GUEST = `select g.id as guest, j.sequence, j.planned_on::text as day, to_char(j.planned_at, 'HH24:MI') as time, j.place, j.purpose, o.name as planner
from app.mail x join app.joint_intake_guest g on g.id = (x.page ->> 'guest')::uuid join app.joint_intake j on j.id = g.joint_intake_id
join app.leaver l on l.id = j.leaver_id
left join app.membership p on p.id = j.planned_by join app.organisation o on o.id = coalesce(p.organisation_id, l.school_id)
where x.id = $1 and j.state = $3 and j.sequence = (x.page ->> 'sequence')::int and app.still_guest(g, $2)`;
