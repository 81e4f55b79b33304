import type { Visitor } from '#people';
import type { Sql, Tx } from '#platform';

/** Who does it, and on which day. */
export type Worker = Pick<Visitor, 'actor' | 'memberId' | 'organisationId'>;

/**
 * `gone`: there is no such case for this person, or it is no longer theirs to change: a page says 404. `changed`: a colleague saved
 * something that this person had not seen, `changed-here`: they did so themselves in another window; nothing was written.
 */
export type Done = 'done' | 'gone' | 'changed' | 'changed-here';

/** The last line of the story that stood on the page; nothing when the form does not say. */
export interface Seen {
  readonly seen?: string;
}

export interface OpenCase {
  readonly id: string;
  readonly leaver: string;
  readonly owner: string | null;
  readonly outcome: string | null;
  readonly closedOn: string | null;
  readonly isOpen: boolean;
  /** This desk has it; otherwise it is only offered. */
  readonly isOurs: boolean;
}

/**
 * One act on one case of the own desk, as one transaction, in turns with a sweep: the row is locked, so that a form that comes
 * twice has one effect; what follows for signals, access and lists is settled before it ends.
 */
export async function onCase(tx: Tx, who: Worker, caseId: string, day: string, act: (sql: Sql, found: OpenCase) => Promise<Done>): Promise<Done> {
  return tx.run(who.actor, async (sql) => {
    await sql('select app.take_turn()');
    const [found] = await sql<OpenCase & Record<string, unknown>>(FIND, [caseId, who.organisationId]);
    if (!found) return 'gone';
    const done = await act(sql, found);
    await sql('select app.settle($1, array[$2::uuid])', [day, found.leaver]);
    return done;
  });
}

interface Happening {
  readonly kind: string;
  /** Of a case that closed: what was chosen. */
  readonly was?: string;
  readonly became?: string;
}

/** How a desk works is its own; the mentor gets one line back, when it closes (rules 8). */
const OF_THE_DESK = ['case-planned', 'case-step', 'case-step-undone', 'case-released', 'case-taken-over'];

/** The line on the timeline. */
export async function tell(sql: Sql, who: Worker, found: Pick<OpenCase, 'id' | 'leaver'>, day: string, { kind, was, became }: Happening): Promise<void> {
  await sql(TELL, [found.leaver, found.id, kind, became ?? null, day, who.organisationId, who.memberId, OF_THE_DESK.includes(kind) ? 'desk' : 'all', was ?? null]);
}

interface Attempt {
  readonly choice: string;
  readonly note: string;
}

/** Keeps what was tried, with its note for the own organisation; false when the same came in a minute ago. */
export async function keepAttempt(sql: Sql, who: Worker, about: { leaver: string; id: string | null }, day: string, { choice, note }: Attempt): Promise<boolean> {
  const kept = await sql(ATTEMPT, [about.leaver, about.id, who.memberId, who.organisationId, choice, note.trim(), day]);
  return kept.length > 0;
}

/** Whether somebody did something on this case after what stood on the page: a colleague, or the same person in another window. */
export async function overwriting(sql: Sql, who: Worker, caseId: string, { seen }: Seen): Promise<'changed' | 'changed-here' | undefined> {
  if (!seen) return undefined;
  const [newer] = await sql<{ own: boolean }>(NEWER, [caseId, who.memberId, seen]);
  return newer && (newer.own ? 'changed-here' : 'changed');
}

/** Whether the same came in a minute ago: a form that was sent twice. */
export async function isTwice(sql: Sql, who: Worker, { leaver, id }: Pick<OpenCase, 'id' | 'leaver'>, { choice, note }: Attempt): Promise<boolean> {
  const [same] = await sql(TWICE, [leaver, id, who.memberId, choice, note.trim()]);
  return same !== undefined;
}

const NEWER = "select member_id = $2 as own from app.event where case_id = $1 and source = 'page' and member_id is not null and id > $3 order by member_id = $2, id limit 1";
const TWICE = `select from app.attempt t where t.leaver_id = $1 and t.case_id = $2 and t.member_id = $3 and t.choice = $4 and t.note = $5 and t.made_at > now() - interval '1 minute'`;
const FIND = `select id, leaver_id as leaver, owner_id as owner, outcome, closed_on::text as "closedOn", closed_on is null as "isOpen", desk_id = $2 as "isOurs"
  from app.desk_case where id = $1 and (desk_id = $2 or offered_to = $2 and closed_on is null) for update`;
const TELL = `insert into app.event (leaver_id, case_id, kind, became, as_of, source, organisation_id, member_id, audience, was)
  values ($1, $2, $3, $4, $5, 'page', $6, $7, $8, $9)`;
const ATTEMPT = `insert into app.attempt (leaver_id, case_id, member_id, organisation_id, choice, note, on_day)
  select $1, $2, $3, $4, $5, $6, $7 where not exists (
    select from app.attempt t where t.leaver_id = $1 and t.case_id is not distinct from $2::uuid and t.member_id = $3
      and t.choice = $5 and t.note = $6 and t.made_at > now() - interval '1 minute')
  returning id`;
