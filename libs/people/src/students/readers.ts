import type { Actor, Tx } from '#platform';

export interface ReaderOfMe {
  readonly at: Date;
  readonly person: string;
  /** A code of libs/policy/roles. */
  readonly role: string;
  readonly organisation: string;
  readonly what: string;
  readonly way: string;
  readonly sections: readonly string[];
}

/** Who let the student or a parent in, by which means. */
export interface LetIn {
  readonly day: string;
  readonly at: Date;
  readonly kind: string;
  readonly became: string | null;
  readonly person: string | null;
}

/** Who read about the student that asks, a page at a time and one more to know whether there is a next; and who let whom in. */
export async function readersOfMe(tx: Tx, actor: Actor, size: number, skip: number): Promise<{ readers: ReaderOfMe[]; letIn: LetIn[] }> {
  const [readers, letIn] = await tx.readAll(actor, [
    { name: 'readers-of-me', text: 'select at, person, role, organisation, what, way, sections from app.readers_of_me($1, $2)', values: [size + 1, skip] },
    { name: 'let-in-story', text: 'select day::text, at, kind, became, person from app.let_in_story()' },
  ]);
  return { readers: readers as unknown as ReaderOfMe[], letIn: letIn as unknown as LetIn[] };
}
