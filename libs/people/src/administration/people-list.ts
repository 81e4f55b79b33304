import type { Actor, Tx } from '#platform';
import type { PersonState } from '#policy';

/** Somebody with one or more roles at the organisation of who asks. */
export interface PersonRow {
  /** A membership of theirs here: what addresses name them by. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly state: PersonState;
  readonly administers: boolean;
  readonly since: Date | null;
  readonly lastUsedAt: Date | null;
}

export interface PeopleFilter {
  readonly role?: string;
  readonly state?: PersonState;
  /** The token of what was typed to find a name. */
  readonly search?: string;
}

export interface PeopleList {
  readonly people: readonly PersonRow[];
  readonly found: number;
  /** How many there are in each state, whatever the filter. */
  readonly counts: Readonly<Partial<Record<PersonState, number>>>;
  readonly roles: readonly string[];
  readonly typed: string;
}

interface Sheet {
  readonly size: number;
  readonly from: number;
}

interface Summary {
  readonly found: number;
  readonly counts: PeopleList['counts'] | null;
  readonly roles: readonly string[];
  readonly typed: string | null;
  readonly people: readonly (Omit<PersonRow, 'since' | 'lastUsedAt'> & { since: string | null; lastUsedAt: string | null })[];
}

/** The people of the own organisation by name; who left is only shown when asked for. */
export async function peopleList(tx: Tx, actor: Actor, filter: PeopleFilter, { size, from, today, now }: Sheet & { today: string; now: Date }): Promise<PeopleList> {
  const values = [today, now, filter.role ?? null, filter.state ?? null, filter.search ?? null, size, from];
  const [row] = await tx.read<Summary & Record<string, unknown>>(actor, { name: 'people', text: PEOPLE, values });
  const people = (row?.people ?? []).map((one) => ({ ...one, since: dateOf(one.since), lastUsedAt: dateOf(one.lastUsedAt) }));
  return { people, found: row?.found ?? 0, counts: row?.counts ?? {}, roles: row?.roles ?? [], typed: row?.typed ?? '' };
}

const dateOf = (text: string | null): Date | null => (text ? new Date(text) : null);

/** The first of these that any membership of a person is in. */
const ORDER = "array['frozen', 'bounced', 'active', 'invited', 'expired', 'noted', 'ended']";

/** `$1` today, `$2` now: how a membership stands. */
export const STATE = `case when m.ended_on <= $1 then 'ended' when a.frozen_at is not null then 'frozen'
    when a.mail_bounced_on is not null then 'bounced' when m.accepted_at is not null then 'active'
    when m.invitation_ends_at is null then 'noted' when m.invitation_ends_at > $2 then 'invited' else 'expired' end`;

const FOLDED = "replace(regexp_replace(normalize(lower(p.name || ' ' || p.email), nfd), '[\\u0300-\\u036f]', '', 'g'), 'ı', 'i')";

const PEOPLE = `
with standing as (
  select m.*, ${STATE} as state from app.membership m join app.account a on a.id = m.account_id
  where m.organisation_id = app.my_organisation() and m.leaver_id is null),
living as (
  select s.* from standing s where s.state <> 'ended' or not exists (select from standing o where o.account_id = s.account_id and o.state <> 'ended')),
person as (
  select (array_agg(l.id order by l.id))[1] as id, app.full_name(a.given_name, a.name_prefix, a.family_name) as name, a.email,
    array_agg(l.role order by l.role) as roles, bool_or(l.administers) as administers, min(l.accepted_at) as since, a.last_used_at,
    (${ORDER})[min(array_position(${ORDER}, l.state))] as state, lower(a.family_name) as sort_family, lower(a.given_name) as sort_given
  from living l join app.account a on a.id = l.account_id group by a.id),
wanted as (select typed, words from app.search where id = $5),
found as (
  select p.* from person p where ($3::text is null or $3 = any(p.roles)) and case when $4::text is null then p.state <> 'ended' else p.state = $4 end
    and not exists (select from wanted w cross join unnest(w.words) word where position(word in ${FOLDED}) = 0)
    and ($5::uuid is null or exists (select from wanted))),
sheet as (select * from found order by sort_family, sort_given, email limit $6 offset $7)
select (select count(*)::int from found) as found, (select typed from wanted) as typed,
  (select jsonb_object_agg(state, n) from (select state, count(*)::int as n from person group by state) c) as counts,
  array(select distinct unnest(roles) from person order by 1) as roles,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'email', email, 'roles', roles, 'administers', administers, 'since', since,
    'lastUsedAt', last_used_at, 'state', state) order by sort_family, sort_given, email), '[]') from sheet) as people`;
