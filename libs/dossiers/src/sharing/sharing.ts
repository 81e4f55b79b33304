import type { Actor, Clock, Tx } from '#platform';
import type { GuardianLink } from '../guardians/links.ts';
import { sharingNow, type SharingNow } from './sharing-now.ts';

/** The id of the parent, and how the question to them stands. */
export interface AskedGuardian {
  readonly guardian: string;
  readonly askedOn: string;
  readonly isAnswered: boolean;
  readonly isOver: boolean;
}

/** A row of the button's page, with the words that stood beside it. */
export interface Agreed {
  readonly application: string;
  readonly section: string;
  readonly version: number;
  readonly early: boolean;
  readonly text: string;
}

/** A student decides who reads which part. Choosing shares nothing; saying no to what is shared stops it at once. */
export class Sharing {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  now(actor: Actor): Promise<SharingNow> {
    return sharingNow(this.tx, actor, this.clock);
  }

  /** Whether who turned 16 is asked to decide anew. */
  async asksAgain(actor: Actor): Promise<boolean> {
    const [row] = await this.tx.read<{ asks: boolean | null }>(actor, { name: 'sharing-asks-again', text: 'select app.asks_me_again($1) as asks', values: [this.clock.today()] });
    return Boolean(row?.asks);
  }

  /** Keeps the wishes for one section, by application. */
  async choose(actor: Actor, section: string, wanted: Readonly<Record<string, string>>): Promise<void> {
    await this.tx.run(actor, (sql) => sql('select app.choose_sharing($1, $2, $3, $4)', [section, wanted, this.clock.today(), this.clock.now()]));
  }

  /** Under 16 each parent is asked by one of the links. The id of the act; undefined when what stands there is no longer what was shown, or everything was shared already. */
  async share(actor: Actor, agreed: readonly Agreed[], links: readonly GuardianLink[]): Promise<string | undefined> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ id: string | null }>('select app.share_passport($1, $2, $3) as id', [JSON.stringify(agreed), today, now]);
      if (row?.id) await sql('select app.ask_guardians($1, $2)', [JSON.stringify(links), today]);
      return row?.id ?? undefined;
    });
  }

  /** Stops everything that this application was given, and a warm handover that was not held yet; false when that was nothing, undefined when it is none of the asker's. */
  async stop(actor: Actor, application: string): Promise<boolean | undefined> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ stopped: number | null }>(STOP, [application, this.clock.today(), this.clock.now()]));
    return row && typeof row.stopped === 'number' ? row.stopped > 0 : undefined;
  }

  /** Asks the parents again who have not answered, with a new code that opens the links: the first day on which one of those ends. By letter when no such parent has a mail address; undefined when nobody could be asked. */
  async askParents(actor: Actor, links: readonly GuardianLink[], code: Buffer): Promise<{ until: string } | 'by-letter' | undefined> {
    const today = this.clock.today();
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ asked: number }>('select app.ask_guardians($1, $2) as asked', [JSON.stringify(links), today]);
      const [mailed] = await sql<{ done: boolean }>('select app.set_request_code(app.my_leaver(), $1, $2) as done', [code, today]);
      if (!row?.asked) return undefined;
      const [open] = mailed?.done ? await sql<{ until: string }>(OPEN_UNTIL, [today]) : [];
      return open ?? 'by-letter';
    });
  }

  /** A new code for who was asked, by who lets this leaver's parents in; false when no question waits. */
  async codeFor(actor: Actor, leaverId: string, code: Buffer): Promise<boolean> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>('select app.set_request_code($1, $2, $3) as done', [leaverId, code, this.clock.today()]));
    return row?.done ?? false;
  }

  /** The last question to each parent. */
  async asked(actor: Actor): Promise<AskedGuardian[]> {
    return this.tx.read(actor, { name: 'guardians-asked', text: ASKED }) as Promise<unknown> as Promise<AskedGuardian[]>;
  }

  /** Whether the student who asks ever pressed the button with this id. */
  async act(actor: Actor, id: string): Promise<{ sharedOn: string; needsGuardian: boolean } | undefined> {
    const text = 'select shared_on::text as "sharedOn", needs_guardian as "needsGuardian" from app.sharing where id::text = $1';
    const [row] = await this.tx.read<{ sharedOn: string; needsGuardian: boolean }>(actor, { name: 'sharing-act', text, values: [id] });
    return row;
  }
}

const OPEN_UNTIL = 'select min(ends_on)::text as until from app.guardian_request where leaver_id = (select app.my_leaver()) and answered_at is null and lapsed_at is null and ends_on >= $1';

const ASKED = `select distinct on (guardian_id) guardian_id as guardian, asked_on::text as "askedOn", answered_at is not null as "isAnswered", lapsed_at is not null as "isOver"
  from app.guardian_request where leaver_id = (select app.my_leaver()) order by guardian_id, asked_on desc, answered_at desc nulls first`;

const STOP = `select case when exists (select from app.application a where a.id::text = $1 and a.leaver_id = app.my_leaver())
  then app.stop_sharing(nullif($1, '')::uuid, $2, $3) end as stopped`;
