import type { Experience } from '../writing/answered.ts';

/** A passport as it goes out: as PDF, JSON or XML. What is not in it was never there: nothing counts sections or names one that is missing. */
export interface Dossier {
  /** Day of making, `yyyy-mm-dd`. */
  readonly madeOn: string;
  readonly leaver: DossierLeaver;
  /** Absent in somebody's own copy. */
  readonly receiver?: DossierReceiver;
  readonly sections: readonly DossierSection[];
}

export interface DossierLeaver {
  readonly givenName: string;
  readonly fullName: string;
  /** "van den"; null when there is none. */
  readonly prefix: string | null;
  readonly surname: string;
  readonly birthDate: string;
  readonly school: string;
  /** BRIN, 4 or 6 characters; empty when it is not known. */
  readonly schoolCode: string;
  readonly class: string | null;
  readonly schoolYear: string;
}

export interface DossierReceiver {
  readonly college: string;
  readonly collegeCode: string;
  readonly program: string;
  readonly crebo: string;
  /** BOL or BBL. */
  readonly pathway: string;
  readonly startsOn: string;
}

export interface DossierSection {
  /** As in `sections` of libs/policy. */
  readonly code: string;
  readonly dutch: string;
  /** Who wrote it, in role words: "Sem", "je mentor", "de school". */
  readonly by: string;
  /** Day, when it goes to a receiver. */
  readonly sharedOn?: string;
  readonly answers: readonly DossierAnswer[];
  /** Whether the student agrees with what the school wrote; absent: was not asked or did not say. */
  readonly agrees?: boolean;
  /** The student's reason for not agreeing; it travels along. */
  readonly objection?: string;
  /** Only in the student's own copy. */
  readonly isPrivate?: boolean;
}

export interface DossierAnswer {
  /** Of the question, as in libs/policy; a question that a region added has one too. */
  readonly code: string;
  /** The question as it was asked. */
  readonly asked: string;
  readonly answer: string | readonly string[] | readonly Experience[] | readonly DossierFile[];
}

export interface DossierFile {
  readonly name: string;
  /** Media type, found by content. */
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
}

