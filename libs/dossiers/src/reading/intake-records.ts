import type { Visitor } from '#people';
import type { Clock, Sql, Tx } from '#platform';
import { INTAKE_UNDO, intakeOutcomes, PLACED_FROM_RANK, type IntakeOutcome, type RefusalReason } from '#policy';

type Recorder = Pick<Visitor, 'actor' | 'memberId' | 'organisationId'>;

/** What stood on the page of who records: when it is otherwise by now, nothing is written. */
export interface Seen {
  readonly status: string;
  /** The last record; null when there was none. */
  readonly record: string | null;
}

export interface NewRecord {
  readonly what: IntakeOutcome;
  readonly meetingOn?: string;
  readonly meetingAt?: string;
  readonly place?: string;
  readonly condition?: string;
  readonly reason?: RefusalReason;
  readonly advice?: string;
  /** A programme of the college that records. */
  readonly programme?: string;
  readonly note?: string;
  /** The passport was used in the meeting. */
  readonly wasUsed: boolean;
}

export type Recorded = 'saved' | 'already' | 'changed' | 'gone' | 'no-programme';

const DAY_MS = INTAKE_UNDO.hours * 3_600_000;

/** What a college records about an intake. The status is a report like any other: it is never refused, and the newest counts. */
export class IntakeRecords {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** `no-programme` when it redirects elsewhere; `changed` when a colleague or a file was first; `already` when the same person just recorded the same. */
  record(who: Recorder, application: string, record: NewRecord, seen: Seen): Promise<Recorded> {
    return this.tx.run(who.actor, async (sql) => {
      const now = await standing(sql, application);
      if (!now) return 'gone';
      if (now.status !== seen.status || now.record !== seen.record) return now.what === record.what && now.by === who.memberId ? 'already' : 'changed';
      if (record.programme && !(await sql(OWN_PROGRAMME, [record.programme])).length) return 'no-programme';
      const event = await this.report(sql, who, application, reportedAs(record.what, now));
      const [kept] = await sql<{ id: string }>(RECORD, [application, ...valuesOf(record), event, who.memberId, this.clock.today(), this.clock.now()]);
      if (event) await sql('select app.settle_applications($1, $2)', [this.clock.today(), [application]]);
      await sql('select app.tell_intake($1, $2, $3, $4)', [kept?.id, record.wasUsed, this.clock.today(), this.clock.now()]);
      return 'saved';
    });
  }

  /** Takes back the last record and the status that went with it; false when that is longer ago than the rule allows. */
  takeBack(who: Recorder, application: string): Promise<boolean> {
    return this.tx.run(who.actor, async (sql) => {
      if (!(await standing(sql, application))) return false;
      const since = new Date(this.clock.now().getTime() - DAY_MS);
      const [undone] = await sql<{ event: string | null }>(TAKE_BACK, [application, since, who.memberId, this.clock.today(), this.clock.now()]);
      if (!undone?.event) return Boolean(undone);
      const [retracted] = await sql(RETRACT, [undone.event, this.clock.today(), who.organisationId, who.memberId]);
      if (retracted) await sql('select app.settle_applications($1, $2)', [this.clock.today(), [application]]);
      return true;
    });
  }

  private async report(sql: Sql, who: Recorder, application: string, status: string | undefined): Promise<string | null> {
    if (!status) return null;
    const [event] = await sql<{ id: string }>(REPORT, [application, status, this.clock.today(), who.organisationId, who.memberId]);
    return event?.id ?? null;
  }
}

interface Standing {
  readonly status: string;
  readonly rank: number | null;
  readonly record: string | null;
  readonly what: string | null;
  readonly by: string | null;
}

/** Colleagues who record about the same student take turns. */
async function standing(sql: Sql, application: string): Promise<Standing | undefined> {
  await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`intake ${application}`]);
  const [now] = await sql<Standing & Record<string, unknown>>(STANDING, [application]);
  return now;
}

/** What the application is now reported as; nothing when it stands there already, or when a word about a meeting would cost somebody their place. */
function reportedAs(what: IntakeOutcome, { status, rank }: Standing): string | undefined {
  const row = intakeOutcomes.find(({ code }) => code === what);
  if (!row || row.status === status) return undefined;
  return 'keepsPlace' in row && rank !== null && rank >= PLACED_FROM_RANK ? undefined : row.status;
}

const valuesOf = (record: NewRecord): (string | null)[] => {
  const { what, meetingOn, meetingAt, place, condition, reason, advice, programme, note } = record;
  return [what, meetingOn, meetingAt, place, condition, reason, advice, programme, note].map((value) => value || null);
};

const LAST = `select k.* from app.intake_record k where k.application_id = $1 and k.retracts is null
  and not exists (select from app.intake_record undo where undo.retracts = k.id) order by k.at desc, k.id limit 1`;

const STANDING = `select a.status, r.rank, last.id as record, last.what, last.recorded_by as by
  from app.application a join app.status_rule r on r.code = a.status left join lateral (${LAST}) last on true
  where a.id = $1 and a.college_id = (select app.my_organisation()) and a.leaver_id is not null`;

const REPORT = `insert into app.event (application_id, kind, was, became, as_of, source, organisation_id, member_id)
  select a.id, 'status-reported', a.status, $2, $3, 'page', $4, $5 from app.application a where a.id = $1 and a.college_id = $4 returning id::text`;

const OWN_PROGRAMME = 'select id from app.programme where id = $1 and college_id = (select app.my_organisation())';

const RECORD = `insert into app.intake_record (application_id, what, meeting_on, meeting_at, place, condition, reason, advice, programme_id, note, event_id, recorded_by, recorded_on, at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
  returning id`;

const TAKE_BACK = `insert into app.intake_record (application_id, what, retracts, recorded_by, recorded_on, at)
  select last.application_id, last.what, last.id, $3, $4, $5 from (${LAST}) last where last.at > $2
  on conflict do nothing returning (select k.event_id::text from app.intake_record k where k.id = intake_record.retracts) as event`;

const RETRACT = `insert into app.event (application_id, kind, became, as_of, source, organisation_id, member_id, retracts)
  select e.application_id, 'status-retracted', e.became, $2, 'page', $3, $4, e.id from app.event e where e.id = $1 on conflict do nothing returning id`;
