/** A part of a digest: what happened, what is asked, and where. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
  readonly asks: string;
  /** yyyy-mm-dd. */
  readonly by: string | null;
  readonly link: string;
}
