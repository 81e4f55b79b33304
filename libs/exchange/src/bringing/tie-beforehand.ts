import type { Bringing } from './bringing.ts';

/**
 * Ties what is new in `change` before it is written, so that an application is written once. The
 * events follow when all files are in. The answers stand apart, or the update would carry all arrays along with each row.
 */
export async function tieBeforehand({ sql }: Bringing): Promise<void> {
  await sql(`with new as (
      select array_agg(row_id) as ids, array_agg(school_year) as years, array_agg(birth_date) as births, array_agg(folded_family) as families,
        array_agg(folded_given) as givens, array_agg(prior_school) as priors from change where is_new),
    answer as materialized (select s.* from new cross join app.sole_answers(new.ids, new.years, new.births, new.families, new.givens, new.priors) s),
    tied as (
      update change c set leaver_id = s.leaver_id, tie = 'automatic' from answer s
      where c.row_id = s.application_id returning c.row_id, c.leaver_id)
    insert into tied_beforehand select row_id, leaver_id from tied`);
}
