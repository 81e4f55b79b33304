import type { Actor, Tx } from '#platform';
import type { OrganisationKind, PersonState } from '#policy';
import { STATE } from './people-list.ts';

export interface RegionOrganisation {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly kind: OrganisationKind;
  readonly administrators: readonly { readonly name: string; readonly email: string; readonly state: PersonState }[];
}

/** The organisations of the asker's region with who looks after their people; those without anybody first. */
export async function regionOrganisations(tx: Tx, actor: Actor, { today, now, id }: { today: string; now: Date; id?: string }): Promise<RegionOrganisation[]> {
  return tx.read<RegionOrganisation & Record<string, unknown>>(actor, { text: ORGANISATIONS, values: [today, now, id ?? null] });
}

const ORGANISATIONS = `
with administrator as (
  select m.organisation_id, coalesce(nullif(app.full_name(a.given_name, a.name_prefix, a.family_name), ''), a.email) as name, a.email, ${STATE} as state
  from app.membership m join app.account a on a.id = m.account_id
  where m.leaver_id is null and (m.ended_on is null or m.ended_on > $1) and app.is_administrator(m.role, m.administers))
select o.id, o.name, o.code, o.kind, coalesce(found.administrators, '[]') as administrators
from app.organisation o
left join lateral (select jsonb_agg(distinct jsonb_build_object('name', r.name, 'email', r.email, 'state', r.state)) as administrators, bool_or(r.state = 'active') as works
  from administrator r where r.organisation_id = o.id) found on true
where o.region = app.my_region() and ($3::uuid is null or o.id = $3)
order by coalesce(found.works, false), o.name`;
