import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';

/** A statement that may run again and again: `create or replace function`, rows of a policy table. */
export interface Installed {
  readonly name: string;
  readonly sql: string;
}

/**
 * Runs the statements in their order, in one transaction, when one of them or the schema has changed since the last time.
 * They may read the role prefix with current_setting('overstap.role_prefix'). Returns whether they ran.
 */
export async function install(client: ClientBase, statements: readonly Installed[], schema: readonly string[]): Promise<boolean> {
  const fingerprint = fingerprintOf(statements, schema);
  const { rows } = await client.query<{ fingerprint: string | null }>('select fingerprint from app.installation');
  if (rows[0]?.fingerprint === fingerprint) return false;
  await client.query('begin');
  try {
    await client.query("select set_config('overstap.role_prefix', role_prefix, true) from app.installation");
    for (const statement of statements) await run(client, statement);
    await client.query('update app.installation set fingerprint = $1', [fingerprint]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return true;
}

async function run(client: ClientBase, { name, sql }: Installed): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`Installing ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const fingerprintOf = (statements: readonly Installed[], schema: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify([schema, statements])).digest('hex');
