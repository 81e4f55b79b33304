import { randomBytes } from 'node:crypto';
import type { Actor, Clock, Sql, Tx } from '#platform';
import { MOST_REGION_QUESTIONS, type RegionQuestionType } from '#policy';

export interface RegionQuestionWords {
  readonly asks: string;
  readonly hint: string | null;
  /** Of a choice. */
  readonly options: readonly string[];
  readonly mayBeEmpty: boolean;
  /** School types; null is everybody. */
  readonly onlyFor: readonly string[] | null;
}

export interface RegionQuestion extends RegionQuestionWords {
  readonly code: string;
  readonly version: number;
  readonly section: string;
  readonly type: RegionQuestionType;
  readonly isOff: boolean;
  /** What it asked before, newest first. */
  readonly earlier: readonly { readonly asks: string; readonly on: string }[];
}

/** The questions that a region asks besides ours. Answers keep the words that they were given to, so nothing here is ever overwritten. */
export class RegionQuestions {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** All of the region of who asks, in the order in which they were added. */
  async all(actor: Actor): Promise<RegionQuestion[]> {
    return this.tx.read<RegionQuestion & Record<string, unknown>>(actor, { name: 'region-questions', text: ALL });
  }

  async one(actor: Actor, code: string): Promise<RegionQuestion | undefined> {
    return (await this.all(actor)).find((question) => question.code === code);
  }

  /** False when the section has as many as it may have. */
  async add(actor: Actor, section: string, type: RegionQuestionType, words: RegionQuestionWords): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      if (await isFull(sql, section)) return false;
      const code = `regio-${randomBytes(4).toString('hex')}`;
      await sql(ADD, [code, 1, section, type, ...valuesOf(words), this.clock.now()]);
      return true;
    });
  }

  /** Other words are a new version; the same words change nothing. False when somebody changed it since `version`. */
  async change(actor: Actor, { code, version, section, type }: RegionQuestion, words: RegionQuestionWords): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      const [ended] = await sql(END, [code, version, this.clock.now()]);
      if (ended) await sql(ADD, [code, version + 1, section, type, ...valuesOf(words), this.clock.now()]);
      return Boolean(ended);
    });
  }

  /** Nobody is asked it from now on; who answered keeps the answer. */
  async switchOff(actor: Actor, { code, version }: RegionQuestion): Promise<boolean> {
    return this.tx.run(actor, async (sql) => (await sql(END, [code, version, this.clock.now()])).length > 0);
  }

  /** In the words that it had last; false when the section is full meanwhile, or it was on. */
  async switchOn(actor: Actor, { code, version, section, type, isOff, ...words }: RegionQuestion): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      if (!isOff || (await isFull(sql, section))) return false;
      await sql(ADD, [code, version + 1, section, type, ...valuesOf(words), this.clock.now()]);
      return true;
    });
  }
}

async function isFull(sql: Sql, section: string): Promise<boolean> {
  await sql("select pg_advisory_xact_lock(hashtextextended('questions of ' || app.my_region(), 0))");
  const [live] = await sql<{ count: number }>('select count(*)::int from app.region_question where section = $1 and ended_at is null', [section]);
  return (live?.count ?? 0) >= MOST_REGION_QUESTIONS;
}

const valuesOf = ({ asks, hint, options, mayBeEmpty, onlyFor }: RegionQuestionWords): unknown[] => [asks, hint, options, mayBeEmpty, onlyFor];

const ALL = `
select q.code, q.version, q.section, q.type, q.asks, q.hint, q.options, q.may_be_empty as "mayBeEmpty", q.only_for as "onlyFor", q.ended_at is not null as "isOff",
  coalesce((select jsonb_agg(jsonb_build_object('asks', o.asks, 'on', (o.added_at at time zone 'Europe/Amsterdam')::date) order by o.version desc)
    from app.region_question o where o.code = q.code and o.version < q.version and o.asks <> q.asks), '[]') as earlier
from (select distinct on (code) r.*, min(r.added_at) over (partition by r.code) as first_at from app.region_question r order by code, version desc) q
order by q.first_at, q.code`;

const ADD = `insert into app.region_question (code, version, region, section, type, asks, hint, options, may_be_empty, only_for, added_at, added_by)
  values ($1, $2, app.my_region(), $3, $4, $5, $6, $7, $8, $9, $10, app.my_member())`;

const END = 'update app.region_question set ended_at = $3 where code = $1 and version = $2 and ended_at is null returning code';
