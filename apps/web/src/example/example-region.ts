/** The example region as the pages see it; the service fills it, because only the owner of the tables can empty them. */
export interface ExampleRegion {
  /** The days that it can stand on, yyyy-mm-dd. */
  readonly days: readonly string[];
  /** The day that it is being filled for, as long as that takes. */
  readonly busyWith: () => string | undefined;
  /** The day for which filling it failed, until that is tried again: what stands there is half a region. */
  readonly failedOn: () => string | undefined;
  /** Empties the region and fills it with what is dated up to that day, in the background. Refuses nothing while busy: the first wins. */
  readonly goTo: (day: string) => void;
}
