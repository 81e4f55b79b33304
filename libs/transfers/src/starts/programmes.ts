import type { Actor, Tx } from '#platform';
import { PLACED_FROM_RANK } from '#policy';

/** Applications to one college for the same course, pathway and start; the file of programmes may not know it. */
export interface ProgrammeKey {
  readonly crebo: string;
  readonly pathway: string;
  readonly startsOn: string;
}

export interface ProgrammeRow extends ProgrammeKey {
  readonly name: string | null;
  readonly level: number | null;
  readonly started: number;
  readonly noShow: number;
  /** Placed, and not a word yet. */
  readonly unknown: number;
  /** Places that come free: those students started elsewhere. */
  readonly freed: number;
}

export interface CollegeProgrammes {
  readonly programmes: readonly ProgrammeRow[];
  /** Applications that wait to be tied to a leaver. */
  readonly waiting: number;
}

/** The programmes of who asks that expect or saw somebody, with a start on or after a day. */
export async function collegeProgrammes(tx: Tx, actor: Actor, since: string): Promise<CollegeProgrammes> {
  const [programmes, waiting] = await tx.readAll(actor, [
    { name: 'college-programmes', text: PROGRAMMES, values: [actor.organisationId, since] },
    { name: 'college-waiting', text: WAITING, values: [actor.organisationId] },
  ]);
  return { programmes, waiting: waiting?.[0]?.count ?? 0 } as unknown as CollegeProgrammes;
}

const PROGRAMMES = `
select a.crebo, a.pathway, a.starts_on::text as "startsOn", p.name, p.level,
  count(*) filter (where a.status = 'started')::int as started, count(*) filter (where a.status = 'no-show')::int as "noShow",
  count(*) filter (where r.rank >= ${PLACED_FROM_RANK} and a.status <> 'started')::int as unknown,
  count(*) filter (where a.status = 'lapsed')::int as freed
from app.application a join app.status_rule r on r.code = a.status
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
where a.college_id = $1 and a.starts_on >= $2 and (r.rank >= ${PLACED_FROM_RANK} or a.status = 'no-show' or a.status = 'lapsed' and app.lapsed_elsewhere(a.id))
group by a.crebo, a.pathway, a.starts_on, p.name, p.level
order by a.starts_on, coalesce(p.name, a.crebo), p.level, a.pathway`;

const WAITING = `select count(*)::int as count from app.application where college_id = $1 and tie = 'waiting'`;
