/** Told to the operator as it stands: one Dutch sentence, no stack. */
export class CannotGoOn extends Error {
  override readonly name: string = 'CannotGoOn';
}
