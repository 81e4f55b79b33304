import type { Sql } from '#platform';

interface NewAccount {
  readonly email: string;
  /** A code of libs/policy/roles. */
  readonly role: string;
  readonly organisationId: string;
}

/** Makes the account and its membership, or finds them; a membership that had ended holds again. Who is mentor now gets whom the school's file named. */
export async function addAccount(sql: Sql, { email, role, organisationId }: NewAccount, day: string): Promise<void> {
  await sql(ACCOUNT, [email]);
  await sql(MEMBERSHIP, [email, organisationId, role]);
  await sql('select app.tie_arrived($1, $2)', [organisationId, day]);
}

const ACCOUNT = 'insert into app.account (email) select lower($1) where not exists (select from app.account where lower(email) = lower($1))';
const MEMBERSHIP = `insert into app.membership (account_id, organisation_id, role, accepted_at)
  select id, $2, $3, clock_timestamp() from app.account where lower(email) = lower($1)
  on conflict (account_id, organisation_id, role, leaver_id) do update
    set ended_on = null, accepted_at = coalesce(membership.accepted_at, excluded.accepted_at)`;
