import { staffRoles, wordFor } from '#policy';

const who = (word: string): string => staffRoles.map(({ code }) => code).filter((code) => wordFor('keeping:see', code) === word).map((code) => `'${code}'`).join(', ');

/**
 * How much goes until a day, per school and term. The worker counts it once a day: who looks reads these few rows, and passes over
 * nobody's. A school of which nothing goes has its row too, so that nothing differs from not counted yet.
 */
const counting = `
create or replace function app.count_ahead(on_day date, until_day date) returns void language sql as $$
  delete from app.kept_ahead;
  with going as (
    select leaver_id, 'passport' as what from app.removal where removed_at is null and due_on <= until_day
    union all select leaver_id, 'leaver' from app.leavers_past(until_day)),
  counted as (select l.school_id, g.what, count(*)::int as count from going g join app.leaver l on l.id = g.leaver_id group by 1, 2)
  insert into app.kept_ahead (school_id, what, count, counted_on)
  select o.id, w.what, coalesce(c.count, 0), on_day from (select distinct school_id as id from app.leaver) o cross join (values ('passport'), ('leaver')) w (what)
  left join counted c on c.school_id = o.id and c.what = w.what
$$;`;

/** For whoever may see it: the region all its schools, a school itself. Counts only. */
const ahead = `
drop function if exists app.keeping_preview(date);
create or replace function app.keeping_preview() returns table (school text, what text, count int, counted_on date) language sql stable as $$
  select o.name, k.what, k.count, k.counted_on from app.membership me join app.organisation home on home.id = me.organisation_id
  join app.organisation o on me.role in (${who('of-my-region')}) and o.region = home.region or me.role in (${[who('of-my-school'), who('of-my-organisation')].join(', ')}) and o.id = home.id
  join app.kept_ahead k on k.school_id = o.id where me.id = app.my_member() order by 1, 2
$$;`;

/** What went since a day, of the whole service: nobody's in particular. */
const past = `
create or replace function app.kept_since(first_day date) returns table (what text, gone int, last_day date) language sql stable as $$
  select code, sum(gone)::int, max(day) from app.kept_run where day >= first_day
    and exists (select from app.membership me where me.id = app.my_member() and me.role in (${['of-my-region', 'of-my-school', 'of-my-organisation'].map(who).join(', ')})) group by 1
$$;`;

export const keepingPreview = [counting, ahead, past].join('\n');
export const keepingPreviewFunctions = ['keeping_preview()', 'kept_since(date)'];
