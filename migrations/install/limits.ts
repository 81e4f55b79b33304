/** Real time: a count ends when it ends, whatever day the example shows. */
export const limits = `
create or replace function app.count_attempt(kind text, whom bytea, most int, seconds int) returns int language sql as $$
  insert into app.attempt_count as c (what, who, ends_at) values (kind, whom, clock_timestamp() + make_interval(secs => seconds))
  on conflict (what, who) do update set
    tries = case when c.ends_at <= clock_timestamp() then 1 else least(c.tries + 1, most + 1) end,
    ends_at = case when c.ends_at <= clock_timestamp() then excluded.ends_at else c.ends_at end
  returning case when tries > most then ceil(extract(epoch from ends_at - clock_timestamp()))::int else 0 end
$$;

create or replace function app.forget_attempts(kind text, whom bytea) returns void language sql as $$
  delete from app.attempt_count where what = kind and who = whom
$$;`;

export const limitFunctions = ['count_attempt(text, bytea, int, int)', 'forget_attempts(text, bytea)'];
