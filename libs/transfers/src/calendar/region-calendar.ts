import type { Visitor } from '#people';
import type { Actor, Clock, Tx } from '#platform';
import { usualCalendar } from '#policy';

/** One line of what a region set: who, since when, and what it was before. Null is as usual. */
export interface CalendarChange {
  readonly id: string;
  readonly field: string;
  readonly value: string | null;
  readonly was: string | null;
  readonly on: string;
  readonly person: string | null;
  /** Nothing came after it: it can be put back. */
  readonly isLast: boolean;
}

/** How many get something else today; null is too few to tell. */
export interface CalendarEffect {
  readonly more: number | null;
  readonly fewer: number | null;
  readonly other: number | null;
  readonly late: number | null;
  readonly notLate: number | null;
  /** Open cases that nobody has: they close. */
  readonly closing: number | null;
  /** Open cases that somebody has: they stay, at these desks. */
  readonly kept: number | null;
  readonly keptAt: string | null;
}

export interface CalendarOfRegion {
  /** Field to value: the usual ones with what the region set over them. */
  readonly values: ReadonlyMap<string, string>;
  /** Newest first. */
  readonly changes: readonly CalendarChange[];
}

/** Fields and what they become; null is as usual again. */
export type Proposal = ReadonlyMap<string, string | null>;

/** The calendar of the asking region, per school year: what it is, what a change would do, and the change. Nothing is overwritten. */
export class RegionCalendar {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
  ) {}

  async of(actor: Actor, schoolYear: string): Promise<CalendarOfRegion> {
    const changes = await this.tx.read<CalendarChange & Record<string, unknown>>(actor, { name: 'calendar-changes', text: CHANGES, values: [schoolYear] });
    const values = usualCalendar(schoolYear);
    for (const { field, value, isLast } of changes) if (isLast && value !== null) values.set(field, value);
    return { values, changes };
  }

  /** What these changes would do today. Nothing is kept of them. */
  async effect(actor: Actor, schoolYear: string, proposal: Proposal): Promise<CalendarEffect> {
    const [row] = await this.tx.run(actor, (sql) => sql<CalendarEffect & Record<string, unknown>>(EFFECT, [this.clock.today(), schoolYear, JSON.stringify(Object.fromEntries(proposal))]));
    return row ?? { more: 0, fewer: 0, other: 0, late: 0, notLate: 0, closing: 0, kept: 0, keptAt: null };
  }

  /** Gives how many were written: a field that meanwhile is not what stood on the page, or already is this, is passed over. */
  async change({ actor, memberId }: Pick<Visitor, 'actor' | 'memberId'>, schoolYear: string, proposal: Proposal, stood: ReadonlyMap<string, string | null>): Promise<number> {
    return this.tx.run(actor, async (sql) => {
      await sql("select pg_advisory_xact_lock(hashtextextended('calendar' || $1, 0))", [actor.region]);
      const fields = [...proposal.keys()];
      const values = [fields, fields.map((field) => proposal.get(field) ?? null), fields.map((field) => stood.get(field) ?? null)];
      const written = await sql(CHANGE, [actor.region, schoolYear, ...values, this.clock.today(), this.clock.now(), memberId]);
      return written.length;
    });
  }
}

const CHANGES = `
select c.id::text, c.field, c.value, lag(c.value) over earlier as was, c.changed_on::text as on, lead(c.id) over earlier is null as "isLast",
  app.full_name(a.given_name, a.name_prefix, a.family_name) as person
from app.calendar_change c left join app.membership m on m.id = c.changed_by left join app.account a on a.id = m.account_id
where c.school_year = $1 window earlier as (partition by c.field order by c.id) order by c.id desc`;

const EFFECT = `select more, fewer, other, late, not_late as "notLate", closing, kept, kept_at as "keptAt" from app.calendar_effect($1, $2, $3)`;

const CHANGE = `
insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at, changed_by)
select $1, $2, n.field, n.value, $6, $7, $8 from unnest($3::text[], $4::text[], $5::text[]) n (field, value, stood)
left join lateral (select c.value from app.calendar_change c where c.region = $1 and c.school_year = $2 and c.field = n.field order by c.id desc limit 1) now on true
where now.value is not distinct from n.stood and now.value is distinct from n.value returning id`;
