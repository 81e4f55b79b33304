import type { QueryResultRow } from 'pg';
import type { Actor, Statement, Tx } from '#platform';

export interface ReadingFilter {
  /** What our people read, or what was read about our students. */
  readonly side: 'by-us' | 'about-us';
  /** Days of real time; the last one counts. */
  readonly from: string;
  readonly until: string;
  /** Token of what was typed, and whom it means. */
  readonly search?: string;
  readonly means: 'reader' | 'leaver';
}

export interface ReadingLine extends QueryResultRow {
  readonly at: Date;
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly what: string;
  readonly way: string;
  readonly sections: readonly string[];
  readonly rows: number;
  readonly number: string | null;
  readonly school: string | null;
}

interface Sought extends QueryResultRow {
  readonly typed: string;
  readonly words: string[];
  readonly leavers: string[] | null;
}

export interface ReadingList {
  readonly lines: readonly ReadingLine[];
  /** What was typed, to show in the form again. */
  readonly typed?: string;
}

/** Lines of the log for the privacy officer of an organisation, the newest first; never what stood on the page. */
export async function readingList(tx: Tx, actor: Actor, filter: ReadingFilter, page: { size: number; from: number }): Promise<ReadingList> {
  const sought = filter.search ? await soughtBy(tx, actor, filter) : undefined;
  const lines = await tx.read<ReadingLine>(actor, linesOf(filter, sought, page));
  return { lines, typed: sought?.typed };
}

async function soughtBy(tx: Tx, actor: Actor, { search, means }: ReadingFilter): Promise<Sought | undefined> {
  const leavers = means === 'leaver' ? 'app.sought_leavers(typed, words)' : 'null';
  const [sought] = await tx.read<Sought>(actor, { text: `select typed, words, ${leavers} as leavers from app.search where id = $1`, values: [search] });
  return sought;
}

const SIDES = { 'by-us': 'r.reader_organisation_id', 'about-us': 'r.school_id' } as const;

/** The column that is compared names the index; row-level security says the same again. */
function linesOf({ side, from, until }: ReadingFilter, sought: Sought | undefined, { size, from: skip }: { size: number; from: number }): Statement {
  const [condition, value] = conditionOf(sought);
  const text = `
    select r.at, r.person, r.role, r.organisation, r.what, r.way, r.sections, r.rows_shown as rows, r.leaver_number as number, o.name as school
    from app.reading r left join app.organisation o on o.id = r.school_id
    where ${SIDES[side]} = (select app.my_organisation()) and ${condition}
      and r.at >= $1::date::timestamp at time zone 'Europe/Amsterdam' and r.at < ($2::date + 1)::timestamp at time zone 'Europe/Amsterdam'
    order by r.at desc, r.id desc limit $3 offset $4`;
  return { text, values: [from, until, size, skip, value] };
}

/** A leaver who is gone is found by the number that the log kept. */
function conditionOf(sought: Sought | undefined): [string, unknown] {
  if (!sought) return ['$5::text is null', null];
  const { typed, leavers } = sought;
  if (leavers === null) return ["not exists (select from unnest($5::text[]) word where position(word in lower(r.person)) = 0)", typed.toLowerCase().split(/\s+/)];
  return leavers.length ? ['r.leaver_id = any($5::uuid[])', leavers] : ['r.leaver_number = $5::text', typed];
}
