import type { Actor, MailHandler, Tx } from '#platform';
import { paths, reminderThings, sections, type Remindable, type ReminderThing } from '#policy';

export interface ToRemind {
  readonly id: string;
  readonly name: string;
  readonly state: Remindable;
  readonly thing: ReminderThing;
  readonly done: number;
  readonly remindedOn: string | null;
}

/** Of these leavers (of all when null), those whom the actor may remind or why not; anybody else is left out. */
export async function toRemind(tx: Tx, actor: Actor, leavers: readonly string[] | null, day: string): Promise<ToRemind[]> {
  return (await tx.read(actor, { name: 'to-remind', text: TO_REMIND, values: [leavers, day] })) as unknown as ToRemind[];
}

/** Mails one reminder each to whoever can have one; answers how many. Pressing twice sends nothing more that day. */
export async function remindNow(tx: Tx, actor: Actor, leavers: readonly string[], day: string): Promise<number> {
  const [row] = await tx.run(actor, (sql) => sql<{ told: number }>('select app.remind_students_now($1, $2) as told', [leavers, day]));
  return row?.told ?? 0;
}

/** Asks for one thing, looked up just before it goes; dropped when nothing is needed any more. */
export const mentorReminds =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string; thing: ReminderThing; done: number }>('select school, thing, done from app.reminder_of($1, $2)', [id, today()]);
    const thing = reminderThings.find(({ code }) => code === row?.thing);
    if (!row || !thing) return 'dropped';
    const link = new URL(paths[thing.page], publicUrl).href;
    return { onBehalfOf: row.school, asks: thing.dutch, parts: row.thing === 'passport' ? { done: row.done, total: TOTAL } : undefined, link, address: publicUrl.host };
  };

const TOTAL = sections.filter(({ counts }) => counts).length;
const TO_REMIND = 'select leaver_id as id, name, state, thing, done, reminded_on::text as "remindedOn" from app.remindable(coalesce($1, array(select leaver_id from app.card)), $2)';
