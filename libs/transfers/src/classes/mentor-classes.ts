import type { Actor, Tx } from '#platform';
import type { StandInKind } from '#policy';

export interface StandIn {
  readonly id: string;
  readonly kind: StandInKind;
  readonly by: string;
  readonly class: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly madeBy: string | null;
}

/** A mentor with the classes there are now, and who stands in. */
export interface MentorClasses {
  readonly id: string;
  readonly name: string;
  readonly hasLeft: boolean;
  readonly classes: readonly { readonly class: string | null; readonly leavers: number }[];
  readonly leavers: number;
  /** Living ones first; what was is kept as history. */
  readonly standIns: readonly StandIn[];
}

export interface Classes {
  readonly mentors: readonly MentorClasses[];
  /** Leavers whose mentor nobody knows. */
  readonly withoutMentor: number;
  /** Who could take over or stand in. */
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}

/** The mentors of the own school. */
export async function mentorClasses(tx: Tx, actor: Actor, today: string): Promise<Classes> {
  const [mentors = [], [without] = [], colleagues = []] = await tx.readAll(actor, [
    { name: 'mentor-classes', text: MENTORS, values: [today] },
    { text: 'select coalesce(sum(leavers), 0)::int as leavers from app.classes_of_mine() where mentor_id is null' },
    { text: COLLEAGUES, values: [today] },
  ]);
  return { mentors: mentors as MentorClasses[], withoutMentor: without?.leavers ?? 0, colleagues: colleagues as unknown as Classes['colleagues'] };
}

const NAME = (alias: string): string => `coalesce(nullif(app.full_name(${alias}.given_name, ${alias}.name_prefix, ${alias}.family_name), ''), ${alias}.email)`;

const MENTORS = `
with numbers as (select * from app.classes_of_mine() where mentor_id is not null)
select m.id, ${NAME('a')} as name, coalesce(m.ended_on <= $1, false) as "hasLeft",
  (select coalesce(jsonb_agg(jsonb_build_object('class', n.class, 'leavers', n.leavers) order by n.class), '[]') from numbers n where n.mentor_id = m.id) as classes,
  (select coalesce(sum(n.leavers), 0)::int from numbers n where n.mentor_id = m.id) as leavers,
  (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'by', ${NAME('b')}, 'class', i.class, 'fromOn', i.from_on, 'untilOn', i.until_on,
      'madeBy', ${NAME('maker')}) order by i.made_at desc), '[]')
    from app.stand_in i join app.membership bm on bm.id = i.by_id join app.account b on b.id = bm.account_id
    left join app.membership mm on mm.id = i.made_by left join app.account maker on maker.id = mm.account_id where i.mentor_id = m.id) as "standIns"
from app.membership m join app.account a on a.id = m.account_id
where m.organisation_id = app.my_organisation() and m.role = 'mentor'
  and (m.ended_on is null or m.ended_on > $1 or exists (select from numbers n where n.mentor_id = m.id))
order by lower(a.family_name), lower(a.given_name), a.email`;

const COLLEAGUES = `
select m.id, ${NAME('a')} as name, m.role from app.membership m join app.account a on a.id = m.account_id
where m.organisation_id = app.my_organisation() and m.role in ('mentor', 'summer-team', 'careers-dean', 'team-leader') and (m.ended_on is null or m.ended_on > $1)
order by lower(a.family_name), lower(a.given_name), a.email`;
