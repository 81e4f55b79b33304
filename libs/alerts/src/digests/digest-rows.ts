import type { MailReason } from '#policy';
import type { Sql } from '#platform';

/** One thing to tell, without a name. */
export interface DigestRow {
  /** A signal, or `silence`: a programme of which nobody was reported. */
  readonly kind: string;
  readonly reason: MailReason;
  /** Only to count each young person once. */
  readonly leaverId: string | null;
  readonly class: string | null;
  readonly municipality: string | null;
  readonly caseNumber: string | null;
  /** With a signal: nobody of this programme was reported, so it says little about this one. */
  readonly programme: string | null;
  readonly college: string | null;
  readonly startsOn: string | null;
  /** How many wait for a word of a silent programme. */
  readonly waiting: number;
}

/** What still holds of a digest on the day it is sent; what does not is taken out of it for good. */
export const digestRows = (sql: Sql, mailId: string, day: string): Promise<DigestRow[]> => sql<DigestRow & Record<string, unknown>>(ROWS, [mailId, day]);

/** Whom it is written for: the school, college, desk or region. */
export async function organisationOf(sql: Sql, mailId: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }>(ORGANISATION, [mailId]);
  return row?.name;
}

const ROWS = `select kind, reason, leaver_id as "leaverId", class, municipality, case_number::text as "caseNumber", programme, college,
  to_char(starts_on, 'yyyy-mm-dd') as "startsOn", waiting from app.digest_rows($1, $2)`;
const ORGANISATION = 'select o.name from app.mail m join app.organisation o on o.id = m.organisation_id where m.id = $1';
