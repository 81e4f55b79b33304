import type { Actor, Tx } from '#platform';
import type { Answers } from '../writing/answers.ts';

/** What the file of the school says about the student who asks, or the child of who asks; null when it says nothing. */
export async function factsOfMe(tx: Tx, actor: Actor, section: string): Promise<Answers | null> {
  const [row] = await tx.read<{ facts: Answers | null }>(actor, { name: 'school-facts', text: 'select app.my_school_facts($1) as facts', values: [section] });
  return row?.facts ?? null;
}
