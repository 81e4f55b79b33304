import { addDays, type Clock, type Tx } from '#platform';
import { caseChoices, caseTerms, outcomes, reopenings, type CaseChoice } from '#policy';
import { isTwice, keepAttempt, onCase, overwriting, tell, type Done, type OpenCase, type Seen, type Worker } from './acting.ts';
import { HandOvers } from './hand-overs.ts';
import { keepNext } from './plans.ts';

interface Chosen extends Seen {
  readonly choice: CaseChoice;
  readonly note?: string;
  /** For choices that ask which course. */
  readonly course?: 'full-time' | 'bbl';
  /** When to try again, for an attempt. */
  readonly nextOn?: string | null;
}

export type Reopening = (typeof reopenings)[number]['code'];

/** What a desk does with its cases (rules 8). */
export class Cases {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /**
   * From here on it is this person's; a case that was offered comes to this desk with it. `shown` is the owner whom the page named,
   * empty for nobody: when a colleague was quicker, nothing is taken from them unseen.
   */
  async pickUp(who: Worker, caseId: string, shown?: string): Promise<Done> {
    if ((await new HandOvers(this.tx, this.clock).accept(who, caseId)) === 'done') return 'done';
    return this.on(who, caseId, async (sql, found, day) => {
      if (!found.isOpen) return 'gone';
      if (found.isOurs && found.owner === who.memberId) return 'done';
      if (found.isOurs && shown !== undefined && shown !== (found.owner ?? '')) return 'changed';
      await sql(PICK_UP, [found.id, who.memberId, day, who.organisationId]);
      if (!found.isOurs) await tell(sql, who, found, day, { kind: 'case-assigned', became: 'doorstroompunt' });
      await tell(sql, who, found, day, { kind: found.isOurs && found.owner ? 'case-taken-over' : 'case-picked-up' });
      return 'done';
    });
  }

  /** Does what the choice says: an attempt, closing with an outcome, or handing over to the region. */
  choose(who: Worker, caseId: string, chosen: Chosen): Promise<Done> {
    const row = caseChoices.find(({ code }) => code === chosen.choice);
    if (row?.effect === 'hand-over') return this.handOver(who, caseId, chosen);
    const outcome = row?.outcome ?? chosen.course;
    if (row?.effect !== 'close') return this.attempt(who, caseId, chosen);
    if (!outcome) throw new Error(`The choice ${chosen.choice} asks which course`);
    return this.close(who, caseId, chosen, outcome);
  }

  /** The owner lets go: anybody of the desk may pick it up and hears so in the next digest; its first clock counts again. */
  release(who: Worker, caseId: string): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      if (!found.isOpen || !found.isOurs) return 'gone';
      if (found.owner !== who.memberId) return found.owner ? 'gone' : 'done';
      await sql('update app.desk_case set owner_id = null, picked_up_on = null, released_on = $2 where id = $1', [found.id, day]);
      await tell(sql, who, found, day, { kind: 'case-released' });
      return 'done';
    });
  }

  /** A closed case of this desk opens again, within the term; what the desk had said about where the young person went is taken back. */
  reopen(who: Worker, caseId: string, because: Reopening): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      if (found.isOpen) return 'done';
      if (!mayReopen(found, day)) return 'gone';
      const [other] = await sql('select from app.desk_case where leaver_id = $1 and closed_on is null', [found.leaver]);
      if (other) return 'gone';
      await sql('update app.desk_case set closed_on = null, outcome = null, owner_id = $2, picked_up_on = coalesce(picked_up_on, $3) where id = $1', [found.id, who.memberId, day]);
      await sql('select app.forget_destination($1, $2)', [found.id, day]);
      await tell(sql, who, found, day, { kind: 'case-reopened', became: because });
      return 'done';
    });
  }

  /** Whether this desk had the case and gave it to the region: a form that comes twice is then no question about a stranger's case. */
  async gaveAway(who: Worker, caseId: string): Promise<boolean> {
    const [answer] = await this.tx.read<{ gave: boolean }>(who.actor, { text: 'select app.gave_away($1) as gave', values: [caseId] });
    return answer?.gave ?? false;
  }

  private attempt(who: Worker, caseId: string, { choice, note = '', seen, nextOn }: Chosen): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      if (!found.isOpen || !found.isOurs) return 'gone';
      if (await isTwice(sql, who, found, { choice, note })) return 'done';
      const changed = await overwriting(sql, who, found.id, { seen });
      if (changed) return changed;
      if (!(await keepAttempt(sql, who, found, day, { choice, note }))) return 'done';
      if (nextOn !== undefined) await keepNext(sql, who, found.id, nextOn, day);
      await sql(ATTEMPTED, [found.id, who.memberId, day, choice === 'contact']);
      await tell(sql, who, found, day, { kind: 'contact-attempted', became: choice });
      return 'done';
    });
  }

  private close(who: Worker, caseId: string, { choice, note = '', seen }: Chosen, outcome: string): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      if (!found.isOpen && found.outcome === outcome) return 'done';
      if (!found.isOpen || !found.isOurs) return 'gone';
      const changed = await overwriting(sql, who, found.id, { seen });
      if (changed) return changed;
      await keepAttempt(sql, who, found, day, { choice, note });
      await sql(CLOSE, [found.id, who.memberId, day, outcome]);
      await tell(sql, who, found, day, { kind: 'case-closed', was: choice, became: outcome });
      const destination = outcomes.find(({ code }) => code === outcome)?.destination;
      if (destination) await sql('select app.know_destination($1, $2, $3)', [found.id, destination, day]);
      return 'done';
    });
  }

  private handOver(who: Worker, caseId: string, { choice, note = '' }: Chosen): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      if (!found.isOpen || !found.isOurs) return 'gone';
      await keepAttempt(sql, who, found, day, { choice, note });
      await tell(sql, who, found, day, { kind: 'case-handed-over' });
      await sql(HAND_OVER, [found.id, who.organisationId, day]);
      return 'done';
    });
  }

  private on(who: Worker, caseId: string, act: (sql: Parameters<typeof tell>[0], found: OpenCase, day: string) => Promise<Done>): Promise<Done> {
    const day = this.clock.today();
    return onCase(this.tx, who, caseId, day, (sql, found) => act(sql, found, day));
  }
}

/** Not without an outcome: what closed without a reason stays closed (rules 7). */
export const mayReopen = ({ outcome, closedOn }: { readonly outcome: string | null; readonly closedOn: string | null }, day: string): boolean =>
  outcome !== null && closedOn !== null && addDays(closedOn, caseTerms.reopenDays) >= day;

const PICK_UP = `update app.desk_case set owner_id = $2, picked_up_on = case when desk_id = $4 then coalesce(picked_up_on, $3) else $3 end, desk_id = $4, released_on = null,
  at_desk_since = case when desk_id = $4 then at_desk_since else $3 end, offered_to = null, route = case when desk_id = $4 then route else coalesce(
    (select s.route from app.signal s where s.leaver_id = desk_case.leaver_id and s.closed_on is null), 'doorstroompunt') end where id = $1`;
const ATTEMPTED = `update app.desk_case set owner_id = coalesce(owner_id, $2), picked_up_on = coalesce(picked_up_on, $3), last_attempt_on = $3, approached_on = coalesce(approached_on, $3),
  contacted_on = case when $4 then coalesce(contacted_on, $3) else contacted_on end where id = $1`;
const CLOSE = `update app.desk_case set owner_id = coalesce(owner_id, $2), picked_up_on = coalesce(picked_up_on, $3),
  closed_on = $3, outcome = $4, offered_to = null where id = $1`;
const HAND_OVER = `update app.desk_case set desk_id = null, owner_id = null, picked_up_on = null, offered_to = null, route = 'region-queue',
  handed_over_by = $2, at_desk_since = $3, queue_region = coalesce(queue_region, (select region from app.organisation where id = $2)) where id = $1`;
