import type { QueryResultRow } from 'pg';
import { WORKER } from '../database/actor.ts';
import type { Statement } from '../database/statement.ts';
import type { Tx } from '../database/tx.ts';
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
    const [row] = await this.quickly(DUE, [], 'mails-due');
    return row?.due === true;
  }

  async hasten(): Promise<void> {
    await this.quickly(HASTEN);
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.quickly(WAITING);
    return Number(row?.waiting ?? 0);
  }

  /** Nobody else gets these until the lease ends. */
  async claim(limit: number): Promise<ClaimedMail[]> {
    return (await this.quickly(CLAIM, [limit, this.leaseSeconds], 'mails-claim')) as ClaimedMail[];
  }

  async renew(held: readonly string[]): Promise<void> {
    await this.quickly(RENEW, [held, this.leaseSeconds]);
  }

  /** Writes down what became of some mails; nothing of it when that fails. */
  async settle(settled: readonly Settled[]): Promise<void> {
    await this.tx.write(WORKER, [HURRY, ...updatesFor(settled)]);
  }

  async bury({ id }: ClaimedMail, { why, said, addressRefused = false }: Extract<Verdict, { next: 'dead' }>): Promise<void> {
    await this.tx.run(WORKER, async (sql) => {
      const buried = await sql(DEAD, [id, why, said]);
      if (buried.length) await this.whenDead(sql, { id, addressRefused });
    });
  }

  private async quickly(text: string, values?: unknown[], name?: string): Promise<QueryResultRow[]> {
    return (await this.tx.write(WORKER, [HURRY, { name, text, values }]))[1] ?? [];
  }
}

/** Does not wait for the disk: what a crash of the database forgets is a mail that goes twice, never one that is lost. */
const HURRY: Statement = { text: 'set local synchronous_commit = off' };

function updatesFor(settled: readonly Settled[]): Statement[] {
  const [sent, dropped, later, aside] = [of(settled, 'sent'), of(settled, 'dropped'), of(settled, 'later'), of(settled, 'aside')];
  const said = (one: { verdict: { said?: string } }): string | null => one.verdict.said ?? null;
  const arrived = later.map(({ verdict }) => verdict.mayHaveArrived ?? false);
  return [
    { name: 'mails-sent', text: SENT, values: [ids(sent), sent.map(said)] },
    { text: DROPPED, values: [ids(dropped)] },
    { text: LATER, values: [ids(later), later.map(({ verdict }) => verdict.why), later.map(said), arrived] },
    { text: ASIDE, values: [ids(aside), aside.map(({ verdict }) => verdict.seconds)] },
  ].filter(({ values: [touched = []] }) => touched.length);
}
