import { schoolYearOf } from '#policy';
import type { Kind } from '../kinds/kind.ts';
import type { Mapping } from '../reading/columns.ts';
import { RefusedFile } from '../reading/refused-file.ts';
import type { Source } from '../reading/source.ts';
import { openTable } from '../reading/table.ts';
import type { Bringing, FileReport, Remark } from './bringing.ts';
import { findRepeats, keepGood } from './repeats.ts';
import { RowReader } from './row-reader.ts';
import { stage } from './stage.ts';

type Setting = Omit<Bringing, 'present'>;

/** One file, from bytes to facts, in the open transaction; throws RefusedFile when nothing of it can go in. */
export async function bringFile(setting: Setting, wanted: Kind, source: Source, mapping: Mapping): Promise<FileReport> {
  const kind = setting.owner ? wanted : needingOrganisation(wanted);
  const table = await openTable(source, kind.columns, mapping);
  refuseWithoutAny(kind, table.columns.map((column) => column?.name));
  const present = new Set(table.columns.flatMap((column) => column?.field ?? []));
  const bringing = { ...setting, present };
  const reader = new RowReader(kind, table, setting.day, defaultsFor(kind, setting));
  const rows = await stage(setting.client, kind, table, reader);
  await findRepeats(bringing, kind);
  await keepGood(bringing);
  const { created, updated, waiting } = await kind.bring(bringing);
  const refused = await remarks(setting, `select line, fault_column as column_name, fault_value as value, fault as message from staged where fault is not null
    union all select * from refusal`);
  const warnings = await remarks(setting, 'select * from warning');
  const unchanged = rows - refused.length - created - updated - waiting;
  return { file: source.name, rows, created, updated, unchanged, refused, warnings, waiting, unknownColumns: table.unknown, error: null };
}

/** Without --for the column that tells whose a row is cannot be missing. */
const needingOrganisation = (kind: Kind): Kind => ({
  ...kind,
  columns: kind.columns.map((column) => (column.field === kind.organisationColumn ? { ...column, needed: true } : column)),
});

const defaultsFor = (kind: Kind, { owner, year, day }: Setting): Record<string, string | null> => ({
  ...(kind.organisationColumn ? { [kind.organisationColumn]: owner?.code ?? null } : {}),
  school_year: year ?? schoolYearOf(day),
});

function refuseWithoutAny({ anyOf = [], name }: Kind, found: readonly (string | undefined)[]): void {
  if (anyOf.length === 0 || anyOf.some((column) => found.includes(column))) return;
  throw new RefusedFile(`In ${name} staat naast het nummer minstens één van ${anyOf.join(', ')}. Voeg zo'n kolom toe.`);
}

const remarks = ({ sql }: Setting, query: string): Promise<(Remark & Record<string, unknown>)[]> =>
  sql(`select line, coalesce(column_name, '') as column, coalesce(value, '') as value, message from (${query}) r order by line`);
