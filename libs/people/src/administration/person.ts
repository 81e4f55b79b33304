import type { Actor, Tx } from '#platform';
import type { PeopleEvent, PersonState } from '#policy';
import { STATE } from './people-list.ts';

export interface PersonRole {
  readonly id: string;
  readonly role: string;
  readonly state: PersonState;
  readonly administers: boolean;
  readonly coordinates: boolean;
  readonly endedOn: string | null;
  /** Comes and goes with the role of study coach. */
  readonly follows: boolean;
  /** Cases that nobody picked up since they left. */
  readonly waitingCases: number;
}

export interface PersonEvent {
  readonly kind: PeopleEvent;
  readonly role: string;
  readonly day: string;
  /** Nobody: the service itself, or the person. */
  readonly by: string | null;
  readonly other: string | null;
  readonly note: string | null;
}

export interface Person {
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly lastUsedAt: Date | null;
  readonly roles: readonly PersonRole[];
  readonly history: readonly PersonEvent[];
}

/** One person of the own organisation, found by any of their roles here; undefined for everybody else. */
export async function personAtWork(tx: Tx, actor: Actor, memberId: string, { today, now }: { today: string; now: Date }): Promise<Person | undefined> {
  const [person] = await tx.read<Person & Record<string, unknown>>(actor, { name: 'person', text: PERSON, values: [today, now, memberId] });
  return person;
}

const NAME = (alias: string): string => `app.full_name(${alias}.given_name, ${alias}.name_prefix, ${alias}.family_name)`;

const PERSON = `
with here as (
  select m.*, ${STATE} as state from app.membership m join app.account a on a.id = m.account_id
  where m.organisation_id = app.my_organisation() and m.leaver_id is null
    and m.account_id = (select account_id from app.membership where id = $3 and organisation_id = app.my_organisation() and leaver_id is null))
select a.id as account, coalesce(nullif(${NAME('a')}, ''), a.email) as name, a.email, a.phone, a.last_used_at as "lastUsedAt",
  (select jsonb_agg(jsonb_build_object('id', h.id, 'role', h.role, 'state', h.state, 'administers', h.administers, 'coordinates', h.coordinates, 'endedOn', case when h.state = 'ended' then h.ended_on end,
    'follows', exists (select from here c where c.role = 'study-coach' and h.id in (select s.id from app.sending_role((select m from app.membership m where m.id = c.id)) s)),
    'waitingCases', case when h.state = 'ended' then app.waiting_cases_of(h.id) else 0 end)
    order by h.state = 'ended', h.role) from here h) as roles,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'role', h.role, 'day', e.day, 'by', ${NAME('doer')}, 'other', ${NAME('other')}, 'note', e.note) order by e.id desc), '[]')
    from app.people_event e join here h on h.id = e.member_id
    left join app.membership by_member on by_member.id = e.by_id left join app.account doer on doer.id = by_member.account_id
    left join app.membership other_member on other_member.id = e.other_id left join app.account other on other.id = other_member.account_id) as history
from app.account a where a.id = (select account_id from here limit 1)`;
