import type { Actor, Clock, Tx } from '#platform';
import { codeMinutes } from '#policy';
import { newCode } from '../codes/code.ts';
import type { HandedCodes } from '../codes/handed-codes.ts';

export interface Guardian {
  readonly id: string;
  readonly name: string;
  /** Null for who comes in with a letter. */
  readonly email: string | null;
  readonly isConfirmed: boolean;
  readonly isInvited: boolean;
  readonly noContact: boolean;
  /** The student named this address and nobody answered yet. */
  readonly isProposed: boolean;
  readonly isRefused: boolean;
}

/** A parent whom a student under 16 named; counts for nothing until the mentor confirms. */
export interface ProposedGuardian {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isRefused: boolean;
}

export type Proposing = 'done' | 'refused' | 'known' | 'turned-down' | 'full';

export interface GuardianList {
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: string;
  /** As the school brought them. */
  readonly guardianName: string | null;
  readonly guardianEmail: string | null;
  readonly guardians: readonly Guardian[];
}

/** A link that asks a parent for an answer, and its hash in hex. */
interface AskingLink {
  readonly hash: string;
  readonly link: string;
}

export interface Confirmed {
  /** Opens the mail that went to this parent, whichever it was. */
  readonly code: string;
  /** The parent is asked whether the child may share. */
  readonly isAsked: boolean;
}

/** On paper, for one parent. */
export interface GuardianLetter {
  readonly name: string;
  readonly code: string;
}

interface NewGuardian {
  readonly name: string;
  readonly email: string;
}

/** The parents of a leaver: who may read along, and the code with which each comes in the first time, shown once. */
export class Guardians {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Clock,
    private readonly codes: HandedCodes,
  ) {}

  /** Undefined when there is no such leaver for who asks. */
  async ofLeaver(actor: Actor, leaverId: string): Promise<GuardianList | undefined> {
    const [leavers, guardians] = await this.tx.readAll(actor, [
      { text: LEAVER, values: [leaverId] },
      { text: GUARDIANS, values: [leaverId] },
    ]);
    return leavers?.[0] && ({ ...leavers[0], guardians } as unknown as GuardianList);
  }

  async mine(actor: Actor): Promise<{ id: string; name: string; email: string | null; invited: boolean; inside: boolean }[]> {
    return this.tx.read(actor, { text: 'select * from app.my_guardians()' });
  }

  /** By who lets students in, under 16. When something waits for a parent, this one is asked by the link. Undefined when that may not be. */
  async confirm(actor: Actor, leaverId: string, { name, email }: NewGuardian, link: AskingLink): Promise<Confirmed | undefined> {
    const code = newCode(8);
    const values = [leaverId, name, email, this.codes.hash(code), JSON.stringify(link), this.clock.today()];
    const [row] = await this.tx.run(actor, (sql) => sql<{ said: string }>('select app.confirm_guardian($1, $2, $3, $4, $5, $6) as said', values));
    return !row || row.said === 'refused' ? undefined : { code, isAsked: row.said !== 'confirmed' };
  }

  /** By who lets students in, under 16: for a parent who is known by id, or else for one of this name without a mail address. Undefined when that may not be. */
  async letter(actor: Actor, leaverId: string, { id, name }: { readonly id?: string; readonly name: string }): Promise<GuardianLetter | undefined> {
    const code = newCode(8);
    const until = new Date(this.clock.now().getTime() + codeMinutes.letter * 60_000);
    const values = [leaverId, id || null, name, this.codes.hash(code), until, this.clock.today()];
    const [row] = await this.tx.run(actor, (sql) => sql<{ name: string | null }>('select app.letter_for_guardian($1, $2, $3, $4, $5, $6) as name', values));
    return typeof row?.name === 'string' ? { name: row.name, code } : undefined;
  }

  /** By the student, from 16 on; undefined when that may not be. */
  invite(actor: Actor, { name, email }: NewGuardian): Promise<string | undefined> {
    return this.withCode(actor, (code) => ['select app.invite_guardian($1, $2, $3, $4) as done', [name, email, code, this.clock.today()]]);
  }

  /** By a student under 16. Nobody is mailed; the same address again changes only the name. */
  async propose(actor: Actor, { name, email }: NewGuardian): Promise<Proposing> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: Proposing }>('select app.propose_guardian($1, $2, $3) as done', [name, email, this.clock.today()]));
    return row?.done ?? 'refused';
  }

  async proposed(actor: Actor): Promise<ProposedGuardian[]> {
    return this.tx.read(actor, { text: 'select * from app.my_proposals()' });
  }

  withdraw(actor: Actor, id: string): Promise<boolean> {
    return this.done(actor, 'select app.withdraw_guardian($1) as done', [id]);
  }

  /** By who lets students in; confirming it later still can. */
  refuse(actor: Actor, id: string): Promise<boolean> {
    return this.done(actor, 'select app.refuse_guardian($1, $2) as done', [id, this.clock.today()]);
  }

  stop(actor: Actor, id: string): Promise<boolean> {
    return this.done(actor, 'select app.stop_guardian($1, $2) as done', [id, this.clock.today()]);
  }

  setNoContact(actor: Actor, leaverId: string, { name, email }: NewGuardian, stop: boolean): Promise<boolean> {
    return this.done(actor, 'select app.set_no_contact($1, $2, $3, $4, $5) as done', [leaverId, email, name, stop, this.clock.today()]);
  }

  private async withCode(actor: Actor, statement: (code: Buffer) => [string, unknown[]]): Promise<string | undefined> {
    const code = newCode(8);
    return (await this.done(actor, ...statement(this.codes.hash(code)))) ? code : undefined;
  }

  private async done(actor: Actor, text: string, values: unknown[]): Promise<boolean> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>(text, values));
    return row?.done ?? false;
  }
}

const LEAVER = `select app.full_name(given_name, name_prefix, family_name) as name, given_name as "givenName", birth_date::text as "birthDate",
  guardian_name as "guardianName", guardian_email as "guardianEmail" from app.leaver where id = $1 and destination is distinct from 'deceased'`;
const GUARDIANS = `select id, name, email, confirmed_at is not null as "isConfirmed", invited_at is not null as "isInvited", no_contact as "noContact",
  proposed_on is not null and confirmed_at is null and membership_id is null as "isProposed", refused_on is not null as "isRefused"
  from app.guardian where leaver_id = $1 order by name, email`;
