interface Fault {
  readonly field: string;
  readonly text: string;
}

/** What is wrong with this field, or nothing. */
export const faultOf = (errors: readonly Fault[] | undefined, field: string): string => errors?.find((fault) => fault.field === field)?.text ?? '';

/** The ids that explain a field to a screen reader: its hint, and its fault when it has one. */
export function explainedBy(field: string, hint: string | undefined, errors: readonly Fault[] | undefined): string {
  return [hint && `${field}-uitleg`, faultOf(errors, field) && `${field}-fout`].filter(Boolean).join(' ');
}
