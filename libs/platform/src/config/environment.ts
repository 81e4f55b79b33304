import { WrongSetting } from './wrong-setting.ts';

/** An empty setting counts as absent: compose files hand over empty ones. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const given = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;

export function oneOf<Word extends string>(env: Environment, name: string, words: readonly Word[], otherwise: Word): Word {
  const text = given(env, name) ?? otherwise;
  const word = words.find((known) => known === text);
  if (!word) throw new WrongSetting(`${name} kan alleen ${words.slice(0, -1).join(', ')} of ${words.at(-1)} zijn.`);
  return word;
}
