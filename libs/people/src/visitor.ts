import type { Actor } from '#platform';

/** Who is signed in, in which membership. */
export interface Visitor {
  readonly memberId: string;
  readonly accountId: string;
  readonly role: string;
  readonly person: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationKind: string;
  readonly region?: string;
  /** May look after the people of this organisation: by the role, or because a colleague said so. */
  readonly administers: boolean;
  /** Of a student, or of a parent's child. */
  readonly leaverId?: string;
  /** After so long without a click the session ends. */
  readonly idleSeconds: number;
  /** Has yet to prove a second factor: until then nothing opens, and the database shows nothing. */
  readonly pending: boolean;
  /** As which kind of actor the database sees this visitor. */
  readonly actor: Actor;
}

export interface Membership {
  readonly memberId: string;
  readonly role: string;
  readonly organisation: string;
  readonly organisationKind: string;
}
