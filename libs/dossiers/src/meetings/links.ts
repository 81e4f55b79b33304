import type { Pool } from 'pg';
import { hashOf } from '#people/without-pages';
import type { Clock } from '#platform';

/** What a guest sees who is not signed in: no more than the mail said. */
export interface LinkedMeeting {
  readonly planned_on: string;
  readonly planned_at: string;
  readonly place: string;
  readonly purpose: string;
  readonly state: 'planned' | 'cancelled' | 'held';
  readonly answer: 'yes' | 'no' | 'maybe' | null;
  readonly reason: string | null;
}

/** The page behind the link of an invitation, until the day after the meeting. */
export class MeetingLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
  ) {}

  async open(token: string): Promise<LinkedMeeting | undefined> {
    const { rows } = await this.pool.query<LinkedMeeting>('select planned_on, planned_at, place, purpose, state, answer, reason from app.meeting_by_link($1, $2)', [hashOf(token), this.clock.today()]);
    return rows[0];
  }

  /** False when the meeting is over or cancelled, or the link does not work. */
  async answer(token: string, answer: string, reason: string): Promise<boolean> {
    const values = [hashOf(token), answer, reason, this.clock.today(), this.clock.now()];
    const { rows } = await this.pool.query<{ done: boolean }>('select app.answer_meeting($1, $2, $3, $4, $5) as done', values);
    return rows[0]?.done ?? false;
  }
}
