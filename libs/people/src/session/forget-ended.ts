import { WORKER, type Tx } from '#platform';

/**
 * Sessions a day after their end (until then a form may come in that was typed in one), links a day after theirs, and what is
 * counted or kept no longer.
 */
export async function forgetEnded(tx: Tx): Promise<void> {
  await tx.write(WORKER, [
    { text: "delete from app.session s where app.session_end(s) < clock_timestamp() - interval '1 day'" },
    { text: "delete from app.sign_in_link where expires_at < clock_timestamp() - interval '1 day'" },
    { text: 'delete from app.attempt_count where ends_at < clock_timestamp()' },
    { text: 'delete from app.parked_form where expires_at < clock_timestamp()' },
  ]);
}
