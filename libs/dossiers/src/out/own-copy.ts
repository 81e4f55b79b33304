import type { Actor, Clock, Tx } from '#platform';
import { sections, senderWording, type Section } from '#policy';
import type { Answers } from '../writing/answered.ts';
import type { Dossier, DossierLeaver, DossierSection } from './dossier.ts';
import { answersOut } from './answers-out.ts';
import { TALKS, talkOut, type Talk } from './talks.ts';
import { movedDays } from '../reading/moved-days.ts';

export interface SharedWith {
  readonly section: string;
  readonly college: string;
  readonly on: string;
}

export interface OwnCopy {
  readonly dossier: Dossier;
  readonly sharedWith: readonly SharedWith[];
}

interface Text {
  readonly section: string;
  readonly answers: Answers;
}

interface Said {
  readonly section: string;
  readonly agrees: boolean;
  readonly reason: string;
}

interface Found {
  readonly texts: readonly Text[];
  readonly said: readonly Said[];
  readonly notes: readonly Text[];
  readonly talks: readonly Talk[];
}

/** All that a student may read of the own passport, notes included; for a parent in sight the same without the notes. Undefined: nobody in sight. */
export async function ownCopy(tx: Tx, clock: Pick<Clock, 'now' | 'today'>, actor: Actor): Promise<OwnCopy | undefined> {
  const isStudent = actor.kind === 'student';
  const [about, texts, facts, said, sharedWith, talks, notes] = await tx.readAll(actor, [
    { name: 'copy-about', text: ABOUT },
    { name: 'copy-texts', text: TEXTS },
    { name: 'copy-facts', text: FACTS, values: [OF_SCHOOL] },
    { name: 'copy-said', text: SAID },
    { name: 'copy-shared-with', text: SHARED_WITH, values: [movedDays(clock)] },
    { name: 'copy-talks', text: TALKS },
    ...(isStudent ? [{ name: 'copy-notes', text: 'select section, answers from app.private_note' }] : []),
  ]);
  if (!about?.[0]) return undefined;
  const { schoolKind, ...leaver } = about[0] as unknown as DossierLeaver & { schoolKind: string };
  const found = { texts: [...(texts ?? []), ...(facts ?? [])], said, notes: notes ?? [], talks } as unknown as Found;
  const reword = senderWording(schoolKind) ?? ((text: string) => text);
  const named = sections.map((section) => ({ ...section, dutch: reword(isStudent ? section.dutch : (section.toOthers ?? section.dutch)) }));
  const parts = named.flatMap((section) => partsOf(section, leaver.givenName, found)).map((part) => ({ ...part, by: reword(part.by) }));
  const dossier = { madeOn: clock.today(), leaver, sections: parts };
  return { dossier, sharedWith: sharedWith as unknown as SharedWith[] };
}

/** Everything else that is held about the student who asks, as the database tells it. */
export async function heldAboutMe(tx: Tx, actor: Actor): Promise<object> {
  const [row] = await tx.read<{ held: object | null }>(actor, { name: 'held-about-me', text: 'select app.held_about_me() as held' });
  return row?.held ?? {};
}

function partsOf(section: Section, givenName: string, found: Found): DossierSection[] {
  if (section.code === 'warm-handover') return found.talks.map((talk) => talkOut(talk, section, writerOf(talk.askedRole === 'mentor' ? 'mentor' : 'student', givenName)));
  return textsOf(section, givenName, found);
}

function textsOf({ code, dutch, writer, stands }: Section, givenName: string, { texts, said, notes }: Found): DossierSection[] {
  const text = texts.find(({ section }) => section === code);
  const saidOf = said.find(({ section }) => section === code);
  const mine = notes.find(({ section, answers }) => section === code && Object.keys(answers).length);
  const isWaiting = writer === 'student' && stands === 'mine';
  return [
    ...(text || isWaiting
      ? [{ code, dutch, by: writerOf(writer, givenName), answers: answersOut(code, text?.answers ?? {}), ...(saidOf && { agrees: saidOf.agrees }), ...(saidOf?.reason && { objection: saidOf.reason }) }]
      : []),
    ...(mine ? [{ code, dutch: `${dutch} Voor jezelf`, by: givenName, answers: answersOut(code, mine.answers), isPrivate: true }] : []),
  ];
}

const WRITERS = { mentor: 'de mentor', 'support-coordinator': 'de ondersteuningscoördinator', 'school-file': 'de school' } as const;

/** Who wrote a section, in words that a stranger understands. */
export const writerOf = (writer: Section['writer'], givenName: string): string => (writer === 'student' ? givenName : WRITERS[writer]);

const ABOUT = `
select l.given_name as "givenName", app.full_name(l.given_name, l.name_prefix, l.family_name) as "fullName", nullif(l.name_prefix, '') as prefix,
  l.family_name as surname, l.birth_date::text as "birthDate", o.name as school, o.kind as "schoolKind", o.code as "schoolCode", l.class, l.school_year as "schoolYear"
from app.leaver l join app.organisation o on o.id = l.school_id where l.id = (select app.my_leaver())`;

const OF_SCHOOL = sections.filter(({ writer }) => writer === 'school-file').map(({ code }) => code);
const FACTS = 'select section, answers from unnest($1::text[]) section cross join lateral app.my_school_facts(section) answers where answers is not null';

const TEXTS = `
with me as (select app.my_leaver() as id),
part as (
  select t.section from me join app.section_text t on t.leaver_id = me.id
  union select f.section from me join app.attachment f on f.leaver_id = me.id where f.removed_at is null)
select section, app.answers_with_files(me.id, section, coalesce(t.answers, '{}')) as answers
from me cross join part left join app.section_text t using (section) where t.leaver_id is null or t.leaver_id = me.id`;

/** Of the text that stands now: of an older one it says nothing any more. */
const SAID = `
select distinct on (a.section) a.section, a.agrees, a.reason from app.agreement a
join lateral app.my_text_to_read(a.section) t on t.version = a.version
where a.leaver_id = (select app.my_leaver()) order by a.section, a.said_at desc`;

const SHARED_WITH = `
select s.section, o.name as college, ((s.given_at at time zone 'Europe/Amsterdam')::date + $1::int)::text as "on"
from app.share s join app.application a on a.id = s.application_id join app.organisation o on o.id = a.college_id
where s.leaver_id = (select app.my_leaver()) and s.state = 'given' order by o.name`;
