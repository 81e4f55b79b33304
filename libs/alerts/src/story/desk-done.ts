import type { Actor, Tx } from '#platform';

/** The day on which a desk was done with the student of this application; null when it is not, or that is not for the asking college. */
export async function deskDoneOn(tx: Tx, actor: Actor, applicationId: string): Promise<string | null> {
  const [row] = await tx.read<{ day: string | null }>(actor, { name: 'desk-done', text: 'select app.desk_done_on($1)::text as day', values: [applicationId] });
  return row?.day ?? null;
}
