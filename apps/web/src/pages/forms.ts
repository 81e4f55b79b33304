import { BadRequestException } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, ValidateBy } from 'class-validator';
import { isDay } from '#platform';
import { isMarked } from '../parked/shown-again.ts';

export interface FormError {
  readonly field: string;
  readonly text: string;
}

/**
 * A form as typed and what is wrong with it, in the order of its fields; the page shows both again. Of a form that was kept while
 * its session ended one thing is always wrong: nobody has pressed the button yet.
 */
export async function readForm<Form extends object>(form: new () => Form, body: unknown): Promise<{ form: Form; errors: FormError[] }> {
  if (typeof body !== 'object' || body === null) throw new BadRequestException();
  const typed = plainToInstance(form, body);
  const faults = await validate(typed, { whitelist: true, stopAtFirstError: true });
  const errors = faults.map(({ property, constraints = {} }) => ({ field: property, text: Object.values(constraints)[0] ?? '' }));
  return { form: typed, errors: isMarked(body) ? [{ field: '', text: '' }] : errors };
}

/**
 * What is wrong by itself and what the rules say of it, each field once, in the order of the form: nobody mends one thing to read
 * the next. The rules look at texts only, and not at what nobody sent yet.
 */
export function allErrors<Form extends object>(form: Form, faults: readonly FormError[], rules: () => readonly FormError[]): FormError[] {
  const fields = new Map(Object.entries(form));
  const areTexts = faults.every(({ field }) => field !== '' && ['string', 'undefined'].includes(typeof fields.get(field)));
  const also = areTexts ? rules().filter(({ field }) => !faults.some((fault) => fault.field === field)) : [];
  const order = [...fields.keys()];
  return [...faults, ...also].toSorted((one, other) => order.indexOf(one.field) - order.indexOf(other.field));
}

/** Tick boxes arrive as nothing, one value or several. */
export const asList = ({ value }: { value: unknown }): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/** Of a day in an address: one that does not exist narrows nothing. */
export const dayOrNothing = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && isDay(value) ? value : undefined);

const LAST_VERSION = 2 ** 31 - 1;

/** The version that stood on the page; what is no whole number of the database never stood there. */
export function versionOf(typed: unknown): number {
  const version = Number(typed);
  return Number.isInteger(version) && Math.abs(version) <= LAST_VERSION ? version : 0;
}

/** A day that exists, or nothing. */
export const IsDayIfAny = (message: string): PropertyDecorator =>
  ValidateBy({ name: 'isDayIfAny', validator: { validate: (value) => value === '' || (typeof value === 'string' && isDay(value)) } }, { message });
