import { wordFor, type AccessAct } from '#policy';
import type { Visitor } from '../visitor.ts';

/** Whether the access table opens this act for who is signed in; which rows is for the database to say. */
export function mayDo({ role, administers }: Pick<Visitor, 'role' | 'administers'>, act: AccessAct): boolean {
  const word = wordFor(act, role);
  return word === 'as-administrator' ? administers : word !== 'never';
}
