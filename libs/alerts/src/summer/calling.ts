import type { Actor, Tx } from '#platform';
import { summerRules } from '#policy';

/** Whether somebody was named for a team, and its summer is going on: from the last school day until it passes back. */
export async function isCallingThisSummer(tx: Tx, actor: Actor, today: string): Promise<boolean> {
  const [row] = await tx.read<{ calling: boolean }>(actor, { name: 'calling-this-summer', text: CALLING, values: [today] });
  return row?.calling ?? false;
}

const CALLING = `
select exists (select from app.summer_team t join app.organisation o on o.id = t.organisation_id
  where t.member_id = app.my_member() and $1::date between app.last_school_day(t.school_year, o.holiday_region, o.region)
    and (right(t.school_year, 4) || '-${summerRules.lasts.until}')::date) as calling`;
