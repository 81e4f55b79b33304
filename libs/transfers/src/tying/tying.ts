import type { Actor, Clock, Sql, Tx } from '#platform';

/** `already`: it was decided otherwise, or earlier; `gone`: there is no such application for this person. */
export type Decided = 'done' | 'already' | 'gone';

/** What a person of the region decides about an application that did not tie by itself; all of it can be undone. */
export class Tying {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  tie(actor: Actor, application: string, leaver: string): Promise<Decided> {
    return this.decide(actor, application, (sql) => sql('select app.tie_by_hand($1, $2, $3) as done', [application, leaver, this.clock.today()]));
  }

  nobody(actor: Actor, application: string): Promise<Decided> {
    return this.decide(actor, application, (sql) => sql('select app.tie_nobody($1, $2) as done', [application, this.clock.today()]));
  }

  undo(actor: Actor, application: string): Promise<Decided> {
    return this.decide(actor, application, (sql) => sql('select app.untie($1, $2) as done', [application, this.clock.today()]));
  }

  /** Only what the asker can see is decided on: a tie that made itself is not the region's. */
  private decide(actor: Actor, application: string, act: (sql: Sql) => Promise<{ done?: boolean }[]>): Promise<Decided> {
    return this.tx.run(actor, async (sql) => {
      const [seen] = await sql('select id from app.application where id = $1', [application]);
      if (!seen) return 'gone';
      const [answer] = await act(sql);
      return answer?.done ? 'done' : 'already';
    });
  }
}
