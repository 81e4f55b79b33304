import type { Column } from '../kinds/kind.ts';
import { clean } from '../values/clean.ts';

type Value = ReturnType<Column['read']>;

const REMEMBERED = 4096;

/** Reads the texts of one column and remembers them, as long as they come again: most columns hold few different ones. */
export class ValueReader {
  private known: Map<string, Value> | null = new Map();
  private again = 0;

  constructor(
    private readonly column: Column,
    private readonly day: string,
  ) {}

  read(raw: string): Value {
    if (raw === '') return null;
    if (!this.known) return this.fresh(raw);
    const before = this.known.get(raw);
    if (before !== undefined) {
      this.again++;
      return before;
    }
    const value = this.fresh(raw);
    if (this.known.size < REMEMBERED) this.known.set(raw, value);
    else if (this.again < REMEMBERED) this.known = null;
    return value;
  }

  private fresh(raw: string): Value {
    const text = clean(raw);
    return text === '' ? null : this.column.read(text, this.day);
  }
}
