import { isDay } from '#platform';
import { WrongUse, type Asked } from './command.ts';

/** The value of `--on`, if given. */
export function dayOption(value: Asked['values'][string]): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (isDay(value)) return value;
  throw new WrongUse(`${value} is geen dag. Schrijf jaar-maand-dag, zoals 2026-09-14.`);
}
