import { InView } from '#alerts';
import { addDays, WORKER, type Tx } from '#platform';
import { roleOf } from '#policy';

interface Somebody extends Record<string, unknown> {
  readonly leaver: string;
  readonly place: number;
  readonly officer: string;
  readonly role: string;
  readonly desk: string;
  readonly region: string;
}

const CALL_IN_DAYS = 3;

/** A few who are in view were asked how it goes: one is called today, one later this week. */
export async function checkInView(worker: Tx, web: Tx, day: string): Promise<void> {
  const inView = new InView(web, { today: () => day });
  for (const { leaver, place, officer, role, desk, region } of await worker.run(WORKER, (sql) => sql<Somebody>(FIRST))) {
    const actor = { kind: roleOf(role)?.actor ?? 'guest', memberId: officer, organisationId: desk, region } as const;
    const callOn = place === 1 ? day : addDays(day, CALL_IN_DAYS);
    await inView.check(actor, leaver, { found: place === 1 ? 'looking' : 'not-reached', note: 'Gebeld.', callOn });
  }
}

const FIRST = `select * from (
  select v.leaver_id as leaver, o.id as desk, o.region, m.id as officer, m.role, row_number() over (partition by o.id order by v.since, v.leaver_id)::int as place
  from app.in_view v join app.organisation o on o.id = v.desk_id
  cross join lateral (select m.id, m.role from app.membership m where m.organisation_id = o.id and m.role in ('attendance-officer', 'doorstroompunt-officer') order by m.id limit 1) m
  where v.closed_on is null) as them where place <= 2`;
