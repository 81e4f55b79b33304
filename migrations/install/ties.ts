/** Two codes of four or six characters are one school when they are equal on the shorter length. */
const SAME_SCHOOL = `
create or replace function app.same_school(code text, prior text) returns boolean language sql immutable parallel safe
return upper(code) = upper(prior) or (length(code) <> length(prior) and length(code) in (4, 6) and length(prior) in (4, 6)
  and left(upper(code), 4) = left(upper(prior), 4));`;

/** Same birth date, school, year and folded name, and exactly one leaver answers: only then a tie makes itself (formats). */
const ANSWERS = `
create or replace function app.sole_answers(ids uuid[], years text[], births date[], families text[], givens text[], priors text[])
returns table (application_id uuid, leaver_id uuid) language plpgsql stable set plan_cache_mode = force_custom_plan as $$
begin return query
  select a.id, (array_agg(l.id))[1]
  from unnest(ids, years, births, families, givens, priors) a (id, school_year, birth_date, folded_family, folded_given, prior_school)
  join app.leaver l on (l.school_year, l.birth_date, l.folded_family, l.folded_given)
    = (a.school_year, a.birth_date, a.folded_family, a.folded_given)
  join app.organisation o on o.id = l.school_id and app.same_school(o.code, a.prior_school)
  group by a.id having count(*) = 1;
end $$;`;

/** Ties what waits; a file ties what it brings anew by the same answers before it is written (aanmeldingen). */
const TIE = `
create or replace function app.tie_waiting(day date) returns table (application_id uuid, leaver_id uuid) language sql as $$
  with answer as materialized (
    select s.application_id as id, s.leaver_id from (
      select array_agg(a.id) as ids, array_agg(a.school_year) as years, array_agg(a.birth_date) as births, array_agg(a.folded_family) as families,
        array_agg(a.folded_given) as givens, array_agg(a.prior_school) as priors
      from app.application a where a.leaver_id is null and a.tie = 'waiting') w
    cross join app.sole_answers(w.ids, w.years, w.births, w.families, w.givens, w.priors) s),
  tied as (
    update app.application a set leaver_id = answer.leaver_id, tie = 'automatic', tied_by = null
    from answer where a.id = answer.id and not exists (select from app.event e
      where e.kind = 'untied' and e.application_id = a.id and e.leaver_id = answer.leaver_id)
    returning a.id, a.leaver_id),
  told as (
    insert into app.event (leaver_id, application_id, kind, became, as_of, source)
    select tied.leaver_id, tied.id, 'tied', 'automatic', day, 'file' from tied)
  select id, leaver_id from tied
$$;`;

/** Likely leavers: enough alike to be worth a look; equal joins only, so that 200,000 waiting applications stay quick. */
const CANDIDATES = `
create or replace function app.likely_leavers(applications uuid[])
returns table (application_id uuid, leaver_id uuid, why text[]) language sql stable as $$
  with waiting as materialized (
    select a.id, a.school_year, a.birth_date, a.folded_given, a.folded_family, a.prior_school, left(upper(a.prior_school), 4) as school,
      case when extract(day from a.birth_date) <= 12 then make_date(extract(year from a.birth_date)::int,
        extract(day from a.birth_date)::int, extract(month from a.birth_date)::int) end as swapped
    from app.application a
    where a.leaver_id is null and a.tie = 'waiting' and (applications is null or a.id = any(applications))),
  known as materialized (
    select l.id, l.school_year, l.birth_date, l.folded_given, l.folded_family, o.code, left(upper(o.code), 4) as school
    from app.leaver l join app.organisation o on o.id = l.school_id where l.school_year in (select school_year from waiting)),
  pair (application_id, leaver_id) as (
    select w.id, k.id from waiting w join known k using (school_year, birth_date, folded_family)
    union select w.id, k.id from waiting w join known k using (school_year, birth_date, folded_given)
    union select w.id, k.id from waiting w join known k using (school_year, birth_date, school)
    union select w.id, k.id from waiting w join known k using (school_year, folded_family, folded_given, school)
    union select w.id, k.id from waiting w join known k
      on (k.school_year, k.birth_date, k.folded_family) = (w.school_year, w.swapped, w.folded_family)),
  compared as (
    select w.id as application_id, k.id as leaver_id, k.birth_date = w.birth_date as birth, k.birth_date = w.swapped as swapped,
      k.folded_given = w.folded_given as given, k.folded_family = w.folded_family as family,
      coalesce(app.same_school(k.code, w.prior_school), false) as school, w.prior_school is null as unsaid
    from pair join waiting w on w.id = pair.application_id join known k on k.id = pair.leaver_id),
  ranked as (
    select c.*, row_number() over (partition by c.application_id order by
      birth::int * 3 + coalesce(swapped, false)::int * 2 + family::int * 3 + given::int * 2 + school::int * 2 desc, c.leaver_id) as place
    from compared c)
  select r.application_id, r.leaver_id, array_remove(array[
    case when birth and given and family and school then case when exists (select from app.event e where e.kind = 'untied'
      and e.application_id = r.application_id and e.leaver_id = r.leaver_id) then 'untied-before' else 'several-answer' end end,
    case when birth then null when swapped then 'day-month-swapped' else 'other-birth-date' end,
    case when not given then 'other-given-name' end,
    case when not family then 'other-family-name' end,
    case when unsaid then 'no-school' when not school then 'other-school' end], null)
  from ranked r where place <= 5
$$;

/** Makes the candidates of these waiting applications (of all when null) what they are now; returns the leavers for whom it matters. */
create or replace function app.refresh_candidates(applications uuid[]) returns setof uuid language sql as $$
  with likely as materialized (select * from app.likely_leavers(applications)),
  gone as (
    delete from app.tie_candidate c where (applications is null or c.application_id = any(applications))
      and not exists (select from likely l where l.application_id = c.application_id and l.leaver_id = c.leaver_id)
    returning c.leaver_id),
  reworded as (
    update app.tie_candidate c set why = l.why from likely l
    where (c.application_id, c.leaver_id) = (l.application_id, l.leaver_id) and c.why <> l.why),
  come as (
    insert into app.tie_candidate select l.* from likely l where not exists (
      select from app.tie_candidate c where (c.application_id, c.leaver_id) = (l.application_id, l.leaver_id))
    returning leaver_id)
  select leaver_id from gone union select leaver_id from come
$$;`;

/** What a person of the region decides; a row of another region is as if it were not there, and false comes back. */
const BY_HAND = `
create or replace function app.tie_by_hand(application uuid, leaver uuid, day date) returns boolean language plpgsql as $$
declare seen uuid[] := array(select c.leaver_id from app.tie_candidate c where c.application_id = application);
begin
  if leaver <> all(seen) then return false; end if;
  update app.application a set leaver_id = leaver, tie = 'by-hand', tied_by = app.my_member()
  where a.id = application and a.leaver_id is null and a.region = app.my_region();
  if not found then return false; end if;
  insert into app.event (leaver_id, application_id, kind, became, as_of, source, organisation_id, member_id)
  values (leaver, application, 'tied', 'by-hand', day, 'page', app.my_organisation(), app.my_member());
  perform app.refresh_candidates(array[application]);
  perform app.settle(day, seen);
  return true;
end $$;

create or replace function app.tie_nobody(application uuid, day date) returns boolean language plpgsql as $$
declare seen uuid[] := array(select c.leaver_id from app.tie_candidate c where c.application_id = application);
begin
  update app.application a set tie = 'nobody', tied_by = app.my_member()
  where a.id = application and a.leaver_id is null and a.tie = 'waiting' and a.region = app.my_region();
  if not found then return false; end if;
  insert into app.event (application_id, kind, as_of, source, organisation_id, member_id)
  values (application, 'tie-refused', day, 'page', app.my_organisation(), app.my_member());
  perform app.refresh_candidates(array[application]);
  perform app.settle(day, seen);
  return true;
end $$;

/** Undoes a tie, or a "nobody": the application waits again with its candidates; what was reported stays with it. */
create or replace function app.untie(application uuid, day date) returns boolean language plpgsql as $$
declare former uuid;
begin
  select a.leaver_id into former from app.application a
  where a.id = application and a.tie <> 'waiting' and a.region = app.my_region() for update;
  if not found then return false; end if;
  update app.application a set leaver_id = null, tie = 'waiting', tied_by = null where a.id = application;
  perform app.forget_lapses(day, application);
  insert into app.event (leaver_id, application_id, kind, as_of, source, organisation_id, member_id)
  values (former, application, 'untied', day, 'page', app.my_organisation(), app.my_member());
  perform app.settle(day, array_remove(array(select app.refresh_candidates(array[application]) union select former), null));
  return true;
end $$;`;

/** The same name and birth date at two schools in one year: a question to both schools and the region. Whom a municipality or desk entered is looked for in every year. */
const DOUBLES = `
create or replace view app.duplicate_leavers with (security_invoker = true) as
select one.id as leaver_id, other.id as other_id, one.school_id, other.school_id as other_school_id, one.school_year
from app.leaver one join app.leaver other
  on (other.birth_date, other.folded_family, other.folded_given) = (one.birth_date, one.folded_family, one.folded_given) and other.school_id <> one.school_id
where other.school_year = one.school_year or exists (select from app.organisation o where o.id in (one.school_id, other.school_id) and o.kind in ('gemeente', 'leerplicht', 'doorstroompunt'));
grant select on app.duplicate_leavers to public;`;

export const ties = [SAME_SCHOOL, ANSWERS, TIE, CANDIDATES, BY_HAND, DOUBLES].join('\n');

export const tieFunctions = ['tie_by_hand(uuid, uuid, date)', 'tie_nobody(uuid, date)', 'untie(uuid, date)'];
