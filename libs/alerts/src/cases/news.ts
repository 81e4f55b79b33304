import type { Actor, Tx } from '#platform';

/** Who has the case saw what another told about it: no news any more. */
export async function seeCaseNews(tx: Tx, actor: Actor, caseId: string): Promise<void> {
  await tx.run(actor, async (sql) => {
    await sql('select app.see_case_news($1)', [caseId]);
  });
}
