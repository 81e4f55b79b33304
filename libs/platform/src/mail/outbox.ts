import { WORKER } from '../database/actor.ts';
import type { Sql, Tx } from '../database/tx.ts';
import type { ClaimedMail, Verdict, WhenDead } from './mail.ts';
import { ASIDE, CLAIM, DEAD, DROPPED, DUE, HASTEN, LATER, RENEW, SENT, WAITING } from './outbox-sql.ts';

export interface Settled {
  readonly mail: ClaimedMail;
  readonly verdict: Verdict;
}

type Of<Next extends Verdict['next']> = { readonly mail: ClaimedMail; readonly verdict: Extract<Verdict, { next: Next }> };

const of = <Next extends Verdict['next']>(settled: readonly Settled[], next: Next): Of<Next>[] =>
  settled.filter((one): one is Of<Next> => one.verdict.next === next);

const ids = (settled: readonly Settled[]): string[] => settled.map(({ mail }) => mail.id);

/** The table of mails, as the one who sends them sees it. */
export class Outbox {
  constructor(
    private readonly tx: Tx,
    private readonly whenDead: WhenDead,
    private readonly leaseSeconds: number,
  ) {}

  async isDue(): Promise<boolean> {
    const [row] = await this.tx.run(WORKER, (sql) => sql<{ due: boolean }>(DUE));
    return row?.due === true;
  }

  async hasten(): Promise<void> {
    await this.tx.run(WORKER, (sql) => sql(HASTEN));
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.tx.run(WORKER, (sql) => sql<{ waiting: number }>(WAITING));
    return row?.waiting ?? 0;
  }

  /** Nobody else gets these until the lease ends. */
  async claim(limit: number): Promise<ClaimedMail[]> {
    return this.quickly((sql) => sql<ClaimedMail & Record<string, unknown>>(CLAIM, [limit, this.leaseSeconds]));
  }

  async renew(held: readonly string[]): Promise<void> {
    await this.quickly((sql) => sql(RENEW, [held, this.leaseSeconds]));
  }

  /** Writes down what became of some mails; nothing of it when that fails. */
  async settle(settled: readonly Settled[]): Promise<void> {
    await this.quickly((sql) => Promise.all(this.updates(sql, settled)));
  }

  async bury({ id }: ClaimedMail, { why, said, addressRefused = false }: Extract<Verdict, { next: 'dead' }>): Promise<void> {
    await this.tx.run(WORKER, async (sql) => {
      const buried = await sql(DEAD, [id, why, said]);
      if (buried.length) await this.whenDead(sql, { id, addressRefused });
    });
  }

  private updates(sql: Sql, settled: readonly Settled[]): Promise<unknown>[] {
    const [sent, dropped, later, aside] = [of(settled, 'sent'), of(settled, 'dropped'), of(settled, 'later'), of(settled, 'aside')];
    const said = (one: { verdict: { said?: string } }): string | null => one.verdict.said ?? null;
    const arrived = later.map(({ verdict }) => verdict.mayHaveArrived ?? false);
    return [
      sent.length && sql(SENT, [ids(sent), sent.map(said)]),
      dropped.length && sql(DROPPED, [ids(dropped)]),
      later.length && sql(LATER, [ids(later), later.map(({ verdict }) => verdict.why), later.map(said), arrived]),
      aside.length && sql(ASIDE, [ids(aside), aside.map(({ verdict }) => verdict.seconds)]),
    ].filter((update) => update !== 0);
  }

  /** Does not wait for the disk: what a crash of the database forgets here is a mail that goes twice, never one that is lost. */
  private async quickly<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.tx.run(WORKER, async (sql) => (await Promise.all([sql('set local synchronous_commit = off'), work(sql)]))[1]);
  }
}
