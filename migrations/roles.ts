import type { QueryRunner } from 'typeorm';

export const actorKinds = ['guest', 'student', 'mentor', 'school', 'college', 'desk', 'region', 'worker'] as const;

/** Runs SQL in which `{school}`, `{worker}` … stand for the database roles of this installation, and `{web}` for the web log-in. */
export async function runAs(database: QueryRunner, ...statements: string[]): Promise<void> {
  const [{ prefix }] = (await database.query('select role_prefix as prefix from app.installation')) as [{ prefix: string }];
  const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
  const role = (kind: string): string => quoted(kind === 'web' ? `${prefix}web` : `${prefix}as_${kind}`);
  for (const sql of statements) await database.query(sql.replaceAll(/\{(\w+)\}/g, (_, kind: string) => role(kind)));
}

/** Row-level security that holds for the owner too, and the worker that sees every row. */
export const guarded = (...tables: string[]): string =>
  tables
    .map(
      (table) => `alter table app.${table} enable row level security, force row level security;
create policy worker on app.${table} to {worker} using (true) with check (true);
grant select, insert, update, delete on app.${table} to {worker};`,
    )
    .join('\n');

export class ForwardOnly extends Error {
  constructor() {
    super('Migrations go forward only: restore a backup instead.');
  }
}
