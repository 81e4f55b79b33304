import type { Actor, Clock, Tx } from '#platform';
import type { Answers } from '../writing/answered.ts';
import type { OpenSection, Writing } from '../writing/passports.ts';

/** What the student said of a text of the school. */
export interface Said {
  readonly agrees: boolean;
  readonly reason: string;
  readonly saidAt: Date;
  /** Of the text that the student may read now; false of an earlier one. */
  readonly current: boolean;
  /** The text as it was read. */
  readonly answers: Answers;
}

export interface OpenPart extends OpenSection {
  readonly name: string;
  readonly class: string | null;
  /** Newest first. */
  readonly said: readonly Said[];
}

export interface PartState {
  readonly begun: boolean;
  readonly done: boolean;
  /** Of what was finished last; null when the student did not answer yet. */
  readonly agrees: boolean | null;
  /** For the own mentor: a parent stopped the sharing, or the leaver turned 16 and decides anew. */
  readonly sharing: 'not-shared' | 'share-again' | null;
}

/** A part of the passport that somebody at school writes about a student; what is finished is the student's to read. */
export class SchoolParts {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** Undefined when there is no such leaver for who asks, or the part is not theirs to write. */
  async open(actor: Actor, leaverId: string, section: string): Promise<OpenPart | undefined> {
    const values = [leaverId, section];
    const [open, said] = await this.tx.readAll(actor, [{ name: 'school-part', text: OPEN, values }, { name: 'school-part-said', text: SAID, values }]);
    return open?.[0] && ({ ...open[0], said } as unknown as OpenPart);
  }

  async state(actor: Actor, leaverId: string, section: string): Promise<PartState | undefined> {
    const [row] = await this.tx.read<PartState & Record<string, unknown>>(actor, { name: 'school-part-state', text: STATE, values: [leaverId, section, this.clock.today()] });
    return row;
  }

  /**
   * The new version and when; undefined when a colleague changed the text since `version`, unless to the same. `done` hands it to the
   * student, who gets one mail; not done any more takes it back.
   */
  async write(actor: Actor, leaverId: string, { section, answers, done, version }: Writing): Promise<{ version: number; writtenAt: Date } | undefined> {
    return this.tx.run(actor, async (sql) => {
      const [kept] = await sql<{ version: number; writtenAt: Date }>(KEEP, [leaverId, section, answers, version, this.clock.now()]);
      if (!kept) return undefined;
      if (done && (await sql(FINISH, [leaverId, section])).length) await sql('select app.tell_part_ready($1, $2, $3)', [leaverId, section, this.clock.today()]);
      if (done === false) await sql(TAKE_BACK, [leaverId, section]);
      return kept;
    });
  }
}

const OPEN = `select app.my_member() as writer, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.given_name as "givenName", l.class,
    coalesce(l.school_type, '') as "schoolType", coalesce(d.version, 0) as version, coalesce(d.answers, '{}') as answers, '{}'::jsonb as notes, '[]'::jsonb as files,
    coalesce(t.done, false) as done, d.written_at as "writtenAt"
  from app.leaver l left join app.school_draft d on d.leaver_id = l.id and d.section = $2
  left join app.section_text t on t.leaver_id = l.id and t.section = $2 where l.id = $1 and app.may_write_part(l.id, $2)`;

const SAID = `select s.agrees, s.reason, s.said_at as "saidAt", s.answers, s.version = t.version and t.done as current
  from app.agreement s join app.section_text t on t.leaver_id = s.leaver_id and t.section = s.section
  where s.leaver_id = $1 and s.section = $2 order by s.said_at desc limit 10`;

const STATE = `select d.leaver_id is not null as begun, coalesce(t.done, false) as done, (select s.agrees from app.agreement s
    where (s.leaver_id, s.section, s.version) = (t.leaver_id, t.section, t.version) order by s.said_at desc limit 1) as agrees, app.sharing_stands(l.id, $3::date) as sharing
  from app.leaver l left join app.school_draft d on d.leaver_id = l.id and d.section = $2
  left join app.section_text t on t.leaver_id = l.id and t.section = $2 where l.id = $1 and app.may_write_part(l.id, $2)`;

const KEEP = `insert into app.school_draft as d (leaver_id, section, version, answers, written_at, written_by) values ($1, $2, 1, $3, $5, app.my_member())
  on conflict (leaver_id, section) do update set version = d.version + 1, answers = excluded.answers, written_at = excluded.written_at, written_by = excluded.written_by
  where d.version = $4 or d.answers = excluded.answers
  returning d.version, d.written_at as "writtenAt"`;

/** The same text again keeps its version, so that what the student said of it stays true. */
const FINISH = `insert into app.section_text as t (leaver_id, section, version, answers, done, written_at, written_by)
  select leaver_id, section, version, answers, true, written_at, written_by from app.school_draft where leaver_id = $1 and section = $2
  on conflict (leaver_id, section) do update set version = case when t.answers = excluded.answers then t.version else excluded.version end,
    answers = excluded.answers, done = true, written_at = excluded.written_at, written_by = excluded.written_by
  where not (t.done and t.answers = excluded.answers)
  returning t.version`;

const TAKE_BACK = 'update app.section_text set done = false, written_by = app.my_member() where leaver_id = $1 and section = $2 and done';
