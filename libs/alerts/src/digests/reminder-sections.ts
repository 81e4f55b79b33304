import type { Sql } from '#platform';
import { ENDING_NEWS, mentorTodos, paths } from '#policy';
import { classLine } from './digest-lines.ts';
import type { Section } from './section.ts';

interface Row extends Record<string, unknown> {
  /** A row of mentorTodos, or the status of what ended. */
  readonly kind: string;
  readonly leaverId: string;
  readonly class: string | null;
}

/** What a digest reminds a mentor of beside alerts, as it is when the mail goes. */
export interface Reminding {
  readonly todos: readonly Row[];
  readonly news: readonly Row[];
}

export async function reminderRows(sql: Sql, mailId: string, day: string): Promise<Reminding> {
  return { todos: await sql<Row>(TODOS, [mailId, day]), news: await sql<Row>(NEWS, [mailId, day]) };
}

/** Per kind of action how many, in the order of the table. */
export function todoSection({ todos }: Reminding, publicUrl: URL): Section[] {
  const kinds = mentorTodos.map(({ code, dutch }) => ({ dutch, rows: todos.filter(({ kind }) => kind === code) })).filter(({ rows }) => rows.length);
  if (!kinds.length) return [];
  return [{ title: 'Wacht op jou', lines: kinds.map(({ dutch, rows }) => classLine(dutch, rows)), asks: 'Kijk bij de leerling wat je kunt doen', by: null, link: linkTo(publicUrl) }];
}

/** How many, never what became of it: mail is read on phones. */
export function newsSection({ news }: Reminding, publicUrl: URL): Section[] {
  if (!news.length) return [];
  return [{ title: 'Nieuws', lines: [classLine(ENDING_NEWS.dutch, news)], asks: ENDING_NEWS.asks, by: null, link: linkTo(publicUrl) }];
}

const linkTo = (publicUrl: URL): string => new URL(paths.leavers, publicUrl).href;

const TODOS = 'select kind, leaver_id as "leaverId", class from app.digest_todos($1, $2)';
const NEWS = 'select status as kind, leaver_id as "leaverId", class from app.digest_news($1, $2)';
