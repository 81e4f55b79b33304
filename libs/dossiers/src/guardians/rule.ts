import type { Actor, Tx } from '#platform';

/** Whether the school of who asks wants a yes of every parent who was asked; one is enough otherwise. */
export async function guardianRule(tx: Tx, actor: Actor): Promise<boolean> {
  const text = 'select both_guardians as "areAllNeeded" from app.organisation where id = (select app.my_organisation())';
  const [row] = await tx.read<{ areAllNeeded: boolean }>(actor, { text });
  return row?.areAllNeeded ?? false;
}

/** Counts for what waits too, from the next time that answers are counted; false for who may not say so. */
export async function setGuardianRule(tx: Tx, actor: Actor, areAllNeeded: boolean): Promise<boolean> {
  const [row] = await tx.run(actor, (sql) => sql<{ isSet: boolean }>('select app.set_guardian_rule($1) as "isSet"', [areAllNeeded]));
  return row?.isSet ?? false;
}
