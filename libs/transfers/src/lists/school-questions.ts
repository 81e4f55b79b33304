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
  const [missing, doubles] = await tx.readAll(actor, [
    { name: 'missing-leavers', text: MISSING },
    { name: 'double-leavers', text: DOUBLES },
  ]);
  return { missing, doubles } as unknown as SchoolQuestions;
}

const ASKED = 'l.id, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.class';
const MISSING = `select ${ASKED}, l.missing_since::text as since from app.leaver l
where l.missing_since is not null order by l.missing_since desc, l.sort_name`;
const DOUBLES = `select ${ASKED}, d.other_school as "otherSchool"
from app.doubles_of_my_school() d join app.leaver l on l.id = d.leaver_id order by l.sort_name`;
