import type { Actor, Clock, Tx } from '#platform';
import { peopleTerms } from '#policy';
import { hashOf, newToken } from '../session/token.ts';

export interface NewPerson {
  readonly email: string;
  readonly givenName: string;
  readonly namePrefix: string;
  readonly familyName: string;
  /** Codes of libs/policy/roles that exist at this organisation. */
  readonly roles: readonly string[];
  readonly administers: boolean;
}

/** `given`: works here already and has the role at once; `already`: had it; `gone`: not theirs to invite for. */
export type Invited = 'sent' | 'given' | 'already' | 'gone';

/** Somebody who was noted or invited and never came. */
export interface Awaited {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const DAY_MS = 86_400_000;

/** Invitations in the name of who asks; whether they may is for the database to say. */
export class Inviting {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today' | 'now'>,
    private readonly linkFor: (token: string) => string,
  ) {}

  invite(actor: Actor, organisationId: string, { email, givenName, namePrefix, familyName, roles, administers }: NewPerson): Promise<Invited> {
    const name = { given_name: givenName, name_prefix: namePrefix, family_name: familyName };
    const wanted = { organisation: organisationId, email, ...name, roles, administers, ...this.link() };
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ invited: Invited }>('select app.invite($1, $2, $3) as invited', [wanted, this.until(), this.clock.today()]);
      return row?.invited ?? 'gone';
    });
  }

  /** Letters to these people of the own organisation, as far as they are still awaited; gives how many went. */
  sendTo(actor: Actor, memberIds: readonly string[]): Promise<number> {
    return this.tx.run(actor, async (sql) => {
      const awaited = await sql<{ account: string }>(AWAITED, [this.clock.today(), memberIds]);
      const letters = JSON.stringify(awaited.map(({ account }) => ({ account, ...this.link() })));
      const [row] = await sql<{ sent: number }>('select app.send_invitations($1, $2, $3, $4) as sent', [actor.organisationId, letters, this.until(), this.clock.today()]);
      return row?.sent ?? 0;
    });
  }

  /** Who of these is still awaited; of everybody who was only noted without a choice. */
  awaited(actor: Actor, memberIds?: readonly string[]): Promise<Awaited[]> {
    return this.tx.read<Awaited & Record<string, unknown>>(actor, { text: AWAITED, values: [this.clock.today(), memberIds ?? null] });
  }

  private link(): { hash: string; link: string } {
    const token = newToken();
    return { hash: hashOf(token).toString('hex'), link: this.linkFor(token) };
  }

  private until(): Date {
    return new Date(this.clock.now().getTime() + peopleTerms.invitationDays * DAY_MS);
  }
}

const AWAITED = `
select min(m.id::text) as id, a.id as account, coalesce(nullif(app.full_name(a.given_name, a.name_prefix, a.family_name), ''), a.email) as name, array_agg(m.role order by m.role) as roles
from app.membership m join app.account a on a.id = m.account_id
where m.organisation_id = app.my_organisation() and m.leaver_id is null and m.accepted_at is null and (m.ended_on is null or m.ended_on > $1)
  and case when $2::uuid[] is null then m.invited_at is null
    else a.id in (select chosen.account_id from app.membership chosen where chosen.id = any($2) and chosen.organisation_id = app.my_organisation()) end
group by a.id order by lower(a.family_name), lower(a.given_name), a.email`;
