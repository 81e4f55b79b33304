import { wordFor, type AccessAct } from '#policy';
import type { Visitor } from '../visitor.ts';

/** Whether the access table opens this act for who is signed in; which rows is for the database to say. */
export function mayDo({ role, administers, pending }: Pick<Visitor, 'role' | 'administers' | 'pending'>, act: AccessAct): boolean {
  if (pending) return false;
  const word = wordFor(act, role);
  return word === 'as-administrator' ? administers : word !== 'never';
}
