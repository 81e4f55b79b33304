import { addWorkingDays, type Clock, type Sql, type Tx } from '#platform';
import { summerOutcomes, type SummerOutcome } from '#policy';
import type { Done, Worker } from '../cases/acting.ts';

interface Found extends Record<string, unknown> {
  readonly leaver: string;
  readonly destinationSource: string | null;
}

/** What a summer team does with its list. */
export class SummerCalls {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
  ) {}

  /** Says that somebody calls now, so that nobody else does. Who was first stays until a call ends or half an hour passed. */
  claim(who: Worker, id: string, callingSince: Date): Promise<Done> {
    return this.on(who, id, async (sql) => {
      await sql('update app.summer_list set claimed_by = $2, claimed_at = $3 where id = $1 and (claimed_by is null or claimed_by = $2 or claimed_at <= $4)', [id, who.memberId, this.clock.now(), callingSince]);
    });
  }

  /** What came of a call. The same again within a minute counts once. */
  note(who: Worker, id: string, outcome: SummerOutcome, note: string): Promise<Done> {
    const today = this.clock.today();
    const row = summerOutcomes.find(({ code }) => code === outcome);
    return this.on(who, id, async (sql, { leaver }) => {
      const kept = await sql(KEEP, [id, leaver, who.organisationId, who.memberId, outcome, note, today, this.clock.now()]);
      if (!kept.length || !row) return;
      const next = row.again === null ? null : addWorkingDays(today, row.again);
      await sql('update app.summer_list set next_on = $2, wants_help = $3, claimed_by = null, claimed_at = null where id = $1', [id, next, outcome === 'wants-help']);
      await this.tell(sql, who, leaver, 'summer-called', outcome);
      if (row.destination) await this.know(sql, who, leaver, row.destination);
    });
  }

  /** Takes back the newest of today, when it was of who asks; what it made known is wiped again. */
  undo(who: Worker, id: string): Promise<Done> {
    return this.on(who, id, async (sql, { leaver, destinationSource }) => {
      const [undone] = await sql<{ outcome: SummerOutcome }>(UNDO, [id, who.memberId, this.clock.today(), this.clock.now()]);
      if (!undone) return;
      const [before] = await sql<{ outcome: SummerOutcome }>('select outcome from app.summer_attempt where list_id = $1 and undone_at is null order by made_at desc limit 1', [id]);
      await sql('update app.summer_list set next_on = null, wants_help = $2 where id = $1', [id, before?.outcome === 'wants-help']);
      await this.tell(sql, who, leaver, 'summer-call-undone', undone.outcome);
      const known = summerOutcomes.find(({ code }) => code === undone.outcome)?.destination;
      if (known && destinationSource === 'mentor') await this.know(sql, who, leaver, null);
    });
  }

  /** Empty wipes it. */
  keepNumber(who: Worker, id: string, phone: string): Promise<Done> {
    return this.on(who, id, async (sql) => void (await sql('update app.summer_list set phone = $2 where id = $1', [id, phone || null])));
  }

  private on(who: Worker, id: string, act: (sql: Sql, found: Found) => Promise<void>): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const [found] = await sql<Found>(FIND, [id, this.clock.today()]);
      if (!found) return 'gone';
      await act(sql, found);
      return 'done';
    });
  }

  private async know(sql: Sql, who: Worker, leaver: string, destination: string | null): Promise<void> {
    await sql('update app.leaver set destination = $2, destination_source = $3 where id = $1', [leaver, destination, destination && 'mentor']);
    await this.tell(sql, who, leaver, 'destination-known', destination, 'all');
    await sql('select app.settle($1, array[$2::uuid])', [this.clock.today(), leaver]);
  }

  private async tell(sql: Sql, who: Worker, leaver: string, kind: string, became: string | null, audience = 'school'): Promise<void> {
    await sql(TELL, [leaver, kind, became, this.clock.today(), who.organisationId, who.memberId, audience]);
  }
}

const FIND = `select s.leaver_id as leaver, l.destination_source as "destinationSource" from app.summer_list s join app.leaver l on l.id = s.leaver_id
  where s.id = $1 and s.organisation_id = app.my_organisation() and s.ended_on is null and $2 between s.from_on and s.until_on for update of s`;

const KEEP = `insert into app.summer_attempt (list_id, leaver_id, organisation_id, member_id, outcome, note, on_day, made_at)
  select $1, $2, $3, $4, $5, $6, $7, $8::timestamptz where not exists (select from app.summer_attempt t where t.list_id = $1 and t.member_id = $4
    and t.outcome = $5 and t.note = $6 and t.undone_at is null and t.made_at > $8::timestamptz - interval '1 minute') returning id`;

const UNDO = `update app.summer_attempt t set undone_at = $4 where t.list_id = $1 and t.member_id = $2 and t.on_day = $3 and t.undone_at is null
  and not exists (select from app.summer_attempt n where n.list_id = t.list_id and n.undone_at is null and n.made_at > t.made_at) returning t.outcome`;

const TELL = `insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id, member_id)
  values ($1, $2, $3, $4, $7, 'page', $5, $6)`;
