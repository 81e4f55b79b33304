import { addWorkingDays, type MailHandler, type MailPage } from '#platform';
import { CASE_NEWS, ENDING_NEWS, mailReasons, paths, VIEW_CHECKS, type MailReasonRow } from '#policy';
import { clocksOf } from '../cases/clock-mail.ts';
import { linesOf } from './digest-lines.ts';
import { digestRows, organisationOf, type DigestRow } from './digest-rows.ts';
import type { Section } from './section.ts';
import { caseSection, checkSection, newsSection, reminderRows, todoSection, type Reminding } from './reminder-sections.ts';

export interface DigestPage extends MailPage {
  readonly subject: string;
  readonly sections: readonly Section[];
  /** What to type in the address bar. */
  readonly address: string;
  /** Where to have less of it, when something in it may come less often. */
  readonly settings?: string;
}

interface Around {
  readonly today: () => string;
  readonly publicUrl: URL;
}

/**
 * What a digest says, looked up when it is sent (rules 7): what happened, how many, which cases, what is asked and by when. No
 * names, and nothing about who started meanwhile or is no longer theirs; dropped when nothing is left.
 */
export const digestPage =
  ({ today, publicUrl }: Around): MailHandler =>
  async (sql, { id, day }) => {
    const now = today() > day ? today() : day;
    const rows = await digestRows(sql, id, now);
    const reminding = await reminderRows(sql, id, now);
    const clocks = await clocksOf(sql, id, now);
    const told = mailReasons.map((reason) => ({ reason, rows: rows.filter((row) => row.reason === reason.code) })).filter(({ rows: some }) => some.length);
    const sections = [...told.map(({ reason, rows: some }) => section(reason, some, now, publicUrl)), ...caseSection(reminding, publicUrl), ...newsSection(reminding, publicUrl), ...todoSection(reminding, publicUrl), ...checkSection(reminding, publicUrl)];
    if (!sections.length) return 'dropped';
    if (clocks) sections.push({ title: clocks.title, lines: clocks.lines, asks: CLOCKS_ASK, by: null, link: new URL(clocks.path, publicUrl).href });
    const page: DigestPage = { subject: subjectOf(told[0], reminding), sections, address: publicUrl.host, onBehalfOf: await organisationOf(sql, id), settings: new URL(paths.mailSettings, publicUrl).href };
    return page;
  };

const CLOCKS_ASK = 'Spreek vandaag af wie dit oppakt';

function section(reason: MailReasonRow, rows: readonly DigestRow[], today: string, publicUrl: URL): Section {
  const { dutch, asks, workingDays, countsPer, page } = reason;
  const by = workingDays === null ? null : addWorkingDays(today, workingDays);
  return { title: dutch, lines: linesOf(rows, countsPer), asks, by, link: new URL(paths[page], publicUrl).href };
}

/** What is loudest names the mail. A mentor reads how many leavers it is about, each once. */
function subjectOf(first: { readonly reason: MailReasonRow; readonly rows: readonly DigestRow[] } | undefined, { todos, news, checks, cases }: Reminding): string {
  if (!first && cases.length && !news.length && !todos.length) return worded(CASE_NEWS.subject, cases.length);
  if (!first && !news.length && !todos.length) return worded(VIEW_CHECKS.subject, checks.length);
  if (!first && news.length) return worded(ENDING_NEWS.subject, peopleIn(news));
  if (first && first.reason.code !== 'mentor') return worded(first.reason.subject, first.rows.length);
  return worded(NEEDED, peopleIn([...(first?.rows ?? []), ...todos, ...news]));
}

const NEEDED = { one: '1 leerling heeft je nodig', more: '# leerlingen hebben je nodig' } as const;
const peopleIn = (rows: readonly { readonly leaverId: string | null }[]): number => new Set(rows.map(({ leaverId }) => leaverId)).size;
const worded = ({ one, more }: MailReasonRow['subject'], count: number): string => (count === 1 ? one : more.replace('#', String(count)));
