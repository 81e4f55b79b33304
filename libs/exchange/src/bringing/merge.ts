import type { Bringing } from './bringing.ts';

interface Merge {
  readonly table: 'organisation' | 'leaver' | 'programme' | 'application' | 'presence';
  /** When a row of `good s` and a row of the table `t` are the same thing. */
  readonly same: string;
  /** What is stored, by column: an expression over `s` (and `t`, null for what is new). */
  readonly set: Readonly<Record<string, string>>;
  /** Columns that only a new row gets. */
  readonly onlyNew?: Readonly<Record<string, string>>;
  /** Columns of `change` that the table does not have. */
  readonly aside?: Readonly<Record<string, string>>;
  /** The columns of `set` that this file names; the others stay as they are. */
  readonly present: readonly string[];
  /** False for a file that tells more of what is there. */
  readonly inserts?: boolean;
  readonly alsoDiffers?: string;
  /** Looks at `change` before it is written. */
  readonly beforeWriting?: () => Promise<void>;
  readonly params: readonly unknown[];
}

/**
 * Brings the good rows into a table: looks first at what differs, so that what is as it was is not written. Leaves the table
 * `change` (line, row_id, is_new and the values) with only the rows that were written.
 */
export async function merge({ sql, deliveryId }: Bringing, plan: Merge): Promise<{ created: number; updated: number }> {
  const { table, set, onlyNew = {}, present, inserts = true } = plan;
  const updates = Object.keys(set).filter((name) => present.includes(name));
  await sql('drop table if exists change');
  await sql(changeSql(plan, updates), [...plan.params]);
  await plan.beforeWriting?.();
  if (deliveryId) await keepBefore(sql, table, deliveryId);
  const created = inserts ? await insertNew(sql, table, [...Object.keys(set), ...Object.keys(onlyNew)]) : 0;
  const updated = updates.length || plan.alsoDiffers ? await updateChanged(sql, table, updates) : 0;
  return { created, updated };
}

function changeSql({ table, same, set, onlyNew = {}, aside = {}, inserts = true, alsoDiffers }: Merge, updates: readonly string[]): string {
  const values = Object.entries({ ...set, ...onlyNew, ...aside }).map(([name, value]) => `${value} as ${name}`);
  const now = updates.map((name) => set[name]).join(', ');
  const before = updates.map((name) => `t.${name}`).join(', ');
  const differs = [updates.length ? `(${now}) is distinct from (${before})` : 'false', alsoDiffers].filter(Boolean).join(' or ');
  return `create temp table change on commit drop as
    select s.line, coalesce(t.id, gen_random_uuid()) as row_id, t.id is null as is_new, ${values.join(', ')}
    from good s ${inserts ? 'left ' : ''}join app.${table} t on ${same} where t.id is null or ${differs}`;
}

async function keepBefore(sql: Bringing['sql'], table: string, deliveryId: string): Promise<void> {
  await sql(
    `insert into app.delivery_change (delivery_id, table_name, row_id, before)
    select $1, $2, c.row_id, to_jsonb(t) from change c left join app.${table} t on t.id = c.row_id`,
    [deliveryId, table],
  );
}

async function insertNew(sql: Bringing['sql'], table: string, columns: readonly string[]): Promise<number> {
  const names = columns.join(', ');
  const [row] = await sql<{ written: number }>(`with written as (
    insert into app.${table} (id, ${names}) select row_id, ${names} from change where is_new returning 1)
    select count(*)::int as written from written`);
  return row?.written ?? 0;
}

async function updateChanged(sql: Bringing['sql'], table: string, columns: readonly string[]): Promise<number> {
  const assignments = columns.map((name) => `${name} = c.${name}`).join(', ');
  if (assignments) await sql(`update app.${table} t set ${assignments} from change c where t.id = c.row_id and not c.is_new`);
  const [row] = await sql<{ written: number }>('select count(*)::int as written from change where not is_new');
  return row?.written ?? 0;
}
