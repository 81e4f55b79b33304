import type { Actor, Tx } from '#platform';

export interface OwnAddresses {
  /** As the school brought it. */
  readonly school: string | null;
  /** Given and confirmed by the student. */
  readonly own: string | null;
  /** Given, and waiting for the code that went there. */
  readonly waiting: string | null;
}

/** The mail addresses of the student who asks; nobody else sees the own one. */
export async function ownAddresses(tx: Tx, actor: Actor): Promise<OwnAddresses> {
  const text = 'select school, own, waiting from app.my_addresses()';
  const [row] = await tx.read<OwnAddresses & Record<string, string | null>>(actor, { name: 'own-addresses', text });
  return row ?? { school: null, own: null, waiting: null };
}
