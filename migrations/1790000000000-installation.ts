import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actorKinds, ForwardOnly } from './roles.ts';

const INSTALLATION = `
create schema app;
create table app.installation (
  only_one boolean primary key default true check (only_one),
  role_prefix text not null,
  fingerprint text,
  origin text check (origin in ('example', 'own')),
  example_day date
);
comment on column app.installation.origin is 'An example region is never filled into a database that holds data of another origin.';
insert into app.installation (role_prefix) values (current_database() || '_')`;

/** Two log-ins that own nothing, and a role per kind of actor that they may take. The web can never become the worker. */
const ROLES = `
do $$
declare
  prefix text := current_database() || '_';
  kind text;
begin
  foreach kind in array array['web', 'worker'] loop
    if not exists (select from pg_roles where rolname = prefix || kind) then
      execute format('create role %I login noinherit', prefix || kind);
    end if;
    execute format('grant usage on schema app to %I', prefix || kind);
    execute format('grant select on app.installation to %I', prefix || kind);
  end loop;
  foreach kind in array array['${actorKinds.join("', '")}'] loop
    if not exists (select from pg_roles where rolname = prefix || 'as_' || kind) then
      execute format('create role %I nologin', prefix || 'as_' || kind);
    end if;
    execute format('grant usage on schema app to %I', prefix || 'as_' || kind);
    execute format('grant select on app.installation to %I', prefix || 'as_' || kind);
    execute format('grant %I to %I', prefix || 'as_' || kind, prefix || case kind when 'worker' then 'worker' else 'web' end);
  end loop;
  execute format('grant %I to %I', prefix || 'as_worker', current_user);
end $$`;

/** Who asks, as the policies see it: looked up once per query, then an index condition. */
const ACTOR = `
create function app.my_organisation() returns uuid language sql stable
return nullif(current_setting('app.organisation', true), '')::uuid;
create function app.my_member() returns uuid language sql stable
return nullif(current_setting('app.member', true), '')::uuid;
create function app.my_region() returns text language sql stable
return nullif(current_setting('app.region', true), '')`;

/** Functions that must see every row run as the worker; they take ids and days, and give nothing back that was not asked. */
const GIVE = `
create function app.give_to_worker(signature regprocedure) returns void language plpgsql as $$
declare worker text := (select role_prefix from app.installation) || 'as_worker';
begin
  execute format('grant create on schema app to %I', worker);
  execute format('alter function %s owner to %I', signature, worker);
  execute format('alter function %s security definer set search_path = app, pg_temp', signature);
  execute format('revoke all on function %s from public', signature);
  execute format('revoke create on schema app from %I', worker);
end $$;
revoke all on function app.give_to_worker from public`;

export class Installation1790000000000 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    for (const sql of [INSTALLATION, ROLES, ACTOR, GIVE]) await database.query(sql);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
