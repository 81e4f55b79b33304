import { ageOn, dayInFull, dayShort, dayWithWeekday } from './days.ts';
import { explainedBy, faultOf } from './faults.ts';
import { numberText, plural } from './numbers.ts';
import { phoneLink, phoneText } from './phone.ts';

/** What templates may ask: how something is written, never what holds. Handlebars adds its own last argument to each call. */
export const helpers = {
  day: (day: string, today: string): string => (day ? dayShort(day, today) : ''),
  dayInFull: (day: string): string => (day ? dayInFull(day) : ''),
  dayWithWeekday: (day: string): string => (day ? dayWithWeekday(day) : ''),
  age: (born: string, today: string): number => ageOn(born, today),
  number: (value: number): string => numberText(value),
  plural: (count: number, one: string, more: string): string => plural(count, one, more),
  phone: (typed: string): string => phoneText(typed),
  tel: (typed: string): string => `tel:${phoneLink(typed)}`,
  eq: (left: unknown, right: unknown): boolean => left === right,
  includes: (list: readonly unknown[] | undefined, item: unknown): boolean => list?.includes(item) ?? false,
  upTo: (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1),
  atMost: (left: number, right: number): boolean => left <= right,
  faultOf,
  explainedBy,
};
