import type { Actor, Tx } from '#platform';

/** Notes that this person has the case open, and names the colleagues who had it open just before. */
export async function openCase(tx: Tx, actor: Actor, caseId: string, at: Date): Promise<string[]> {
  return tx.run(actor, async (sql) => {
    const [row] = await sql<{ others: string[] }>('select app.open_case($1, $2) as others', [caseId, at]);
    return row?.others ?? [];
  });
}
