import type { Kind } from '../kinds/kind.ts';
import type { Bringing } from './bringing.ts';

/**
 * Rows that say the same as an earlier one go to `repeated` and count as unchanged; rows that contradict an earlier one with
 * the same key are refused.
 */
export async function findRepeats({ sql }: Bringing, kind: Kind): Promise<void> {
  await sql('drop table if exists repeated, refusal, warning');
  await sql('create temp table repeated (line int) on commit drop');
  await sql('create temp table refusal (line int, column_name text, value text, message text) on commit drop');
  await sql('create temp table warning (line int, column_name text, value text, message text) on commit drop');
  const keys = kind.key.join(', ');
  const compared = comparedFields(kind);
  const keyColumn = kind.columns.find(({ field }) => field === kind.key.at(0));
  await sql(
    `with several as (select ${keys} from staged where fault is null group by ${keys} having count(*) > 1),
    numbered as (
      select s.line, ${keyColumn?.field} as value, row(${compared}) as content,
        first_value(s.line) over w as first_line, first_value(row(${compared})) over w as first_content
      from staged s join several using (${keys}) where s.fault is null
      window w as (partition by ${keys} order by s.line)),
    same as (insert into repeated select line from numbered where line > first_line and content is not distinct from first_content)
    insert into refusal select line, $1, value, format('Regel %s gaat over hetzelfde, met andere gegevens. Laat één van de twee staan.', first_line)
    from numbered where line > first_line and content is distinct from first_content`,
    [keyColumn?.name],
  );
}

function comparedFields({ columns, freeInRepeats = [] }: Kind): string {
  const fields = columns.map(({ field }) => field).filter((field) => !freeInRepeats.includes(field));
  return fields.map((field) => `s.${field}`).join(', ');
}

/** Rows that are still right: what a kind brings in reads them from here. */
export async function keepGood({ sql }: Bringing): Promise<void> {
  await sql('drop view if exists good');
  await sql(`create temp view good as select * from staged s where s.fault is null
    and not exists (select from refusal r where r.line = s.line) and not exists (select from repeated r where r.line = s.line)`);
}
