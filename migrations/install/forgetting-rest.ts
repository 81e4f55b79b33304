import { intervalOf, type RetentionCode } from '#policy';

/** Small tables in which a row ends by its own day. By the clock of the database: what holds a moment of real time. */
const ENDS: readonly (readonly [RetentionCode, table: string, day: string, real?: 'real'])[] = [
  ['waiting', 'waiting_status', 'as_of'],
  ['substitute', 'stand_in', 'until_on'],
  ['substitute', 'summer_team', 'make_date(right(school_year, 4)::int, 9, 30)'],
  ['invitation', 'invitation', 'ends_at'],
  ['invitation', 'handed_code', 'expires_at'],
  ['invitation', 'mailed_code', 'expires_at'],
  ['invitation', 'new_address', 'expires_at'],
  ['invitation', 'api_token', 'least(ends_at, revoked_at)'],
  ['search', 'search', 'made_on'],
  ['reading-log', 'unusual_reading', 'hour'],
  ['sign-in', 'passkey_challenge', 'expires_at', 'real'],
  ['sign-in', 'provider_sign_out', 'expires_at', 'real'],
  ['sign-in', 'sign_in_attempt', 'expires_at', 'real'],
  ['sign-in', 'code_try', 'tried_at', 'real'],
];

const oneByOne = ENDS.map(([code, table, day, real]) => `delete from app.${table} where (${day})::timestamptz + interval '${intervalOf(code)}' <= ${real ? 'clock_timestamp()' : 'on_day::timestamptz'};
  get diagnostics gone = row_count;
  perform app.note_kept(on_day, '${code}', gone);`);

export const forgettingRest = `
create or replace function app.note_kept(on_day date, what text, gone int) returns void language sql as $$
  insert into app.kept_run as k (day, code, gone) select on_day, what, note_kept.gone where note_kept.gone > 0
  on conflict (day, code) do update set gone = k.gone + excluded.gone
$$;

create or replace function app.forget_rest(on_day date) returns void language plpgsql as $$
declare gone int;
begin
  ${oneByOne.join('\n  ')}
  delete from app.delivery where state not in ('uploaded', 'wanted', 'importing', 'undo-wanted') and brought_at + interval '${intervalOf('delivery')}' <= on_day::timestamptz;
  get diagnostics gone = row_count;
  perform app.note_kept(on_day, 'delivery', gone);
end $$;`;
