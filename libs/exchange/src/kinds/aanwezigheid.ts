import { schoolYearOf } from '#policy';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { merge } from '../bringing/merge.ts';
import { count, numberOf, schoolYear } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed } from './kind.ts';

const yesOrNo = oneOf([{ code: 'true', written: ['ja', 'j'] }, { code: 'false', written: ['nee', 'n'] }], 'keuze');

/** How often somebody was there: for the passport, never for a signal. */
export const aanwezigheid: Kind = {
  name: 'aanwezigheid',
  broughtFor: 'sends',
  key: ['number', 'school_year'],
  anyOf: ['uren_met_reden', 'uren_zonder_reden'],
  columns: [
    needed('leerlingnummer', 'number', numberOf, { also: ['stamnummer', 'stamnr', 'leerlingnr', 'llnr', 'llnnr', 'llnummer'], loosely: ['nummer leerling', 'nummer'] }),
    needed('schooljaar', 'school_year', schoolYear, { loosely: ['cursusjaar'] }),
    column('uren_met_reden', 'hours_with_reason', count, { type: 'int', loosely: ['geoorloofd', 'uren geoorloofd', 'geoorloofd afwezig'] }),
    column('uren_zonder_reden', 'hours_without_reason', count, { type: 'int', loosely: ['ongeoorloofd', 'uren ongeoorloofd', 'ongeoorloofd afwezig'] }),
    column('gemeld_leerplicht', 'reported', yesOrNo, { loosely: ['leerplicht', 'gemeld bij leerplicht', 'melding leerplicht'] }),
  ],
  bring,
};

/** The row of the pupil that leaves last: who stays another year stands there twice. */
const FIND = `create temp table found on commit drop as
  select s.number, s.school_year, (array_agg(l.id order by l.school_year desc))[1] as leaver_id
  from (select distinct number, school_year from staged where fault is null) s
  left join app.leaver l on l.school_id = $1 and l.number = s.number and l.school_year >= s.school_year
  group by s.number, s.school_year`;

async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, owner, day, present } = bringing;
  const year = schoolYearOf(day);
  await sql('drop table if exists found');
  await sql(FIND, [owner?.id]);
  await sql(`insert into refusal select line, 'schooljaar', school_year, 'Alleen dit schooljaar en het vorige tellen. Haal de rij weg.'
    from staged where fault is null and school_year <> all($1)`, [[year, yearBefore(year)]]);
  await sql(`insert into refusal select s.line, 'leerlingnummer', s.number, 'Deze leerling kennen we niet. Breng eerst leerlingen, of verbeter het nummer.'
    from staged s join found f using (number, school_year) where s.fault is null and f.leaver_id is null and not exists (select from refusal r where r.line = s.line)`);
  const leaver = '(select f.leaver_id from found f where (f.number, f.school_year) = (s.number, s.school_year))';
  const counts = await merge(bringing, {
    table: 'presence',
    same: `t.leaver_id = ${leaver} and t.school_year = s.school_year`,
    set: { hours_with_reason: 's.hours_with_reason', hours_without_reason: 's.hours_without_reason', reported: 's.reported::boolean' },
    onlyNew: { leaver_id: leaver, school_year: 's.school_year' },
    present: [...present],
    params: [],
  });
  return { ...counts, waiting: 0 };
}

const yearBefore = (year: string): string => {
  const from = Number(year.slice(0, 4));
  return `${from - 1}-${from}`;
};
