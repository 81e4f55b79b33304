import type { Actor, Clock, Tx } from '#platform';

/** `has-leavers`: a mentor whom leavers still have; `last-administrator`: nobody would look after the people. */
export type Left = 'done' | 'gone' | 'last-administrator' | 'has-leavers';

class Refused extends Error {
  constructor(readonly left: Left) {
    super(left);
  }
}

/** What an administrator changes about somebody's roles; whether they may is for the database to say. */
export class Leaving {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Ends these roles from today on: all of them or none. Leavers of a mentor stay behind only when that was said. */
  async end(actor: Actor, memberIds: readonly string[], { withoutSuccessor }: { withoutSuccessor: boolean }): Promise<Left> {
    try {
      return await this.tx.run<Left>(actor, async (sql) => {
        for (const id of memberIds) {
          const [row] = await sql<{ left: Left }>('select app.end_membership($1, $2, $3) as left', [id, withoutSuccessor, this.clock.today()]);
          if (row?.left !== 'done') throw new Refused(row?.left ?? 'gone');
        }
        return 'done';
      });
    } catch (error) {
      if (error instanceof Refused) return error.left;
      throw error;
    }
  }

  undo(actor: Actor, memberId: string): Promise<Left> {
    return this.ask(actor, 'select app.undo_leaving($1, $2) as left', [memberId, this.clock.today()]);
  }

  letAdminister(actor: Actor, memberId: string, wanted: boolean): Promise<Left> {
    return this.ask(actor, 'select app.let_administer($1, $2, $3) as left', [memberId, wanted, this.clock.today()]);
  }

  /** Whether this colleague hears that cases of the desk are late. */
  letCoordinate(actor: Actor, memberId: string, wanted: boolean): Promise<Left> {
    return this.ask(actor, 'select app.let_coordinate($1, $2, $3) as left', [memberId, wanted, this.clock.today()]);
  }

  /** Opens the account of a colleague again after a year without use. */
  thaw(actor: Actor, memberId: string): Promise<Left> {
    return this.ask(actor, 'select app.thaw($1, $2) as left', [memberId, this.clock.today()]);
  }

  private ask(actor: Actor, text: string, values: unknown[]): Promise<Left> {
    return this.tx.run(actor, async (sql) => (await sql<{ left: Left }>(text, values))[0]?.left ?? 'gone');
  }
}
