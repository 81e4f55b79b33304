/** The day that holds, and how many days it is away from the real one: moments are kept in real time. */
export interface Today {
  readonly day: string;
  readonly moved: number;
}

/**
 * The cards of who asks, with the step that comes next: a step of the passport where there is one and no signal is louder. That a
 * college has not read yet matters less than what it asked of the student. What a mentor would do is the summer team's while school is
 * closed, of whom is on its list.
 */
export const turnedOf = (only: string, day: string, moved: string): string => `
  select c.*, coalesce(s.shared, false) as shared, x.* from app.card c left join app.passport_steps(${day}, ${only}) s on s.leaver_id = c.leaver_id
  cross join lateral (select coalesce(s.step is not null and c.signal_kind is null and c.work_group <> 'fine'
    and (s.who <> 'college' or c.turn is distinct from 'student'), false) as comes) p
  cross join lateral (select case when p.comes then s.step end as step, case when p.comes then s.who else c.turn end as turn_now,
    case when p.comes then s.since + ${moved}::int else c.turn_since end as since_now,
    case when p.comes and s.who = 'mentor' then 'act' else c.work_group end as group_now) y
  cross join lateral (select case when c.turn = 'mentor' and not p.comes then (
    select z.from_on from app.summer_list z join app.organisation o on o.id = c.school_id
    where z.leaver_id = c.leaver_id and z.ended_on is null and ${day}::date between z.from_on and z.until_on and ${day}::date < app.first_school_day(right(z.school_year, 4), o.holiday_region, o.region)) end as from_on) team
  cross join lateral (select y.step, case when team.from_on is null then y.turn_now else 'summer-team' end as turn_now,
    greatest(y.since_now, team.from_on) as since_now, case when team.from_on is null then y.group_now else 'wait' end as group_now) x`;
