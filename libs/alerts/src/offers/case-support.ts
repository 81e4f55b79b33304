import type { Actor, Clock, Sql, Tx } from '#platform';
import type { SupportOfferKind, SupportState } from '#policy';
import { onCase, type Done, type OpenCase, type Worker } from '../cases/acting.ts';

export interface CaseSupportLine {
  readonly id: string;
  readonly offerId: string;
  readonly kind: SupportOfferKind;
  readonly name: string;
  readonly state: SupportState;
  readonly since: string;
}

export type SupportStep = Exclude<SupportState, 'offered'> | 'undo';

/** What a desk offered on one of its cases, and what the young person did with it. */
export class CaseSupport {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  async lines(actor: Actor, caseId: string): Promise<CaseSupportLine[]> {
    return this.tx.read<CaseSupportLine & Record<string, unknown>>(actor, { name: 'support-of-case', text: LINES, values: [caseId] });
  }

  offer(who: Worker, caseId: string, offerId: string): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      const [offer] = await sql<{ kind: string }>('select kind from app.support_offer where id = $1 and (valid_until is null or valid_until >= $2)', [offerId, day]);
      if (!offer) return 'gone';
      if ((await sql(OFFERED, [caseId, offerId, who.organisationId, who.memberId, day])).length) await told(sql, who, found, day, ['support-offered', offer.kind]);
      return 'done';
    });
  }

  /** Onwards, or one step back: what was offered by mistake is gone, what was answered is open again. */
  step(who: Worker, caseId: string, lineId: string, step: SupportStep): Promise<Done> {
    return this.on(who, caseId, async (sql, found, day) => {
      const values = step === 'undo' ? [lineId, caseId] : [lineId, caseId, day];
      const [moved] = await sql<{ kind: string }>(STEPS[step], values);
      if (moved) await told(sql, who, found, day, [step === 'undo' ? 'support-undone' : `support-${step}`, moved.kind]);
      return 'done';
    });
  }

  private on(who: Worker, caseId: string, act: (sql: Sql, found: OpenCase, day: string) => Promise<Done>): Promise<Done> {
    const day = this.clock.today();
    return onCase(this.tx, who, caseId, day, async (sql, found) => (found.isOpen && found.isOurs ? act(sql, found, day) : 'gone'));
  }
}

/** Only desks read it: to whom what kind of help was offered is not for the school. */
async function told(sql: Sql, who: Worker, found: OpenCase, day: string, [kind, became]: [string, string]): Promise<void> {
  await sql(TOLD, [found.leaver, found.id, kind, became, day, who.organisationId, who.memberId]);
}

const KIND = '(select o.kind from app.support_offer o where o.id = offer_id) as kind';
const STEPS: Readonly<Record<SupportStep, string>> = {
  accepted: `update app.case_support set answer = 'accepted', answered_on = $3 where id = $1 and case_id = $2 and answer is null returning ${KIND}`,
  declined: `update app.case_support set answer = 'declined', answered_on = $3 where id = $1 and case_id = $2 and answer is null returning ${KIND}`,
  completed: `update app.case_support set completed_on = $3 where id = $1 and case_id = $2 and answer = 'accepted' and completed_on is null returning ${KIND}`,
  undo: `with gone as (delete from app.case_support where id = $1 and case_id = $2 and answer is null returning offer_id),
    back as (update app.case_support set completed_on = null, answer = case when completed_on is not null then answer end,
      answered_on = case when completed_on is not null then answered_on end where id = $1 and case_id = $2 and answer is not null returning offer_id)
    select ${KIND} from (select offer_id from gone union all select offer_id from back) undone`,
};
const LINES = `select s.id, s.offer_id as "offerId", o.kind, o.name, case when s.completed_on is not null then 'completed' else coalesce(s.answer, 'offered') end as state,
  coalesce(s.completed_on, s.answered_on, s.offered_on)::text as since
  from app.case_support s join app.support_offer o on o.id = s.offer_id where s.case_id = $1 order by s.offered_on, o.name`;
const OFFERED = `insert into app.case_support (case_id, offer_id, organisation_id, offered_by, offered_on) values ($1, $2, $3, $4, $5)
  on conflict do nothing returning id`;
const TOLD = `insert into app.event (leaver_id, case_id, kind, became, as_of, audience, source, organisation_id, member_id)
  values ($1, $2, $3, $4, $5, 'desk', 'page', $6, $7)`;
