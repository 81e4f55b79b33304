import type { Sql } from '#platform';
import { CASE_NEWS, ENDING_NEWS, MENTOR_TODO, paths, VIEW_CHECKS } from '#policy';
import { classLine, placeLine } from './digest-lines.ts';
import type { Section } from './section.ts';

interface Row extends Record<string, unknown> {
  /** Why, or the status of what ended: neither stands in a mail. */
  readonly kind: string;
  readonly leaverId: string;
  readonly class: string | null;
}

/** What a digest reminds a mentor of beside alerts, as it is when the mail goes. */
export interface Reminding {
  readonly todos: readonly Row[];
  readonly news: readonly Row[];
  /** Who is in view and looked at again. */
  readonly checks: readonly Check[];
  /** Numbers of cases of which somebody else told something to who has them. */
  readonly cases: readonly string[];
}

interface Check extends Record<string, unknown> {
  readonly leaverId: string;
  readonly municipality: string | null;
}

export async function reminderRows(sql: Sql, mailId: string, day: string): Promise<Reminding> {
  return { todos: await sql<Row>(TODOS, [mailId, day]), news: await sql<Row>(NEWS, [mailId, day]), checks: await sql<Check>(CHECKS, [mailId, day]), cases: (await sql<{ number: string }>(CASES, [mailId, day])).map(({ number }) => number) };
}

/** Each leaver once, whatever waits: why stands in a passport, and nothing of that is in a mail (rules 7). */
export function todoSection({ todos }: Reminding, publicUrl: URL): Section[] {
  if (!todos.length) return [];
  const leavers = [...new Map(todos.map((row) => [row.leaverId, row])).values()];
  return [{ title: MENTOR_TODO.dutch, lines: [classLine(MENTOR_TODO.line, leavers)], asks: MENTOR_TODO.asks, by: null, link: linkTo(publicUrl) }];
}

/** How many, never what became of it: mail is read on phones. */
export function newsSection({ news }: Reminding, publicUrl: URL): Section[] {
  if (!news.length) return [];
  return [{ title: 'Nieuws', lines: [classLine(ENDING_NEWS.dutch, news)], asks: ENDING_NEWS.asks, by: null, link: linkTo(publicUrl) }];
}

/** A quarter went by, or the day on which somebody meant to call. */
export function checkSection({ checks }: Reminding, publicUrl: URL): Section[] {
  if (!checks.length) return [];
  return [{ title: VIEW_CHECKS.dutch, lines: [placeLine(VIEW_CHECKS.line, checks)], asks: VIEW_CHECKS.asks, by: null, link: new URL(paths.inView, publicUrl).href }];
}

/** Of cases that somebody has: which, never what was told. */
export function caseSection({ cases }: Reminding, publicUrl: URL): Section[] {
  if (!cases.length) return [];
  return [{ title: CASE_NEWS.dutch, lines: [`${CASE_NEWS.line}: ${cases.join(', ')}`], asks: CASE_NEWS.asks, by: null, link: new URL(paths.cases, publicUrl).href }];
}

const linkTo = (publicUrl: URL): string => new URL(paths.leavers, publicUrl).href;

const TODOS = 'select kind, leaver_id as "leaverId", class from app.digest_todos($1, $2)';
const NEWS = 'select status as kind, leaver_id as "leaverId", class from app.digest_news($1, $2)';
const CASES = 'select case_number::text as number from app.digest_case_news($1, $2)';
const CHECKS = 'select leaver_id as "leaverId", municipality from app.digest_checks($1, $2)';
