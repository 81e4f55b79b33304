/** Real time, whatever day the example shows. A session that ended stays known for a day: a form may still come in that belongs to it. */
export const sessions = `
create or replace function app.session_end(s app.session) returns timestamptz language sql stable
return least(s.expires_at, s.last_seen_at + make_interval(secs => s.idle_seconds));

/** Seconds without a click that a session of this membership bears. */
create or replace function app.idle_seconds_of(member uuid, idle jsonb) returns int language sql stable
return (select (idle ->> case when m.role in ('student', 'guardian') then 'students' else 'staff' end)::int from app.membership m where m.id = member);

create or replace function app.touch_session(session_hash bytea) returns void language sql as $$
  update app.session s set last_seen_at = clock_timestamp() where s.id = session_hash and app.session_end(s) > clock_timestamp()
$$;

create or replace function app.session_seconds(session_hash bytea) returns int language sql stable as $$
  select floor(extract(epoch from app.session_end(s) - clock_timestamp()))::int from app.session s where s.id = session_hash
$$;

/** All live sessions of the same account, the one that asks first. */
create or replace function app.sessions_of(session_hash bytea)
returns table (handle uuid, own boolean, agent text, address text, made_at timestamptz, last_seen_at timestamptz) language sql stable as $$
  select s.handle, s.id = session_hash, s.agent, s.address, s.made_at, s.last_seen_at
  from app.session mine join app.session s on s.account_id = mine.account_id
  where mine.id = session_hash and app.session_end(mine) > clock_timestamp() and app.session_end(s) > clock_timestamp()
  order by s.id <> session_hash, s.last_seen_at desc, s.handle
$$;

/** Ends one session of the same account, or all when none is named; answers how many. */
create or replace function app.close_sessions(session_hash bytea, which uuid) returns int language sql as $$
  with gone as (
    delete from app.session s using app.session mine
    where mine.id = session_hash and app.session_end(mine) > clock_timestamp() and s.account_id = mine.account_id
      and (which is null or s.handle = which) returning 1)
  select count(*)::int from gone
$$;`;

export const sessionFunctions = [
  'touch_session(bytea)',
  'session_seconds(bytea)',
  'sessions_of(bytea)',
  'close_sessions(bytea, uuid)',
];
