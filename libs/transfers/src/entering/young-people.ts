import type { Visitor } from '#people';
import type { Actor, Clock, Tx } from '#platform';
import { schoolYearOf } from '#policy';
import { foldMunicipality } from '../folding/municipality.ts';
import { familyName, foldName } from '../folding/names.ts';

/** Somebody without a school in this service. */
export interface YoungPerson {
  readonly givenName: string;
  readonly prefix: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly municipality: string;
  readonly email?: string;
  readonly schoolType: string;
  readonly diploma?: string;
}

export interface Entered {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly schoolYear: string;
}

/** Gives the id; undefined when who asks may enter nobody, or a colleague already has this person. They belong to the school year of today. */
export function enterYoungPerson(tx: Tx, { actor }: Pick<Visitor, 'actor'>, person: YoungPerson, clock: Pick<Clock, 'today'>): Promise<string | undefined> {
  const { prefix, family } = familyName(person.prefix, person.familyName);
  const folded = foldName(person.givenName, { prefix, family });
  const row = {
    given_name: person.givenName, name_prefix: prefix, family_name: family, folded_given: folded.given, folded_family: folded.family, sort_name: folded.sort,
    municipality: person.municipality, municipality_folded: foldMunicipality(person.municipality), email: person.email ?? null, school_type: person.schoolType, diploma: person.diploma ?? null,
  };
  return tx.run(actor, async (sql) => {
    const [entered] = await sql<{ id: string | null }>('select app.enter_young_person($1, $2, $3, $4) as id', [JSON.stringify(row), person.birthDate, schoolYearOf(clock.today()), clock.today()]);
    return entered?.id ?? undefined;
  });
}

/** False when something came of it already, or it is not theirs. */
export function removeYoungPerson(tx: Tx, { actor }: Pick<Visitor, 'actor'>, id: string): Promise<boolean> {
  return tx.run(actor, async (sql) => {
    const [row] = await sql<{ done: boolean }>('select app.remove_young_person($1) as done', [id]);
    return row?.done ?? false;
  });
}

/** Whom the organisation of who asks entered, as far as they may see them; newest school year first. */
export const enteredPeople = (tx: Tx, actor: Actor): Promise<readonly Entered[]> =>
  tx.read<Entered & Record<string, unknown>>(actor, { name: 'entered-people', text: ENTERED, values: [actor.organisationId] });

const ENTERED = `select l.id, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.birth_date::text as "birthDate", l.school_year as "schoolYear"
  from app.leaver l where l.school_id = $1 order by l.school_year desc, l.sort_name, l.id limit 200`;
