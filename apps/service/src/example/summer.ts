import { keepSummer } from '#alerts';
import { addDays, WORKER, type Tx } from '#platform';
import { endYear, tableYearOf } from '#policy';
import { EXAMPLE_YEAR } from './days.ts';

const NAMED_ON = '06-15';
/** How long ago somebody came on the list for whom the team had no time yet. */
const NEW_DAYS = 21;
const FIRST_CALLS = 3;
const CALLED_DAYS_AGO = 3;

/** A summer team at each school but the last, of which the municipality calls. */
export async function nameSummerTeams(worker: Tx, day: string): Promise<void> {
  const inJune = `${endYear(EXAMPLE_YEAR)}-${NAMED_ON}`;
  const named = inJune < day ? inJune : day;
  await worker.run(WORKER, async (sql) => {
    await sql(TOWN);
    await sql(TOWN_OF);
    await sql(PEOPLE);
    await sql(ROLES, [named]);
    await sql(TEAMS, [tableYearOf(day), named]);
  });
}

/** What the worker does in the morning of a day, before any mail. */
export const passToSummer = (worker: Tx, day: string): Promise<unknown> => keepSummer(worker, { today: () => day, time: () => '09:00' });

/** Who is on the list since summer was called then; of who is new on it the first few were. */
export async function callInSummer(worker: Tx, day: string): Promise<void> {
  await worker.run(WORKER, async (sql) => {
    await sql(CALLED_THEN, [addDays(day, -NEW_DAYS), day]);
    await sql(CALLS, [addDays(day, -CALLED_DAYS_AGO), FIRST_CALLS, day, addDays(day, -NEW_DAYS)]);
  });
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
const ROLES = `insert into app.membership (account_id, organisation_id, role, accepted_at) select a.id, o.id, 'summer-team', $1::date
  from app.organisation o join app.account a on a.email = lower('zomerteam@' || o.code || '.example') where not exists (
    select from app.membership m where m.account_id = a.id and m.organisation_id = o.id)`;
const TEAMS = `insert into app.summer_team (organisation_id, school_year, member_id, named_on) select organisation_id, $1, id, $2 from app.membership where role = 'summer-team'`;

/** In their second week on the list, the one later than the other. */
const CALLED_THEN = `insert into app.summer_attempt (list_id, leaver_id, organisation_id, member_id, outcome, on_day, made_at)
  select id, leaver_id, organisation_id, member_id, case when place % 3 = 0 then 'no-answer' else 'still-looking' end, called_on, called_on + time '14:00' from (
    select s.*, t.member_id, n.place, s.from_on + 7 + (n.place % 5)::int as called_on from app.summer_list s join app.summer_team t on t.organisation_id = s.organisation_id
    join (select id, row_number() over (partition by organisation_id order by leaver_id) as place from app.summer_list) n on n.id = s.id) listed
  where from_on < $1 and called_on < least(coalesce(ended_on, $2::date), $2::date)`;
const CALLS = `with called as (
    select s.*, row_number() over (partition by s.organisation_id order by s.id) as place, t.member_id from app.summer_list s join app.summer_team t on t.organisation_id = s.organisation_id
    where s.from_on >= $4 and s.ended_on is null),
  tried as (insert into app.summer_attempt (list_id, leaver_id, organisation_id, member_id, outcome, on_day, made_at)
    select id, leaver_id, organisation_id, member_id, case place when 1 then 'wants-help' when 2 then 'no-answer' else 'still-looking' end, $1, $1::date + time '10:00' from called where place <= $2 returning list_id, outcome)
  update app.summer_list s set wants_help = t.outcome = 'wants-help', next_on = case when t.outcome = 'wants-help' then $3::date else $3::date + 2 end from tried t where t.list_id = s.id`;
