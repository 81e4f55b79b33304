import type { Actor, Clock, Tx } from '#platform';

export interface Feedback {
  readonly application: string;
  readonly helped: readonly string[];
  readonly missed: readonly string[];
  readonly note: string | null;
  readonly day: string;
}

/** False when nobody with this id applied to the college that asks, or it never opened a passport of theirs. */
export async function giveFeedback(tx: Tx, actor: Actor, clock: Pick<Clock, 'now' | 'today'>, given: Omit<Feedback, 'day'>): Promise<boolean> {
  const { application, helped, missed, note } = given;
  const values = [application, helped, missed, note || null, clock.today(), clock.now()];
  const [row] = await tx.run(actor, (sql) => sql<{ done: boolean }>('select app.give_feedback($1, $2, $3, $4, $5, $6) as done', values));
  return row?.done === true;
}

export const FEEDBACK = `
select application_id as application, helped, missed, note, given_on::text as day from app.dossier_feedback where application_id = any($1::uuid[])`;
