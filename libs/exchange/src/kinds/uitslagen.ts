import { destinations, diplomas, examResults, schoolYearOf } from '#policy';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { merge } from '../bringing/merge.ts';
import { numberOf } from '../values/texts.ts';
import { oneOf, oneOfLabels, orNothing } from '../values/words.ts';
import { column, type Kind, needed } from './kind.ts';

export const uitslagen: Kind = {
  name: 'uitslagen',
  broughtFor: 'sends',
  key: ['number'],
  anyOf: ['examenuitslag', 'diploma', 'bestemming'],
  columns: [
    needed('leerlingnummer', 'number', numberOf, { also: ['stamnummer', 'stamnr', 'leerlingnr', 'llnr', 'llnnr', 'llnummer'], loosely: ['nummer leerling', 'nummer'] }),
    column('examenuitslag', 'exam_result', orNothing(oneOf(examResults, 'examenuitslag')), { loosely: ['uitslag', 'resultaat', 'examenresultaat'] }),
    column('diploma', 'diploma', orNothing(oneOf(diplomas, 'diploma')), { loosely: ['behaald diploma'] }),
    column('bestemming', 'destination', orNothing(oneOfLabels(destinations, 'bestemming')), { loosely: ['vervolg', 'gaat naar', 'vervolgbestemming'] }),
  ],
  bring,
};

/** Of a year that was asked for; else of this school year, else the only leaver with this number. */
const FIND = `create temp table found on commit drop as
  select s.number, (array_agg(l.id order by (l.school_year = $3) desc))[1] as leaver_id,
    count(*) filter (where l.school_year = $3) = 0 and count(l.id) > 1 as several, count(l.id) = 0 as none
  from (select distinct number from staged where fault is null) s
  left join app.leaver l on l.school_id = $1 and l.number = s.number and ($2::text is null or l.school_year = $2)
  group by s.number`;

async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, owner, year, day, present } = bringing;
  await sql('drop table if exists found');
  await sql(FIND, [owner?.id, year, year ?? schoolYearOf(day)]);
  await sql(`insert into refusal select s.line, 'leerlingnummer', s.number, case when f.none
      then 'Deze leerling kennen we niet. Breng eerst leerlingen, of verbeter het nummer.'
      else 'Dit nummer hoort bij leerlingen van meer schooljaren. Zeg erbij welk schooljaar dit is.' end
    from staged s join found f using (number) where s.fault is null and (f.none or f.several)`);
  const counts = await merge(bringing, {
    table: 'leaver',
    same: 't.id = (select f.leaver_id from found f where f.number = s.number)',
    set: {
      exam_result: 's.exam_result',
      diploma: 's.diploma',
      destination: "case when s.destination is null and t.destination_source is distinct from 'file' then t.destination else s.destination end",
      destination_source: "case when s.destination is null and t.destination_source is distinct from 'file' then t.destination_source when s.destination is not null then 'file' end",
    },
    aside: { old_result: 't.exam_result', old_destination: 't.destination' },
    present: [...present, ...(present.has('destination') ? ['destination_source'] : [])],
    inserts: false,
    params: [],
  });
  await sql('insert into touched_leaver select row_id from change');
  await sql(`insert into warning select s.line, 'diploma', l.diploma, $1 from good s join found f using (number) join app.leaver l on l.id = f.leaver_id where app.failed_it(l.school_type, l.exam_result, l.diploma)`, [UNCLEAR]);
  await tell(bringing);
  return { ...counts, waiting: 0 };
}

const UNCLEAR = 'Gezakt, en toch dit diploma: het diploma telt niet mee. Had de leerling het al? Laat de examenuitslag leeg.';

async function tell({ sql, owner, day, present, memberId, deliveryId }: Bringing): Promise<void> {
  for (const [field, old, kind] of [['exam_result', 'old_result', 'result-known'], ['destination', 'old_destination', 'destination-known']]) {
    if (!present.has(String(field))) continue;
    await sql(
      `insert into app.event (leaver_id, kind, was, became, as_of, source, organisation_id, member_id, delivery_id)
      select row_id, $1, ${old}, ${field}, $2, 'file', $3, $4, $5 from change where ${old} is distinct from ${field} order by line`,
      [kind, day, owner?.id, memberId, deliveryId],
    );
  }
}
