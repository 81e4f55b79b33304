import type { Visitor } from '#people';
import type { Clock, Sql, Tx } from '#platform';

type Reporter = Pick<Visitor, 'actor' | 'memberId' | 'organisationId'>;

const HOURS_TO_UNDO = 24;

/** What a college says on its page about who turned up and who stopped. Applications elsewhere are passed over, as if they were not there. */
export class Starts {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
  ) {}

  /**
   * Reports each of these as of a day; what was reported already stays as it is. Gives how many were new. With `seen`, their
   * statuses as the reporter saw them, those that are something else by now are passed over.
   */
  report(who: Reporter, applications: readonly string[], status: 'started' | 'no-show' | 'deregistered', asOf = this.clock.today(), seen?: readonly string[]): Promise<number> {
    if (asOf > this.clock.today()) throw new Error(`A start on ${asOf} lies ahead`);
    return this.settling(who, applications, (sql) => sql(REPORT, [applications, status, asOf, who.organisationId, who.memberId, seen ?? null]));
  }

  /** Takes back the last report on each of these, if this college made it on its page less than a day ago. */
  retract(who: Reporter, applications: readonly string[]): Promise<number> {
    const since = new Date(this.clock.now().getTime() - HOURS_TO_UNDO * 3_600_000);
    return this.settling(who, applications, (sql) => sql(RETRACT, [applications, since, this.clock.today(), who.organisationId, who.memberId]));
  }

  /** Colleagues who report at the same moment take turns. */
  private settling(who: Reporter, applications: readonly string[], work: (sql: Sql) => Promise<unknown[]>): Promise<number> {
    return this.tx.run(who.actor, async (sql) => {
      await sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [who.organisationId]);
      const written = await work(sql);
      if (written.length) await sql('select app.settle_applications($1, $2)', [this.clock.today(), applications]);
      return written.length;
    });
  }
}

const REPORT = `insert into app.event (application_id, kind, was, became, as_of, source, organisation_id, member_id)
  select a.id, 'status-reported', a.status, $2, $3, 'page', $4, $5 from app.application a
  where a.id = any($1::uuid[]) and a.college_id = $4
    and ($6::text[] is null or a.status = ($6::text[])[array_position($1::uuid[], a.id)]) and not exists (
    select from app.event e where e.application_id = a.id and e.kind = 'status-reported' and e.became = $2 and e.as_of = $3
      and not exists (select from app.event undo where undo.retracts = e.id))
  returning id`;
const RETRACT = `insert into app.event (application_id, kind, became, as_of, source, organisation_id, member_id, retracts)
  select last.application_id, 'status-retracted', last.became, $3, 'page', $4, $5, last.id
  from (select distinct on (e.application_id) e.* from app.event e
    where e.application_id = any($1::uuid[]) and e.kind = 'status-reported'
      and not exists (select from app.event undo where undo.retracts = e.id)
    order by e.application_id, e.id desc) last
  where last.source = 'page' and last.organisation_id = $4 and last.known_at > $2
  on conflict do nothing returning id`;
