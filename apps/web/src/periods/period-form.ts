import { BadRequestException } from '@nestjs/common';
import { calendarFields, holidayFields, schoolYearOf, type HolidayRegion } from '#policy';
import type { Proposal } from '#transfers';

export type Typed = Readonly<Record<string, string>>;

/** What a form sent, as texts: the fields differ per page, and only names that we know are read. */
export function typedOf(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) throw new BadRequestException();
  return Object.fromEntries(Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])));
}

const EARLIER = 1;
const YEARS = 4;

/** The school years that a region may look at: the leavers of last year until those of two years ahead. */
export function schoolYears(today: string): string[] {
  const first = Number(schoolYearOf(today).slice(0, 4)) - EARLIER;
  return Array.from({ length: YEARS }, (_, index) => `${first + index}-${first + index + 1}`);
}

/** The names in the forms, Dutch as everything in an address is. */
export const holidayNames = (region: HolidayRegion) =>
  holidayFields.filter((field) => field.region.code === region).map(({ code, kind }) => ({ code, dutch: kind.dutch, from: `${kind.dutch}-van`, until: `${kind.dutch}-tot` }));

/** All that was typed on a page, as fields of the calendar. A holiday of which both days are empty is not there. */
export function valuesOf(typed: Typed, region: HolidayRegion | undefined): Map<string, string> {
  if (!region) return new Map(calendarFields.map(({ code, written }) => [code, typed[written] ?? '']));
  const terms = holidayNames(region).map(({ code, from, until }): [string, string] => [code, `${typed[from] ?? ''}/${typed[until] ?? ''}`]);
  return new Map(terms.filter(([, term]) => term !== '/'));
}

/** What of the values is other than it stands; what becomes as usual is put back. */
export function proposalOf(values: ReadonlyMap<string, string>, stands: ReadonlyMap<string, string>, usual: ReadonlyMap<string, string>): Proposal {
  const changed = [...values].filter(([field, value]) => stands.get(field) !== value);
  return new Map(changed.map(([field, value]) => [field, usual.get(field) === value ? null : value]));
}

const KNOWN = new Set<string>([...calendarFields, ...holidayFields].map(({ code }) => code));

/** Lines `field:value` of our own pages; an empty value is as usual. */
export function linesOf(text: string | undefined): Proposal {
  const lines = (text ?? '').split(' ').filter(Boolean).map((line) => line.split(':'));
  return new Map(lines.flatMap(([field = '', value = '']) => (KNOWN.has(field) ? [[field, value || null] as const] : [])));
}

export const linesFor = (proposal: Proposal): string => [...proposal].map(([field, value]) => `${field}:${value ?? ''}`).join(' ');
