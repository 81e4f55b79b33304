import type { Clock, Tx } from '#platform';
import { destinations, mentorChoices, proofFits, proofs } from '#policy';
import { keepAttempt, type Done, type Worker } from '../cases/acting.ts';

export interface MentorNote {
  readonly choice: (typeof mentorChoices)[number]['code'];
  readonly note?: string;
  /** For choices that ask where the leaver goes: a settled one of libs/policy. */
  readonly destination?: string;
  /** How that is known, of libs/policy. */
  readonly proof?: string;
}

/** What a mentor or dean notes about a leaver of theirs; a known destination closes the signal at once. */
export class MentorNotes {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** `gone`: no such leaver for this person. `told`: somebody at a desk has a case, reads it and decides. Twice the same within a minute counts once. */
  add(who: Worker, leaverId: string, { choice, note = '', destination, proof }: MentorNote): Promise<Done | 'told'> {
    const day = this.clock.today();
    const found = destinationOf(choice, destination);
    const known = found ? proofOf(found, proof) : undefined;
    return this.tx.run(who.actor, async (sql) => {
      const [leaver] = await sql('select id from app.leaver where id = $1 for update', [leaverId]);
      if (!leaver) return 'gone';
      if (!(await keepAttempt(sql, who, { leaver: leaverId, id: null }, day, { choice, note }))) return 'done';
      if (choice !== 'deceased') await sql(TELL, [leaverId, 'contact-attempted', choice, day, who.organisationId, who.memberId, null]);
      if (found) {
        await sql(`update app.leaver set destination = $2, destination_source = 'mentor', destination_proof = $3 where id = $1`, [leaverId, found, known?.code ?? null]);
        await sql(TELL, [leaverId, 'destination-known', found, day, who.organisationId, who.memberId, known ? asSentence(known.dutch) : null]);
      }
      await sql('select app.settle($1, array[$2::uuid])', [day, leaverId]);
      const [taken] = found ? await sql(TAKEN, [leaverId]) : [];
      return taken ? 'told' : 'done';
    });
  }

  /** Takes back where a leaver goes, when the school itself had noted it; the sweep looks at the leaver again. */
  forgetDestination(who: Worker, leaverId: string): Promise<Done> {
    const day = this.clock.today();
    return this.tx.run(who.actor, async (sql) => {
      const [leaver] = await sql<{ source: string | null }>('select destination_source as source from app.leaver where id = $1 for update', [leaverId]);
      if (!leaver) return 'gone';
      if (leaver.source !== 'mentor') return 'done';
      await sql('update app.leaver set destination = null, destination_source = null, destination_proof = null where id = $1', [leaverId]);
      await sql(TELL, [leaverId, 'destination-known', null, day, who.organisationId, who.memberId, null]);
      await sql('select app.settle($1, array[$2::uuid])', [day, leaverId]);
      return 'done';
    });
  }
}

function destinationOf(choice: MentorNote['choice'], destination: string | undefined): string | undefined {
  if (choice === 'deceased') return choice;
  const asks = mentorChoices.some(({ code, destination: asked }) => code === choice && asked === 'asked');
  if (!asks) return undefined;
  if (destinations.some(({ code, settled }) => code === destination && settled)) return destination;
  throw new Error(`The choice ${choice} asks for a settled destination, not ${destination}`);
}

function proofOf(destination: string, proof: string | undefined): { code: string; dutch: string } | undefined {
  const row = proofs.find(({ code }) => code === proof);
  if (row && !proofFits(row.code, destination)) throw new Error(`${row.code} is no proof of ${destination}`);
  return row;
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const TAKEN = 'select from app.desk_case where leaver_id = $1 and closed_on is null and picked_up_on is not null';

const TELL = `insert into app.event (leaver_id, kind, became, as_of, source, organisation_id, member_id, note)
  values ($1, $2, $3, $4, 'page', $5, $6, $7)`;
