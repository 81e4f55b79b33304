import { addDays, amsterdam, daysBetween, aheadOfUtc } from './days.ts';

const DAY_MS = 86_400_000;

interface ClockOptions {
  /** OVERSTAP_TODAY: the date that holds when the clock is made; from then on midnights count. */
  readonly today?: string;
  /** The machine's clock; tests give their own. */
  readonly read?: () => Date;
}

/** What day it is, in Europe/Amsterdam, for everything that is a rule; and what time it really is, for everything that is not. */
export class Clock {
  private readonly read: () => Date;
  private readonly moved: number;
  private still: string | undefined;

  constructor({ today, read = () => new Date() }: ClockOptions = {}) {
    this.read = read;
    this.moved = today ? daysBetween(amsterdam(read()).day, today) : 0;
  }

  /** The day, yyyy-mm-dd. */
  today(): string {
    return this.still ?? addDays(amsterdam(this.read()).day, this.moved);
  }

  /** The time of day in Amsterdam, `06:00`. Moving the date does not move it. */
  time(): string {
    return amsterdam(this.read()).time;
  }

  /** Real time, never moved: leases, retries, sessions, tokens, rate limits, log. */
  now(): Date {
    return this.read();
  }

  /**
   * Now, on the day that holds: for what people read, never for what expires. With a day it is this time on that day, when the
   * date is moved: what the example tells of days gone by carries their date.
   */
  shown(about = this.today()): Date {
    const [real, today] = [amsterdam(this.read()).day, this.today()];
    const moved = real === today ? 0 : daysBetween(real, about < today ? about : today);
    const then = new Date(this.read().getTime() + moved * DAY_MS);
    // The same time on the clock on the wall, also from winter to summer: or half past eleven would be past midnight.
    return new Date(then.getTime() + aheadOfUtc(this.read()) - aheadOfUtc(then));
  }

  /** From here on it is this day, whatever midnights pass; without a day the date runs again. */
  standStill(day?: string): void {
    this.still = day;
  }
}
