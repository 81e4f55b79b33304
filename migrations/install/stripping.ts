import { countedEvents } from '#policy';

const counted = countedEvents.map((kind) => `'${kind}'`).join(', ');
const hanging = ['leaver_id', 'application_id', 'case_id'];
const perColumn = (sql: (column: string) => string): string => hanging.map(sql).join('\n  ');

/**
 * Nobody but the owner of the schema changes an event, and through these functions alone. Each looks for itself what may go, whatever it is
 * asked: of whom the term is not over, nothing.
 */
const events = `
create or replace function app.strip_events(asked uuid[], on_day date) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare past uuid[] := array(select app.past_rows(asked, on_day));
begin
  ${perColumn((column) => `delete from app.event e where e.${column} = any(past) and e.kind <> all(array[${counted}]);`)}
  ${perColumn((column) => `update app.event e set note = null, member_id = null where e.${column} = any(past) and num_nonnulls(e.note, e.member_id) > 0;`)}
end $$;`;

/** What a student noted as a choice, by the student self and told to the school only: that it was noted stays, what it was goes. */
const noted = `
create or replace function app.strip_noted(leaver uuid, member uuid) returns void language sql security definer set search_path = app, pg_temp as $$
  update app.event e set note = null where e.leaver_id = leaver and e.member_id = member and e.audience = 'school' and e.note is not null
    and e.kind in ('application-noted', 'noted-withdrawn', 'noted-restored', 'choices-moved')
$$;`;

/** Who did it, when that was a student or a parent who goes out with the passport: that it happened stays. */
const unnamed = `
create or replace function app.unname_removed(asked uuid[]) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare members uuid[] := array(select app.removed_members(asked));
begin
  update app.event e set member_id = null where e.member_id = any(members);
end $$;`;

const toWorker = ['strip_events(uuid[], date)', 'unname_removed(uuid[])', 'strip_noted(uuid, uuid)'].map((signature) => `revoke all on function app.${signature} from public;
do $$ begin execute format('grant execute on function app.${signature} to %I', (select role_prefix from app.installation) || 'as_worker'); end $$;`);

export const stripping = [events, noted, unnamed, ...toWorker].join('\n');
