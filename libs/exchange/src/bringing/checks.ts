import { intervalOf } from '#policy';
import type { Bringing } from './bringing.ts';

/** Refuses rows of an organisation that is not there, is of another kind, or is not the one that this person brings for. */
export async function refuseUnknownOrganisation({ sql, owner, region }: Bringing, name: string, field: string, kind: string, otherwise: string): Promise<void> {
  await sql(
    `insert into refusal select s.line, $1, s.${field}, case
      when o.id is null then 'Deze organisatie kennen we niet. Breng eerst organisaties, of verbeter de code.'
      when o.region is distinct from coalesce($4::text, o.region) then 'Deze organisatie hoort bij een andere regio. Haal de rij weg.'
      when o.id is distinct from coalesce($2::uuid, o.id) then 'Deze rij is van een andere organisatie. Breng hem in een bestand van die organisatie.'
      else $3 || '. Verbeter de code.' end
    from staged s left join app.organisation o on upper(o.code) = upper(s.${field})
    where s.fault is null and (o.id is null or o.id is distinct from coalesce($2::uuid, o.id)
      or o.region is distinct from coalesce($4::text, o.region) or not (${kind}))`,
    [name, owner?.id ?? null, otherwise, region],
  );
}

/** A region brings its own organisations: no row of another region, and nobody of another region under a code of its own. */
export async function refuseOtherRegions({ sql, region }: Bringing): Promise<void> {
  if (region === null) return;
  await sql(
    `insert into refusal select s.line, 'rmc_regio', coalesce(s.region, ''), 'Deze organisatie hoort bij een andere regio. Haal de rij weg.'
    from staged s left join app.organisation o on upper(o.code) = upper(s.code)
    where s.fault is null and (s.region is distinct from $1 or (o.id is not null and o.region is distinct from $1))`,
    [region],
  );
}

/**
 * A municipality is a bureau's of one region: whoever named it for another region would get start alerts about young people who
 * are not theirs. Only for what a region brings; the operator may move a municipality.
 */
export async function refuseMunicipalitiesElsewhere({ sql, region, present }: Bringing): Promise<void> {
  if (region === null) return;
  await sql(
    `insert into refusal select s.line, 'gemeente', taken.municipality, format('Bij %s hoort al een bureau van een andere regio: %s. Haal de gemeente weg.', taken.municipality, taken.name)
    from staged s cross join lateral (
      select m.municipality, o.name from app.organisation_municipality m join app.organisation o on o.id = m.organisation_id
      where o.kind = 'leerplicht' and o.region is distinct from $1 and case when $2 then m.folded = any(s.folded) else m.folded in (
        select kept.folded from app.organisation_municipality kept join app.organisation own on own.id = kept.organisation_id where upper(own.code) = upper(s.code)) end
      order by o.code, m.folded limit 1) taken
    where s.fault is null and s.kind = 'leerplicht' and not exists (select from refusal f where f.line = s.line)`,
    [region, present.has('municipality')],
  );
}

/** Of a school year whose leavers became counts nobody is brought anew: they would be known again. Who still is there may be mended. */
export async function refuseForgottenYears({ sql, owner, day }: Bringing): Promise<void> {
  await sql(
    `with forgotten as materialized (
      select k.school_year from app.calendar k left join app.region_calendar own on own.region = $2 and own.school_year = k.school_year
      where (coalesce(own.early_leaver_until, k.early_leaver_until) + interval '${intervalOf('leaver')}')::date <= $3::date
        and exists (select from app.leaver l where l.school_id = $1 and l.school_year = k.school_year and l.anonymous_on is not null))
    insert into refusal select s.line, 'schooljaar', s.school_year, 'Dit schooljaar is te lang geleden: deze gegevens zijn volgens de bewaartermijn weg. Haal de rij weg.'
    from staged s join forgotten using (school_year)
    where s.fault is null and not exists (select from app.leaver l where l.school_id = $1 and l.number = s.number and l.school_year = s.school_year)`,
    [owner?.id, owner?.region, day],
  );
}

/** Nor an application of such a year: it could be tied to nobody any more, and would be past its own term (`untied`) at once. */
export async function refuseForgottenApplications({ sql, owner, day }: Bringing): Promise<void> {
  await sql(
    `insert into refusal select s.line, 'startdatum', s.starts_on::text, 'Deze aanmelding is te lang geleden: deze gegevens zijn volgens de bewaartermijn weg. Haal de rij weg.'
    from staged s left join app.calendar k on k.school_year = s.school_year
    where s.fault is null and (greatest(k.early_leaver_until, s.starts_on, s.applied_on) + interval '${intervalOf('untied')}')::date <= $2::date
      and exists (select from app.application a where a.college_id = $1 and a.school_year = s.school_year and a.anonymous_on is not null)
      and not exists (select from app.application a where a.college_id = $1 and a.number = s.number)`,
    [owner?.id, day],
  );
}
