import { ageOn, dayInFull, dayShort, dayWithWeekday } from './days.ts';
import { phoneLink, phoneText } from './phone.ts';

/** What templates may ask: how something is written, never what holds. Handlebars adds its own last argument to each call. */
export const helpers = {
  day: (day: string, today: string): string => (day ? dayShort(day, today) : ''),
  dayInFull: (day: string): string => (day ? dayInFull(day) : ''),
  dayWithWeekday: (day: string): string => (day ? dayWithWeekday(day) : ''),
  age: (born: string, today: string): number => ageOn(born, today),
  number: (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.'),
  plural: (count: number, one: string, more: string): string => `${helpers.number(count)} ${count === 1 ? one : more}`,
  phone: (typed: string): string => phoneText(typed),
  tel: (typed: string): string => `tel:${phoneLink(typed)}`,
  eq: (left: unknown, right: unknown): boolean => left === right,
  includes: (list: readonly unknown[], item: unknown): boolean => list.includes(item),
  upTo: (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1),
  atMost: (left: number, right: number): boolean => left <= right,
};
