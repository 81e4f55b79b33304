import type { Visitor } from '#people';
import type { Clock, Tx } from '#platform';
import { exitProfiles } from '#policy';

/**
 * The exit profile of a leaver of PrO or vso, put right by who knows them; it decides which desk hears of a missed start. False:
 * no such leaver for who asks, or one without such a profile.
 */
export function correctExitProfile(tx: Tx, { actor, memberId, organisationId }: Pick<Visitor, 'actor' | 'memberId' | 'organisationId'>, leaverId: string, profile: string, clock: Pick<Clock, 'today'>): Promise<boolean> {
  if (profile !== '' && !exitProfiles.some(({ code }) => code === profile)) throw new Error(`No exit profile ${profile}`);
  return tx.run(actor, async (sql) => {
    const [leaver] = await sql<{ was: string | null }>(`select exit_profile as was from app.leaver where id = $1 and school_type in ('pro', 'vso') for update`, [leaverId]);
    if (!leaver) return false;
    if ((leaver.was ?? '') === profile) return true;
    await sql(`update app.leaver set exit_profile = nullif($2, '') where id = $1`, [leaverId, profile]);
    await sql(
      `insert into app.event (leaver_id, kind, was, became, as_of, source, organisation_id, member_id) values ($1, 'exit-profile-known', $2, nullif($3, ''), $4, 'page', $5, $6)`,
      [leaverId, leaver.was, profile, clock.today(), organisationId, memberId],
    );
    await sql('select app.settle($1, array[$2::uuid])', [clock.today(), leaverId]);
    return true;
  });
}
