import { given, type Environment } from './environment.ts';
import { WrongSetting } from './wrong-setting.ts';

/** yyyy-mm-dd, and a day that exists; PostgreSQL knows no year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

export function readToday(env: Environment): string | undefined {
  const text = given(env, 'OVERSTAP_TODAY');
  if (!text || isDay(text)) return text;
  throw new WrongSetting('OVERSTAP_TODAY moet een bestaande dag zijn, geschreven als 2026-09-15.');
}
