import { WORKER, type Tx } from '#platform';

export interface SignalQuestion {
  readonly on: string;
  /** Code of a school. */
  readonly school?: string;
  /** `2025-2026`. */
  readonly year?: string;
}

export interface HeldSignal {
  readonly school: string;
  readonly number: string;
  readonly kind: string;
  readonly route: string;
}

export interface SignalAnswer {
  readonly on: string;
  /** Leavers looked at. */
  readonly checked: number;
  readonly signals: readonly HeldSignal[];
}

/** Which signals hold on a day, past or coming (rules 5 and 6). A pure question: it writes nothing and can write nothing. */
export async function askSignals(tx: Tx, { on, school, year }: SignalQuestion): Promise<SignalAnswer> {
  const narrowed = [school ?? null, year ?? null];
  const [counted, held] = await tx.readAll(WORKER, [
    { text: CHECKED, values: narrowed },
    { text: HELD, values: [...narrowed, on] },
  ]);
  return { on, checked: Number(counted?.[0]?.checked), signals: held as HeldSignal[] };
}

export async function isSchool(tx: Tx, code: string): Promise<boolean> {
  const rows = await tx.read(WORKER, { text: 'select from app.organisation where code = $1', values: [code] });
  return rows.length > 0;
}

const FROM = 'app.leaver l join app.organisation school on school.id = l.school_id';
const NARROWED = '($1::text is null or school.code = $1) and ($2::text is null or l.school_year = $2)';
const CHECKED = `select count(*)::int as checked from ${FROM} where ${NARROWED}`;
const HELD = `select school.code as school, l.number, s.kind, s.route
from ${FROM} join app.signals_on($3::date) s on s.leaver_id = l.id
where ${NARROWED} order by school.code, l.number, l.school_year`;
