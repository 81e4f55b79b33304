import type { Actor, Clock, Tx } from '#platform';
import { sections } from '#policy';
import type { AttachedFile } from '../attachments/attachments.ts';
import { ADDED, type AddedQuestion } from '../questions/added.ts';
import type { Answers } from './answered.ts';

export interface Passport {
  readonly givenName: string;
  readonly schoolType: string;
  /** On the day that holds; the birthday itself counts. */
  readonly isUnder16: boolean;
  readonly written: readonly WrittenSection[];
  /** Sections about which the file of the school says something. */
  readonly fromSchool: readonly string[];
}

export interface WrittenSection {
  readonly section: string;
  readonly version: number;
  readonly done: boolean;
  readonly writtenAt: Date;
  /** What the student said of a text of the school as it stands now; null when nothing yet. */
  readonly agrees: boolean | null;
  /** As every count of parts has it. */
  readonly isDone: boolean;
}

export interface OpenSection {
  /** The membership that writes. */
  readonly writer: string;
  readonly givenName: string;
  readonly schoolType: string;
  /** 0 when nothing was written yet. */
  readonly version: number;
  readonly answers: Answers;
  readonly notes: Answers;
  /** With the question of each. */
  readonly files: readonly (AttachedFile & { readonly question: string; readonly asked: string })[];
  /** What the region asks besides, or once asked. */
  readonly added?: readonly AddedQuestion[];
  readonly done: boolean;
  readonly writtenAt: Date | null;
}

export interface Writing {
  readonly section: string;
  readonly answers: Answers;
  readonly notes: Answers;
  /** Undefined when only kept for now: keeping never changes whether a section is done. */
  readonly done?: boolean;
  /** What the writer had before them. */
  readonly version: number;
}

/** The passport of the student who asks. Nobody writes over what they have not seen. */
export class Passports {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  async mine(actor: Actor): Promise<Passport | undefined> {
    const [about, written, fromSchool] = await this.tx.readAll(actor, [
      { name: 'passport-about', text: ABOUT, values: [this.clock.today()] },
      { name: 'passport-written', text: WRITTEN },
      { name: 'passport-from-school', text: FROM_SCHOOL, values: [FILED] },
    ]);
    return about?.[0] && ({ ...about[0], written, fromSchool: fromSchool?.map(({ section }) => String(section)) } as unknown as Passport);
  }

  async section(actor: Actor, section: string): Promise<OpenSection | undefined> {
    const [found] = await this.tx.read<OpenSection & Record<string, unknown>>(actor, { name: 'passport-section', text: SECTION, values: [section] });
    return found;
  }

  /** The new version and when; undefined when somebody changed the section since `version`, unless to the same text. */
  async write(actor: Actor, { section, answers, notes, done, version }: Writing): Promise<{ version: number; writtenAt: Date } | undefined> {
    return this.tx.run(actor, async (sql) => {
      const [kept] = await sql<{ version: number; writtenAt: Date }>(WRITE, [section, answers, done ?? null, version, this.clock.now(), notes]);
      if (kept) await sql(NOTES, [section, notes]);
      return kept;
    });
  }
}

const ABOUT = `select l.given_name as "givenName", coalesce(l.school_type, '') as "schoolType", $1::date < l.birth_date + interval '16 years' as "isUnder16"
  from app.leaver l where l.id = app.my_leaver()`;

const WRITTEN = `select t.section, t.version, t.done, t.written_at as "writtenAt", (select s.agrees from app.agreement s
    where (s.leaver_id, s.section, s.version) = (t.leaver_id, t.section, t.version) order by s.said_at desc limit 1) as agrees, app.part_is_done(t) as "isDone"
  from app.section_text t where t.leaver_id = app.my_leaver()`;
const FILES = `coalesce((select jsonb_agg(jsonb_build_object('question', f.question, 'asked', f.asked, 'file', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size) order by f.added_at, f.id)
    from app.attachment f where f.leaver_id = l.id and f.section = $1 and f.removed_at is null), '[]')`;

const FILED = sections.filter(({ writer }) => writer === 'school-file').map(({ code }) => code);

const FROM_SCHOOL = 'select section from unnest($1::text[]) section where app.my_school_facts(section) is not null';

const SECTION = `select app.my_member() as writer, l.given_name as "givenName", coalesce(l.school_type, '') as "schoolType", coalesce(t.version, 0) as version, coalesce(t.answers, '{}') as answers,
    coalesce(n.answers, '{}') as notes, ${FILES} as files, ${ADDED} as added, coalesce(t.done, false) as done, t.written_at as "writtenAt"
  from app.leaver l left join app.section_text t on t.leaver_id = l.id and t.section = $1
  left join app.private_note n on n.leaver_id = l.id and n.section = $1 where l.id = app.my_leaver()`;

const WRITE = `insert into app.section_text as t (leaver_id, section, version, answers, done, written_at, written_by)
  values (app.my_leaver(), $1, 1, $2, coalesce($3, false), $5, app.my_member())
  on conflict (leaver_id, section) do update set version = t.version + 1, answers = excluded.answers, done = coalesce($3, t.done),
    written_at = excluded.written_at, written_by = excluded.written_by
  where t.version = $4 or (t.answers = excluded.answers and $6::jsonb = coalesce(
    (select n.answers from app.private_note n where n.leaver_id = t.leaver_id and n.section = t.section), '{}'))
  returning t.version, t.written_at as "writtenAt"`;

const NOTES = `insert into app.private_note as n (leaver_id, section, answers) values (app.my_leaver(), $1, $2)
  on conflict (leaver_id, section) do update set answers = excluded.answers where n.answers is distinct from excluded.answers`;
