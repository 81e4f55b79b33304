import { addDays, type Sql } from '#platform';
import { foldWords } from '../folding/fold.ts';

const KEPT_DAYS = 7;
const LONGEST = 100;

/** Keeps what this member typed and returns the token that stands for it in an address; older ones of theirs go. */
export async function rememberSearch(sql: Sql, typed: string, today: string): Promise<string> {
  const text = typed.trim().slice(0, LONGEST);
  await sql('delete from app.search where made_on < $1', [addDays(today, -KEPT_DAYS)]);
  const [row] = await sql<{ id: string }>(
    'insert into app.search (member_id, typed, words, made_on) values ((select app.my_member()), $1, $2, $3) returning id',
    [text, foldWords(text).split(' ').filter(Boolean), today],
  );
  return row?.id ?? '';
}
