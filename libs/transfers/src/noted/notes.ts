import type { Visitor } from '#people';
import type { Clock, Tx } from '#platform';
import { notedKinds, type NotedKind } from '#policy';

type Noter = Pick<Visitor, 'actor'>;

/** A choice, or an application that no college reported yet. A programme of the college's list, or the words of who notes it. */
export interface Choice {
  readonly leaverId: string;
  readonly kind: NotedKind;
  readonly collegeId: string;
  readonly programmeId?: string;
  readonly words?: string;
  /** For a submitted one: the day of applying, today or before. */
  readonly appliedOn?: string;
}

/** What a student notes about the own applications, or a mentor for theirs; for anybody else it is as if nothing were there. */
export class Notes {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** The same again changes nothing; a choice that was applied for becomes an application. False: not for who asks. */
  add({ actor }: Noter, { leaverId, kind, collegeId, programmeId, words, appliedOn }: Choice): Promise<boolean> {
    if (!notedKinds.some(({ code }) => code === kind)) throw new Error(`Nobody notes ${kind}`);
    return this.ask(actor, 'select app.note_application($1, $2, $3, $4, $5, $6, $7) is not null as done', [
      leaverId, kind, collegeId, programmeId ?? null, words ?? null, kind === 'submitted' ? appliedOn : null, this.clock.today(),
    ]);
  }

  withdraw({ actor }: Noter, notedId: string): Promise<boolean> {
    return this.ask(actor, 'select app.withdraw_noted($1, $2) as done', [notedId, this.clock.today()]);
  }

  restore({ actor }: Noter, notedId: string): Promise<boolean> {
    return this.ask(actor, 'select app.restore_noted($1, $2) as done', [notedId, this.clock.today()]);
  }

  /** It is one that who asks may see taken away: when it could not be put back, so many stand open that there is no room. */
  async stillAway({ actor }: Noter, notedId: string): Promise<boolean> {
    const text = 'select from app.noted_application where id = $1 and withdrawn_on is not null';
    return (await this.tx.read(actor, { name: 'noted-away', text, values: [notedId] })).length > 0;
  }

  /** Moves a noted or reported application one place in the own order. */
  move({ actor }: Noter, choiceId: string, way: 'up' | 'down'): Promise<boolean> {
    return this.ask(actor, 'select app.move_choice($1, $2, $3) as done', [choiceId, way === 'up', this.clock.today()]);
  }

  private ask(actor: Noter['actor'], text: string, values: unknown[]): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ done: boolean }>(text, values);
      return row?.done ?? false;
    });
  }
}
