import type { Actor, Tx } from '#platform';

export interface TieSide {
  readonly name: string;
  readonly birthDate: string;
  readonly school: string | null;
  readonly postcode: string | null;
}

export interface TieCandidate extends TieSide {
  readonly id: string;
  readonly class: string | null;
  readonly municipality: string | null;
  readonly why: readonly string[];
}

export interface TieQuestion extends TieSide {
  readonly id: string;
  readonly number: string;
  readonly college: string;
  readonly programme: string | null;
  readonly appliedOn: string;
  readonly tie: 'waiting' | 'by-hand' | 'nobody';
  readonly candidates: readonly TieCandidate[];
}

/** One application beside the leavers that it may be of; nothing when it is not this region's to decide. */
export async function tieQuestion(tx: Tx, actor: Actor, id: string): Promise<TieQuestion | undefined> {
  const [found] = await tx.read(actor, { name: 'tie-question', text: QUESTION, values: [id] });
  return found as TieQuestion | undefined;
}

const QUESTION = `
select a.id, a.number, app.full_name(a.given_name, a.name_prefix, a.family_name) as name, a.birth_date::text as "birthDate",
  coalesce((select s.name from app.organisation s where app.same_school(s.code, a.prior_school) order by s.code limit 1), a.prior_school) as school,
  a.postcode, o.name as college, p.name as programme, a.applied_on::text as "appliedOn", a.tie,
  coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'name', app.full_name(l.given_name, l.name_prefix, l.family_name),
      'birthDate', l.birth_date, 'school', s.name, 'class', l.class, 'postcode', l.postcode, 'municipality', l.municipality, 'why', t.why)
      order by cardinality(t.why), l.sort_name, l.id)
    from app.tie_candidate t join app.leaver l on l.id = t.leaver_id join app.organisation s on s.id = l.school_id
    where t.application_id = a.id), '[]') as candidates
from app.application a join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
where a.id = $1`;
