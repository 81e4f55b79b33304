import type { Actor, Clock, Tx } from '#platform';
import type { SupportOfferKind } from '#policy';

export interface SupportOffer {
  readonly id: string;
  readonly kind: SupportOfferKind;
  readonly name: string;
  readonly municipality: string;
  readonly contact: string;
  readonly forWhom: string;
  readonly validUntil: string | null;
  readonly hasEnded: boolean;
}

/** How often something was offered, taken and completed; null where it concerns so few that it would point at somebody. */
export interface OfferCounts {
  readonly offered: number | null;
  readonly accepted: number | null;
  readonly completed: number | null;
}

export type OfferWords = Omit<SupportOffer, 'id' | 'hasEnded'>;

/** What a region has to offer, kept by who administers it; desks of the region choose from it. */
export class SupportOffers {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  async all(actor: Actor): Promise<(SupportOffer & OfferCounts)[]> {
    return this.tx.read(actor, { name: 'support-offers', text: COUNTED, values: [this.clock.today()] });
  }

  async find(actor: Actor, id: string): Promise<SupportOffer | undefined> {
    const [offer] = await this.tx.read<SupportOffer & Record<string, unknown>>(actor, { name: 'support-offer', text: `${OFFER} where id = $2`, values: [this.clock.today(), id] });
    return offer;
  }

  /** The same offer twice is one. */
  async add(actor: Actor, words: OfferWords): Promise<void> {
    await this.tx.run(actor, (sql) => sql(ADD, [actor.region, ...valuesOf(words), actor.memberId, this.clock.today()]));
  }

  async change(actor: Actor, id: string, words: OfferWords): Promise<boolean> {
    const changed = await this.tx.run(actor, (sql) => sql(CHANGE, [id, ...valuesOf(words)]));
    return changed.length > 0;
  }
}

const valuesOf = ({ kind, name, municipality, contact, forWhom, validUntil }: OfferWords): unknown[] => [kind, name, municipality, contact, forWhom, validUntil];

const OFFER = `select id, kind, name, municipality, contact, for_whom as "forWhom", valid_until::text as "validUntil",
  coalesce(valid_until < $1::date, false) as "hasEnded" from app.support_offer`;
const COUNTED = `select o.*, n.offered, n.accepted, n.completed from (${OFFER}) o left join app.offer_counts() n on n.offer_id = o.id
  order by o."hasEnded", o.kind, o.name`;
const ADD = `insert into app.support_offer (region, kind, name, municipality, contact, for_whom, valid_until, added_by, added_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`;
const CHANGE = `update app.support_offer set (kind, name, municipality, contact, for_whom, valid_until) = ($2, $3, $4, $5, $6, $7::date)
  where id = $1 and not exists (
    select from app.support_offer o where o.id <> $1 and o.kind = $2 and lower(o.name) = lower($3) and o.municipality = $4) returning id`;
