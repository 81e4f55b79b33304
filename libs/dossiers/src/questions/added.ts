import type { Question } from '#policy';

/** A question of the region of the leaver's school, in its newest words. */
export interface AddedQuestion extends Question {
  readonly isOff: boolean;
}

/** Of section $1, as a column: row-level security leaves those of the own region. */
export const ADDED = `coalesce((select jsonb_agg(jsonb_build_object('code', q.code, 'type', q.type, 'asks', q.asks, 'hint', q.hint, 'options', q.options,
    'mayBeEmpty', q.may_be_empty, 'onlyFor', q.only_for, 'isOff', q.ended_at is not null) order by q.first_at, q.code)
    from (select distinct on (code) r.*, min(r.added_at) over (partition by r.code) as first_at from app.region_question r where r.section = $1 order by code, version desc) q), '[]')`;
