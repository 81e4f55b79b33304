import type { Actor, Tx } from '#platform';

export interface CaseLine {
  readonly number: number;
  readonly desk: string | null;
  readonly route: string;
  readonly openedOn: string;
  readonly pickedUpOn: string | null;
  readonly contactedOn: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** What the desk chose, when it closed the case itself. */
  readonly choice: string | null;
  readonly destination: string | null;
  /** Not by what somebody else reported. */
  readonly isClosedByDesk: boolean;
}

export interface Attempt {
  readonly choice: string;
  readonly note: string;
  readonly day: string;
  readonly at: Date;
  readonly person: string | null;
}

export interface SentMail {
  readonly to: string;
  /** Name and organisation; null when nobody's name is known. */
  readonly name: string | null;
  readonly day: string;
  readonly at: Date;
  readonly state: 'queued' | 'sent' | 'dropped' | 'dead';
  readonly reasons: readonly string[];
}

export interface Dealings {
  /** The latest case, if there ever was one. */
  readonly latest?: CaseLine;
  /** Of the own organisation only: nobody else reads its notes. */
  readonly attempts: readonly Attempt[];
  readonly mails: readonly SentMail[];
}

/** What was done about a leaver's signals: the case in one line, the attempts with their notes, the mails (rules 7 and 8). */
export async function dealingsWith(tx: Tx, actor: Actor, leaverId: string): Promise<Dealings> {
  const about = [leaverId];
  const [cases, attempts, mails] = await tx.readAll(actor, [
    { name: 'case-line', text: CASE, values: about },
    { name: 'leaver-attempts', text: ATTEMPTS, values: about },
    { name: 'leaver-mails', text: MAILS, values: about },
  ]);
  return { latest: cases?.[0], attempts, mails } as unknown as Dealings;
}

const CASE = `
select c.number::int, o.name as desk, c.route, c.opened_on::text as "openedOn", c.picked_up_on::text as "pickedUpOn",
  c.contacted_on::text as "contactedOn", c.closed_on::text as "closedOn", c.outcome,
  ended.was as choice, case when c.outcome is not null then k.destination end as destination, coalesce(ended.by is not distinct from c.desk_id, false) as "isClosedByDesk"
from app.desk_case c join app.card k on k.leaver_id = c.leaver_id left join lateral (select e.was, e.organisation_id as by from app.event e
  where e.leaver_id = c.leaver_id and e.case_id = c.id and e.kind = 'case-closed' order by e.id desc limit 1) ended on true left join app.organisation o on o.id = c.desk_id
where c.leaver_id = $1 order by c.closed_on desc nulls first, c.number desc limit 1`;

const ATTEMPTS = `
select t.choice, t.note, t.on_day::text as day, t.made_at as at, app.full_name(a.given_name, a.name_prefix, a.family_name) as person
from app.attempt t left join app.membership m on m.id = t.member_id left join app.account a on a.id = m.account_id
where t.leaver_id = $1 order by t.made_at desc`;

const MAILS = `
select m.to_address as "to", app.addressee(m.id) as name, m.day::text, coalesce(m.accepted_at, m.queued_at) as at, m.state, array_agg(distinct i.reason) as reasons
from app.mail_item i join app.signal s on s.id = i.signal_id join app.mail m on m.id = i.mail_id
where s.leaver_id = $1 group by m.id, m.to_address, m.day, m.accepted_at, m.queued_at, m.state order by m.day desc, m.to_address`;
