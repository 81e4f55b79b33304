import { diplomas, examResults, schoolTypes, sections, tracks } from '#policy';
import { opened } from './students.ts';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The code in a column as the word that people read. */
const inWords = (column: string, rows: readonly { readonly code: string; readonly dutch: string }[]): string =>
  `case ${column} ${rows.map(({ code, dutch }) => `when ${literal(code)} then ${literal(dutch)}`).join(' ')} end`;

const ASKED = sections
  .filter(({ writer }) => writer === 'school-file')
  .flatMap(({ code, questions }) => questions.map((question) => `(${[code, question.code, question.asks].map(literal).join(', ')})`))
  .join(', ');

/** What the row of a leaver in the administration says, in the shape of section_text.answers; null when it says nothing. */
const facts = `
create or replace function app.school_facts(leaver uuid, part text) returns jsonb language sql stable as $$
  select jsonb_object_agg(q.code, jsonb_build_object('asked', q.asks, 'answer', f.answer))
  from app.leaver l join app.organisation o on o.id = l.school_id
  left join lateral (select * from app.presence x where x.leaver_id = l.id order by x.school_year desc limit 1) p on true
  cross join lateral (values
    ('my-school', 'school', o.name),
    ('my-school', 'class', l.class),
    ('my-school', 'kind', concat_ws(', ', nullif(${inWords('l.school_type', schoolTypes)}, 'geen'), ${inWords('l.track', tracks)})),
    ('my-school', 'result', coalesce(${inWords('l.exam_result', examResults)}, ${inWords('l.diploma', diplomas)})),
    ('presence', 'year', p.school_year),
    ('presence', 'with-reason', p.hours_with_reason || ' uur'),
    ('presence', 'without-reason', p.hours_without_reason || ' uur'),
    ('presence', 'reported', case p.reported when true then 'Ja' when false then 'Nee' end)) f (section, code, answer)
  join (values ${ASKED}) q (section, code, asks) on (q.section, q.code) = (f.section, f.code)
  where l.id = leaver and f.section = part and coalesce(f.answer, '') <> ''
$$;

create or replace function app.my_school_facts(part text) returns jsonb language sql stable as $$
  select app.school_facts(app.my_leaver(), part)
$$;`;

/** For who writes about support, of whom a part was begun (rules 10). */
const ofSupported = `
create or replace function app.presence_of(leaver uuid) returns jsonb language sql stable as $$
  select app.school_facts(l.id, 'presence') from app.leaver l join app.school_draft d on d.leaver_id = l.id and d.section = 'support'
  where l.id = leaver and l.school_id = app.my_organisation()
$$;`;

/** Any leaver only from inside; a student and a parent their own, a coordinator who is supported. */
const DOORS = { 'school_facts(uuid, text)': [], 'my_school_facts(text)': ['student', 'guardian'], 'presence_of(uuid)': ['support'] };

export const schoolFacts = [facts, ofSupported, opened(DOORS)].join('\n');
