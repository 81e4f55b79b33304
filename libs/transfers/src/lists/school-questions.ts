import type { Actor, Tx } from '#platform';

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly class: string | null;
}

export interface SchoolQuestions {
  /** Not in the school's newest file: a question, never a removal (formats). */
  readonly missing: readonly (Asked & { readonly since: string })[];
  /** The same name and birth date stands at another school too. */
  readonly doubles: readonly (Asked & { readonly otherSchool: string })[];
}

/** What the files of a school leave open, for whoever sees the whole school. */
export async function schoolQuestions(tx: Tx, actor: Actor): Promise<SchoolQuestions> {
  const [questions] = await tx.read(actor, { name: 'school-questions', text: QUESTIONS });
  return questions as unknown as SchoolQuestions;
}

const NAMED = 'l.id, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.class';
const QUESTIONS = `
with missing as (
  select ${NAMED}, l.missing_since as since from app.leaver l where l.missing_since is not null order by l.missing_since desc, l.sort_name),
doubles as (
  select ${NAMED}, d.other_school as "otherSchool" from app.doubles_of_my_school() d join app.leaver l on l.id = d.leaver_id order by l.sort_name)
select (select coalesce(json_agg(missing), '[]') from missing) as missing, (select coalesce(json_agg(doubles), '[]') from doubles) as doubles`;
