import type { Actor, Tx } from '#platform';

interface Redirection {
  readonly from: string;
  readonly to: string | null;
  readonly programme: string;
  readonly level: number | null;
  readonly origin: string;
}

/** In words beside an application: where it was redirected to, or from where it came. */
export interface Redirected {
  readonly to?: string;
  readonly from?: string;
}

/** Of these applications: which were redirected and where to, and which came of that. For student, parent, mentor, school and college. */
export async function redirectionsOf(tx: Tx, actor: Actor, applications: readonly string[]): Promise<ReadonlyMap<string, Redirected>> {
  if (!applications.length) return new Map();
  const rows = await tx.read<Redirection>(actor, { name: 'redirections', text: REDIRECTIONS, values: [applications] });
  const course = ({ programme, level }: Redirection): string => (level === null ? programme : `${programme}, niveau ${level}`);
  return new Map(rows.flatMap((row): [string, Redirected][] => [[row.from, { to: course(row) }], ...(row.to ? [[row.to, { from: row.origin }] as [string, Redirected]] : [])]));
}

const REDIRECTIONS = `
select r.from_id as "from", r.to_id as "to", r.programme, r.level, coalesce(p.name, a.crebo) as origin
from app.redirections($1) r join app.application a on a.id = r.from_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)`;
