import { Agreements, keepSummer, Tables } from '#alerts';
import { addDays, WORKER, type Tx } from '#platform';
import { tableYearOf } from '#policy';

interface Dean extends Record<string, unknown> {
  readonly id: string;
  readonly organisation: string;
  readonly region: string;
}

/** Days ago that each school of the example sat together. */
const DAYS_AGO = 4;
const FIRST_CALLS = 3;

/** A summer team at each school with a few calls behind it, but for the last, of which the municipality calls; and an Overstaptafel with something agreed about the first on its list. */
export async function workTogether(worker: Tx, web: Tx, day: string): Promise<void> {
  const deans = await worker.run(WORKER, async (sql) => {
    await sql(TOWN);
    await sql(TOWN_OF);
    await sql(PEOPLE);
    await sql(ROLES);
    await sql(TEAMS, [tableYearOf(day), day]);
    return sql<Dean>(DEANS);
  });
  await keepSummer(worker, { today: () => day, time: () => '09:00' });
  await worker.run(WORKER, (sql) => sql(CALLS, [addDays(day, -1), FIRST_CALLS, day]));
  for (const dean of deans) await sitTogether(web, dean, addDays(day, -DAYS_AGO));
}

async function sitTogether(web: Tx, { id, organisation, region }: Dean, day: string): Promise<void> {
  const who = { memberId: id, organisationId: organisation, actor: { kind: 'school' as const, memberId: id, organisationId: organisation, region } };
  const table = await new Tables(web).open(who, { heldOn: day, attendees: 'De decaan\nDe teamleider\nLeerplicht van de gemeente' });
  const agreements = new Agreements(web, { today: () => day });
  const [first] = await web.read<{ id: string; leaver: string }>(who.actor, { text: FIRST, values: [table] });
  if (!first) return;
  const [owner] = await agreements.owners(who.actor, first.leaver);
  if (owner) await agreements.make(who, first.id, { what: 'Bel thuis en vraag wat er nodig is', ownerId: owner.id, ownerName: owner.name, dueOn: addDays(day, 3) });
  await agreements.make(who, first.id, { what: 'Ga langs als bellen niet lukt', ownerName: 'Leerplicht van de gemeente', dueOn: addDays(day, 10) });
}

/** The last school by code has no team of its own: the municipality where most of its leavers live calls them. */
const WHERE_TEAM = "(o.kind = 'vo' and o.code < (select max(v.code) from app.organisation v where v.kind = 'vo') or o.kind = 'gemeente')";
const TOWN = `insert into app.organisation (code, name, kind, region, holiday_region)
  select 'GEM-Zwolle', 'Gemeente Zwolle', 'gemeente', v.region, v.holiday_region from app.organisation v where v.kind = 'vo'
    and not exists (select from app.organisation t where t.code = 'GEM-Zwolle') order by v.code desc limit 1`;
const TOWN_OF = `insert into app.organisation_municipality (organisation_id, folded, municipality)
  select o.id, 'zwolle', 'Zwolle' from app.organisation o where o.code = 'GEM-Zwolle' on conflict do nothing`;
const PEOPLE = `insert into app.account (email, given_name, family_name) select lower('zomerteam@' || o.code || '.example'), 'Robin', 'Zomer' from app.organisation o
  where ${WHERE_TEAM} and not exists (select from app.account a where a.email = lower('zomerteam@' || o.code || '.example'))`;
const ROLES = `insert into app.membership (account_id, organisation_id, role, accepted_at) select a.id, o.id, 'summer-team', clock_timestamp()
  from app.organisation o join app.account a on a.email = lower('zomerteam@' || o.code || '.example') where not exists (
    select from app.membership m where m.account_id = a.id and m.organisation_id = o.id)`;
const TEAMS = `insert into app.summer_team (organisation_id, school_year, member_id, named_on) select organisation_id, $1, id, $2 from app.membership where role = 'summer-team'`;
const DEANS = `select distinct on (m.organisation_id) m.id, m.organisation_id as organisation, o.region from app.membership m join app.organisation o on o.id = m.organisation_id
  where m.role = 'careers-dean' and m.ended_on is null order by m.organisation_id, m.id`;
const FIRST = 'select id, leaver_id as leaver from app.table_place where table_id = $1 order by place limit 1';
const CALLS = `with called as (
    select s.*, row_number() over (partition by s.organisation_id order by s.id) as place, t.member_id from app.summer_list s join app.summer_team t on t.organisation_id = s.organisation_id),
  tried as (insert into app.summer_attempt (list_id, leaver_id, organisation_id, member_id, outcome, on_day, made_at)
    select id, leaver_id, organisation_id, member_id, case place when 1 then 'wants-help' when 2 then 'no-answer' else 'still-looking' end, $1, $1::date + time '10:00' from called where place <= $2 returning list_id, outcome)
  update app.summer_list s set wants_help = t.outcome = 'wants-help', next_on = case when t.outcome = 'wants-help' then $3::date else $3::date + 2 end from tried t where t.list_id = s.id`;
