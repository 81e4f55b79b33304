import { given, type Environment } from './environment.ts';
import { WrongSetting } from './wrong-setting.ts';

/** Beyond ten hours every session has ended anyway. */
const MOST = 600;

/** Minutes without a click after which a session ends. */
export interface SessionMinutes {
  readonly students: number;
  readonly staff: number;
}

export const readSessionMinutes = (env: Environment): SessionMinutes => ({
  students: minutes(env, 'SESSION_MINUTES_STUDENTS', 30),
  staff: minutes(env, 'SESSION_MINUTES_STAFF', 120),
});

function minutes(env: Environment, name: string, otherwise: number): number {
  const text = given(env, name) ?? String(otherwise);
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST) return count;
  throw new WrongSetting(`${name} moet een heel aantal minuten zijn, van 1 tot en met ${MOST}.`);
}
