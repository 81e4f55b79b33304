/** Why a value cannot go in: one Dutch sentence that says what to do. */
export class Fault {
  constructor(readonly message: string) {}
}

/** What is stored for a text that is not empty; `day` is today, for dates that may not lie ahead. */
export type Reader = (text: string, day: string) => string | null | Fault;
