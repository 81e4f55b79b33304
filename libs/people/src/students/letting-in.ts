import type { Actor, Tx } from '#platform';
import type { InvitationState } from '#policy';

export interface LettingIn {
  readonly leaverId: string;
  readonly name: string;
  readonly givenName: string;
  readonly class: string | null;
  readonly state: InvitationState;
  readonly invitedOn: string | null;
  /** Mail to the address did not arrive. */
  readonly bounced: boolean;
}

/** How it stands with the sign-in of the leavers whom the actor may let in; of these only, or of one class. */
export async function lettingIn(tx: Tx, actor: Actor, { leaverIds = null, ofClass = null }: { leaverIds?: readonly string[] | null; ofClass?: string | null } = {}): Promise<LettingIn[]> {
  return (await tx.read(actor, { name: 'letting-in', text: LETTING_IN, values: [leaverIds, ofClass] })) as unknown as LettingIn[];
}

/** What about a parent waits for who may let this leaver in: a row of the mentor's Monday mail; nothing for anybody else. */
export async function parentWaits(tx: Tx, actor: Actor, leaverId: string, day: string): Promise<string | undefined> {
  const [row] = await tx.read<{ kind: string | null }>(actor, { name: 'parent-waits', text: 'select app.parent_waits($1, $2) as kind', values: [leaverId, day] });
  return row?.kind ?? undefined;
}

/** Mails a welcome to those of these leavers who can have one and have none yet; answers how many. */
export async function invite(tx: Tx, actor: Actor, leaverIds: readonly string[], day: string): Promise<number> {
  const [row] = await tx.run(actor, (sql) => sql<{ invited: number }>('select app.invite_students($1, $2) as invited', [leaverIds, day]));
  return row?.invited ?? 0;
}

const LETTING_IN = `select leaver_id as "leaverId", name, given_name as "givenName", class, state, invited_on::text as "invitedOn", bounced
  from app.letting_in($1, $2)`;
