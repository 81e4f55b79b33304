import { amsterdam, type Clock } from '#platform';

/** A moment as people read it: on the day on which the example stands, at the real time of day. */
export function shownMoment(clock: Clock, moment: Date): { day: string; time: string } {
  const moved = clock.shown().getTime() - clock.now().getTime();
  const { day, time } = amsterdam(new Date(moment.getTime() + moved));
  return { day, time: time.replace(':', '.') };
}
