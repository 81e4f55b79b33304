/** A young person of the year: what happens to them, and what must be seen of them, both written by hand. */
export interface Persona {
  readonly key: string;
  /** The row of the rules that it holds. */
  readonly holds: string;
  readonly born: string;
  readonly home: string;
  readonly mentor: string;
  readonly type: string;
  readonly profile?: string;
  readonly year: string;
  /**
   * A line is a day and what happens that evening: `applies CREBO[/START]`, `[B] STATUS` of an application (the last one when no
   * letter is said), `result`, `diploma` or `destination`, or what somebody at work does. `placed CREBO` is an ordinary spring.
   * At the end: `brought DAY` when the file comes on another day, `before the mail` when it comes between sweep and mail.
   */
  readonly life: string;
  /** A line is a day and what holds from its evening on: `SIGNAL ROUTE | DESK OWNER > OFFERED TO`, or `closed OUTCOME`. */
  readonly shows: string;
}

type Facts = Partial<Pick<Persona, 'born' | 'home' | 'mentor' | 'type' | 'profile' | 'year'>>;

const usual = { born: '2010-01-05', home: 'Zwolle', mentor: 'fatima', type: 'vmbo', year: '2025-2026' };

/** Somebody of 16 from Zwolle in Fatima's vmbo class, but for what is said here. */
export const persona = (key: string, holds: string, facts: Facts, life: string, shows = ''): Persona =>
  ({ key, holds, ...usual, ...facts, life, shows });

export interface Line {
  readonly day: string;
  readonly words: readonly string[];
}

export const linesOf = (text: string): Line[] =>
  text.split('\n').flatMap((row) => {
    const [day, ...words] = row.trim().split(/\s+/);
    return day ? [{ day, words }] : [];
  });
