/** Told to the operator as it stands: one Dutch sentence, no stack. */
export class CannotGoOn extends Error {
  override readonly name: string = 'CannotGoOn';
}

export const FULL_DISK = 'De schijf is vol. Maak ruimte vrij en probeer het opnieuw.';

const FULL_DISK_CODES = ['ENOSPC', '53100'];

/** An error that an operator can mend, whoever threw it, told as such; any other as it is. */
export const forOperator = (error: unknown): unknown =>
  FULL_DISK_CODES.includes(String((error as { code?: unknown } | undefined)?.code)) ? new CannotGoOn(FULL_DISK) : error;
