import type { Actor, Tx } from '#platform';

export interface FailedMail {
  readonly id: string;
  readonly to: string;
  readonly organisation: string | null;
  readonly kind: string | null;
  /** The day that the mail was about. */
  readonly day: string;
  readonly attempts: number;
  readonly why: string | null;
  readonly serverSaid: string | null;
}

const AT_MOST = 200;

/** Mails that could not be delivered, newest first: of the own school, or of the whole region. */
export const failedMails = (tx: Tx, actor: Actor): Promise<FailedMail[]> =>
  tx.read(actor, { name: 'failed-mails', text: FAILED, values: [AT_MOST] });

const FAILED = `
select m.id, m.to_address as "to", o.name as organisation, o.kind, m.day::text, m.attempts, m.last_error as why, m.server_said as "serverSaid"
from app.mail m left join app.organisation o on o.id = m.organisation_id
where m.state = 'dead' order by m.day desc, m.queued_at desc, m.id limit $1`;
