import type { Actor, Tx } from '#platform';

/** How many applications of who asks wait for a person to tie them. */
export async function countWaitingTies(tx: Tx, actor: Actor): Promise<number> {
  const [row] = await tx.read<{ count: number }>(actor, { name: 'count-ties', text: COUNT });
  return row?.count ?? 0;
}

const COUNT = "select count(*)::int from app.application where leaver_id is null and tie = 'waiting'";
