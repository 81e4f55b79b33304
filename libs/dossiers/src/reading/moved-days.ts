import { amsterdam, daysBetween, type Clock } from '#platform';

/** How many days the date that holds is away from the real one: moments are kept in real time, and read on the day of the example. */
export const movedDays = (clock: Pick<Clock, 'now' | 'today'>): number => daysBetween(amsterdam(clock.now()).day, clock.today());
