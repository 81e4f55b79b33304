import { addWorkingDays, type Clock, type Sql, type Tx } from '#platform';
import { summerOutcomes, summerRules, type SummerOutcome } from '#policy';
import type { Worker } from '../cases/acting.ts';

/** `asks`: a case of a desk would close with it, and nobody said yes to that. `told`: a person has the case, and reads it. */
export type Noted = 'done' | 'gone' | 'asks' | 'told';
/** `refused`: somebody did something since. */
export type Undone = 'done' | 'gone' | 'refused';

interface Call {
  readonly outcome: SummerOutcome;
  readonly note: string;
  /** The case that may close with it. */
  readonly agreed?: string;
}

interface Found extends Record<string, unknown> {
  readonly leaver: string;
}

/** How it stood; codes and ids. */
interface Before {
  readonly nextOn?: string | null;
  readonly wantsHelp?: boolean;
  readonly case?: string | null;
  /** The case whose owner was told instead. */
  readonly told?: string | null;
}

interface Stood extends Record<string, unknown> {
  readonly caseId: string | null;
  readonly desk: string | null;
  readonly isOwned: boolean;
  readonly before: Before;
}

interface Called extends Record<string, unknown> {
  readonly id: string;
  readonly outcome: SummerOutcome;
  readonly before: Before | null;
}

interface Told {
  readonly leaver: string;
  readonly kind: string;
  readonly became: string;
  readonly caseId?: string | null;
  readonly toAll?: boolean;
}

/** What a summer team does with its list. */
export class SummerCalls {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
  ) {}

  /** Says that somebody calls now, so that nobody else does. Who was first stays until a call ends or half an hour passed. */
  claim(who: Worker, id: string, callingSince: Date): Promise<'done' | 'gone'> {
    return this.on(who, id, async (sql) => {
      await sql(CLAIM, [id, who.memberId, this.clock.now(), callingSince]);
      return 'done';
    });
  }

  /**
   * What came of a call. The same again within a minute counts once. Where a destination becomes known and a desk has a case, that
   * closes only after `agreed`; not when somebody has it: they read it and decide.
   */
  note(who: Worker, id: string, { outcome, note, agreed }: Call): Promise<Noted> {
    const today = this.clock.today();
    const row = summerOutcomes.find(({ code }) => code === outcome);
    return this.on<Noted>(who, id, async (sql, { leaver }) => {
      const [stood] = await sql<Stood>('select case_id as "caseId", desk, is_owned as "isOwned", before from app.before_call($1)', [id]);
      if (!stood || !row) return 'gone';
      const isTold = row.destination !== null && stood.isOwned;
      if (row.destination && stood.caseId && !isTold && agreed !== stood.caseId) return 'asks';
      const { nextOn, wantsHelp } = stood.before;
      const before = isTold ? { nextOn, wantsHelp, told: stood.caseId } : row.destination ? stood.before : { nextOn, wantsHelp };
      const kept = await sql(KEEP, [id, leaver, who.organisationId, who.memberId, outcome, note, today, this.clock.now(), JSON.stringify(before)]);
      if (!kept.length) return isTold ? 'told' : 'done';
      const days = isTold ? summerRules.told.again : row.again;
      await sql(NEXT, [id, days === null ? null : addWorkingDays(today, days), outcome === 'wants-help']);
      await this.tell(sql, who, { leaver, kind: 'summer-called', became: outcome, caseId: row.destination ? stood.caseId : null });
      if (row.destination && !isTold) await this.know(sql, who, leaver, row.destination);
      return isTold ? 'told' : 'done';
    });
  }

  /**
   * Takes back a call of today of who asks, the newest that stands: all stands again as it stood before. `call` is the one that the
   * page showed, so that a second press takes back nothing else.
   */
  undo(who: Worker, id: string, call?: string): Promise<Undone> {
    return this.on<Undone>(who, id, async (sql, { leaver }) => {
      const [found] = await sql<Called>(NEWEST, [id, who.memberId, this.clock.today()]);
      if (!found || (call && found.id !== call)) return 'done';
      const before = found.before ?? {};
      const closed = summerOutcomes.find(({ code }) => code === found.outcome)?.destination;
      if (closed && !before.told) {
        const [back] = await sql<{ done: boolean }>('select app.take_back_call($1, $2) as done', [found.id, this.clock.today()]);
        if (!back?.done) return 'refused';
      }
      await sql('update app.summer_attempt set undone_at = $2 where id = $1', [found.id, this.clock.now()]);
      await sql('update app.summer_list set next_on = $2, wants_help = $3 where id = $1', [id, before.nextOn ?? null, before.wantsHelp ?? false]);
      await this.tell(sql, who, { leaver, kind: 'summer-call-undone', became: found.outcome, caseId: before.told ?? before.case ?? null });
      return 'done';
    });
  }

  /** Empty wipes it. `changed`: another number stands there than `shown`, and not this one; nothing was written. */
  keepNumber(who: Worker, id: string, phone: string, shown?: string): Promise<'done' | 'changed' | 'gone'> {
    return this.on<'done' | 'changed'>(who, id, async (sql) => {
      const kept = await sql("update app.summer_list set phone = $2 where id = $1 and ($3::text is null or coalesce(phone, '') in ($3, coalesce($2, ''))) returning id", [id, phone || null, shown ?? null]);
      return kept.length ? 'done' : 'changed';
    });
  }

  private on<Answer extends string = 'done'>(who: Worker, id: string, act: (sql: Sql, found: Found) => Promise<Answer>): Promise<Answer | 'gone'> {
    return this.tx.run(who.actor, async (sql) => {
      await sql('select app.take_turn()');
      const [found] = await sql<Found>(FIND, [id, this.clock.today()]);
      return found ? act(sql, found) : 'gone';
    });
  }

  private async know(sql: Sql, who: Worker, leaver: string, destination: string): Promise<void> {
    await sql("update app.leaver set destination = $2, destination_source = 'mentor', destination_proof = null where id = $1", [leaver, destination]);
    await this.tell(sql, who, { leaver, kind: 'destination-known', became: destination, toAll: true });
    await sql('select app.settle($1, array[$2::uuid])', [this.clock.today(), leaver]);
  }

  /** What a desk with a case must know stands in the story of that case, for all; the rest is of the school. */
  private async tell(sql: Sql, who: Worker, { leaver, kind, became, caseId = null, toAll = caseId !== null }: Told): Promise<void> {
    await sql(TELL, [leaver, kind, became, this.clock.today(), who.organisationId, who.memberId, toAll ? 'all' : 'school', caseId]);
  }
}

const FIND = `select s.leaver_id as leaver from app.summer_list s
  where s.id = $1 and s.organisation_id = app.my_organisation() and s.ended_on is null and $2 between s.from_on and s.until_on for update`;

const CLAIM = 'update app.summer_list set claimed_by = $2, claimed_at = $3 where id = $1 and (claimed_by is null or claimed_by = $2 or claimed_at <= $4)';

const KEEP = `insert into app.summer_attempt (list_id, leaver_id, organisation_id, member_id, outcome, note, on_day, made_at, before)
  select $1, $2, $3, $4, $5, $6, $7, $8::timestamptz, $9::jsonb where not exists (select from app.summer_attempt t where t.list_id = $1 and t.member_id = $4
    and t.outcome = $5 and t.note = $6 and t.undone_at is null and t.made_at > $8::timestamptz - interval '1 minute') returning id`;

const NEXT = 'update app.summer_list set next_on = $2, wants_help = $3, claimed_by = null, claimed_at = null where id = $1';

const NEWEST = `select t.id, t.outcome, t.before from app.summer_attempt t where t.list_id = $1 and t.member_id = $2 and t.on_day = $3 and t.undone_at is null
  and not exists (select from app.summer_attempt n where n.list_id = t.list_id and n.undone_at is null and n.made_at > t.made_at)`;

const TELL = `insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id, member_id, case_id)
  values ($1, $2, $3, $4, $7, 'page', $5, $6, $8)`;
