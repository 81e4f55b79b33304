import type { NamedColumn } from '../reading/columns.ts';
import type { Reader } from '../values/fault.ts';
import type { Bringing, Counts } from '../bringing/bringing.ts';

export const kindNames = ['organisaties', 'medewerkers', 'leerlingen', 'uitslagen', 'aanwezigheid', 'opleidingen', 'aanmeldingen', 'statussen'] as const;
export type KindName = (typeof kindNames)[number];

export interface Column extends NamedColumn {
  /** Its name in the staging table. */
  readonly field: string;
  readonly type: 'text' | 'date' | 'int' | 'text[]';
  /** A row without it is refused. */
  readonly filled: boolean;
  readonly read: Reader;
}

export type Values = Readonly<Record<string, string | null>>;

/** The value of a field as it was read; empty when there is none. */
export type Read = (field: string) => string;
export type Write = (field: string, value: string | null) => void;

/** One of the eight files: what it looks like, and how its rows become facts. */
export interface Kind {
  readonly name: KindName;
  /** In the order of formats, which is the order in which faults are told. */
  readonly columns: readonly Column[];
  /** At least one of these must be there, where each alone may be missing. */
  readonly anyOf?: readonly string[];
  /** Whose file it is, when its columns do not say: the organisation that the name of the file or --for tells. */
  readonly broughtFor: 'sends' | 'receives' | null;
  /** The column that tells whose a row is, where there is one; --for fills it and holds for it. */
  readonly organisationColumn?: string;
  /** Fields that together name one thing: a second row with the same key says the same or is refused. */
  readonly key: readonly string[];
  /** What differs without being a contradiction. */
  readonly freeInRepeats?: readonly string[];
  /** Fields that follow from others. */
  readonly derived?: Readonly<Record<string, Column['type']>>;
  /** What these fields become, and what others become instead of what was read. */
  readonly derive?: (read: Read, write: Write) => void;
  readonly bring: (bringing: Bringing) => Promise<Counts>;
}

type Options = Partial<Pick<Column, 'also' | 'loosely' | 'type' | 'needed' | 'filled'>>;

/** A column that may be missing and empty. */
export const column = (name: string, field: string, read: Reader, options: Options = {}): Column => ({
  name, field, read, also: [], loosely: [], type: 'text', needed: false, filled: false, ...options,
});

/** A column that must be there, filled in each row. */
export const needed = (name: string, field: string, read: Reader, options: Options = {}): Column =>
  column(name, field, read, { needed: true, filled: true, ...options });
