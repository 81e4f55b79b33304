import { staffRoles, wordFor } from '#policy';

const who = (word: string): string => staffRoles.map(({ code }) => code).filter((code) => wordFor('keeping:see', code) === word).map((code) => `'${code}'`).join(', ');

/** How much goes until a day, per school and term, for whoever may see it: the region all its schools, a school itself. Counts only. */
const ahead = `
create or replace function app.keeping_preview(until_day date) returns table (school text, what text, count int) language sql stable as $$
  with mine as materialized (
    select o.id from app.membership me join app.organisation home on home.id = me.organisation_id
    join app.organisation o on me.role in (${who('of-my-region')}) and o.region = home.region or me.role in (${[who('of-my-school'), who('of-my-organisation')].join(', ')}) and o.id = home.id
    where me.id = app.my_member()),
  going as (
    select leaver_id, 'passport' as what from app.removal where removed_at is null and due_on <= until_day
    union all select leaver_id, 'leaver' from app.leavers_past(until_day))
  select o.name, g.what, count(*)::int from going g join app.leaver l on l.id = g.leaver_id join app.organisation o on o.id = l.school_id
  where l.school_id in (select id from mine) group by 1, 2 order by 1, 2
$$;`;

/** What went since a day, of the whole service: nobody's in particular. */
const past = `
create or replace function app.kept_since(first_day date) returns table (what text, gone int, last_day date) language sql stable as $$
  select code, sum(gone)::int, max(day) from app.kept_run where day >= first_day
    and exists (select from app.membership me where me.id = app.my_member() and me.role in (${['of-my-region', 'of-my-school', 'of-my-organisation'].map(who).join(', ')})) group by 1
$$;`;

export const keepingPreview = [ahead, past].join('\n');
export const keepingPreviewFunctions = ['keeping_preview(date)', 'kept_since(date)'];
