import { tieReasons } from '#policy';
import type { Sql } from '#platform';

export interface WaitingTie {
  readonly application: string;
  readonly candidates: readonly { readonly school: string; readonly number: string; readonly why: string }[];
}

interface Row extends Record<string, unknown> {
  readonly application: string;
  readonly candidates: readonly { readonly school: string; readonly number: string; readonly why: string[] }[];
}

/** Applications that wait for a person to tie them, with whom it may be and what differs. */
export async function waitingTies(sql: Sql): Promise<WaitingTie[]> {
  const rows = await sql<Row>(`select a.number as application, coalesce(jsonb_agg(jsonb_build_object(
      'school', o.code, 'number', l.number, 'why', c.why) order by o.code, l.number) filter (where l.id is not null), '[]') as candidates
    from app.application a left join app.tie_candidate c on c.application_id = a.id
    left join app.leaver l on l.id = c.leaver_id left join app.organisation o on o.id = l.school_id
    where a.leaver_id is null and a.tie = 'waiting' group by a.id order by a.college_id, a.number`);
  return rows.map(({ application, candidates }) => ({
    application,
    candidates: candidates.map((candidate) => ({ ...candidate, why: reasons(candidate.why) })),
  }));
}

/** What differs, in Dutch. */
export const reasons = (why: readonly string[]): string =>
  tieReasons.filter(({ code }) => why.includes(code)).map(({ dutch }) => dutch).join(', ');
