import type { Actor, Tx } from '#platform';

export interface Candidate {
  readonly organisation: string;
  readonly organisationId: string;
  readonly memberId: string | null;
  readonly name: string | null;
  readonly isNamed: boolean;
}

/** Who could be in a team that who asks may name, and who is. */
export const summerCandidates = (tx: Tx, actor: Actor, schoolYear: string, day: string): Promise<Candidate[]> =>
  tx.read<Candidate & Record<string, unknown>>(actor, { name: 'summer-candidates', text: CANDIDATES, values: [schoolYear, day] });

/** False: that organisation is not theirs to name a team for. */
export async function nameSummerTeam(tx: Tx, actor: Actor, { organisation, schoolYear, members, day }: { organisation: string; schoolYear: string; members: readonly string[]; day: string }): Promise<boolean> {
  return tx.run(actor, async (sql) => {
    const [row] = await sql<{ named: boolean }>('select app.name_summer_team($1, $2, $3, $4) as named', [organisation, schoolYear, members, day]);
    return row?.named ?? false;
  });
}

const CANDIDATES = `select organisation, organisation_id as "organisationId", member_id as "memberId", name, is_named as "isNamed" from app.summer_candidates($1, $2)`;
