import type { Clock, Sql, Tx } from '#platform';
import { caseSteps, type CaseStep } from '#policy';
import { onCase, overwriting, tell, type Done, type Seen, type Worker } from './acting.ts';

/** A day per step; null takes it back. The first step is kept by the attempts themselves. */
export type StepDays = Readonly<Record<Exclude<CaseStep, 'approached'>, string | null>>;

interface Planned extends Seen {
  readonly plan: string;
  readonly nextOn: string | null;
  readonly steps: StepDays;
}

const COLUMNS: Readonly<Record<keyof StepDays, string>> = { intake: 'intake_on', trajectory: 'trajectory_on', 'trajectory-ended': 'trajectory_ended_on' };

/** How far a desk is with a young person, and what it intends. */
export class CasePlans {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Keeps the plan and the days; only what differs becomes a line of the story, so that a second press writes nothing. */
  save(who: Worker, caseId: string, { plan, nextOn, steps, seen }: Planned): Promise<Done> {
    const day = this.clock.today();
    return onCase(this.tx, who, caseId, day, async (sql, found) => {
      if (!found.isOpen || !found.isOurs) return 'gone';
      const changed = await overwriting(sql, who, caseId, { seen });
      if (changed) return (await sql(SAME, [caseId, who.organisationId, plan.trim(), nextOn, steps.intake, steps.trajectory, steps['trajectory-ended']])).length ? 'done' : changed;
      if ((await sql(PLAN, [caseId, who.organisationId, plan.trim(), nextOn, who.memberId, day])).length) await tell(sql, who, found, day, { kind: 'case-planned' });
      for (const { code } of caseSteps) {
        if (code === 'approached') continue;
        const moved = await sql(`update app.desk_case set ${COLUMNS[code]} = $2 where id = $1 and ${COLUMNS[code]} is distinct from $2 returning id`, [caseId, steps[code]]);
        if (moved.length) await tell(sql, who, found, steps[code] ?? day, { kind: steps[code] ? 'case-step' : 'case-step-undone', became: code });
      }
      return 'done';
    });
  }
}

/** When to try again, beside whatever the plan says. */
export async function keepNext(sql: Sql, who: Worker, caseId: string, nextOn: string | null, day: string): Promise<void> {
  await sql(NEXT, [caseId, who.organisationId, nextOn, who.memberId, day]);
}

const SAME = `select from app.desk_case c left join app.case_plan p on p.case_id = c.id and p.organisation_id = $2 where c.id = $1 and coalesce(p.plan, '') = $3
  and (p.next_on, c.intake_on, c.trajectory_on, c.trajectory_ended_on) is not distinct from ($4::date, $5::date, $6::date, $7::date)`;
const PLAN = `insert into app.case_plan as p (case_id, organisation_id, plan, next_on, written_by, written_on)
  select $1, $2, $3, $4::date, $5, $6 where $3 <> '' or $4::date is not null or exists (select from app.case_plan o where o.case_id = $1 and o.organisation_id = $2)
  on conflict (case_id, organisation_id) do update set (plan, next_on, written_by, written_on) = (excluded.plan, excluded.next_on, excluded.written_by, excluded.written_on)
  where (p.plan, p.next_on) is distinct from (excluded.plan, excluded.next_on) returning p.case_id`;
const NEXT = `insert into app.case_plan as p (case_id, organisation_id, next_on, written_by, written_on) values ($1, $2, $3, $4, $5)
  on conflict (case_id, organisation_id) do update set (next_on, written_by, written_on) = (excluded.next_on, excluded.written_by, excluded.written_on)`;
