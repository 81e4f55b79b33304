import { addWorkingDays, type MailHandler, type MailPage } from '#platform';
import { mailReasons, paths, type MailReasonRow } from '#policy';
import { linesOf } from './digest-lines.ts';
import { digestRows, organisationOf, type DigestRow } from './digest-rows.ts';

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly asks: string;
  /** yyyy-mm-dd. */
  readonly by: string | null;
  readonly link: string;
}

export interface DigestPage extends MailPage {
  readonly subject: string;
  readonly sections: readonly Section[];
  /** What to type in the address bar. */
  readonly address: string;
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
    const told = mailReasons.map((reason) => ({ reason, rows: rows.filter((row) => row.reason === reason.code) })).filter(({ rows: some }) => some.length);
    const [first] = told;
    if (!first) return 'dropped';
    const sections = told.map(({ reason, rows: some }) => section(reason, some, now, publicUrl));
    const page: DigestPage = { subject: subjectOf(first.reason, first.rows), sections, address: publicUrl.host, onBehalfOf: await organisationOf(sql, id) };
    return page;
  };

function section(reason: MailReasonRow, rows: readonly DigestRow[], today: string, publicUrl: URL): Section {
  const { dutch, asks, workingDays, countsPer, page } = reason;
  const by = workingDays === null ? null : addWorkingDays(today, workingDays);
  return { title: dutch, lines: linesOf(rows, countsPer), asks, by, link: new URL(paths[page], publicUrl).href };
}

const subjectOf = ({ subject }: MailReasonRow, { length }: readonly DigestRow[]): string =>
  length === 1 ? subject.one : subject.more.replace('#', String(length));
