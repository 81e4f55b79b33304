/** As many timeouts in a row, without one answer between, make a destination suspect. */
const STRIKES = 3;
const FIRST_GAP_MS = 60_000;
const LONGEST_GAP_MS = 15 * 60_000;

interface Trouble {
  readonly strikes: number;
  readonly gap: number;
  /** Milliseconds of the process; until then nothing is tried there. */
  readonly until: number;
}

export const destinationOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** Which domains make the server hang. One that does must not hold up mail for the others. */
export class Destinations {
  private readonly troubles = new Map<string, Trouble>();

  /** 0: go ahead; else the seconds to leave it alone. Of a suspect that has rested one mail goes ahead, to see. */
  waitFor(destination: string): number {
    const trouble = this.troubles.get(destination);
    if (!trouble || trouble.strikes < STRIKES) return 0;
    const rest = trouble.until - performance.now();
    if (rest > 0) return rest / 1000;
    this.troubles.set(destination, { ...trouble, until: performance.now() + trouble.gap });
    return 0;
  }

  hung(destination: string): void {
    const before = this.troubles.get(destination);
    const strikes = (before?.strikes ?? 0) + 1;
    const gap = strikes > STRIKES ? Math.min((before?.gap ?? 0) * 2, LONGEST_GAP_MS) : FIRST_GAP_MS;
    this.troubles.set(destination, { strikes, gap, until: strikes < STRIKES ? 0 : performance.now() + gap });
  }

  answered(destination: string): void {
    this.troubles.delete(destination);
  }
}
