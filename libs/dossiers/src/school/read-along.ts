import type { Actor, Clock, Tx } from '#platform';
import { sections } from '#policy';
import type { Answers } from '../writing/answered.ts';

/** Who may read parts of the student who asks; a parent reads all but notes. */
export interface SchoolReader {
  readonly kind: 'mentor' | 'support-coordinator' | 'guardian';
  readonly name: string | null;
  readonly sections: readonly string[];
}

export interface OpenedPart {
  readonly section: string;
  readonly answers: Answers;
  readonly done: boolean;
  readonly writtenAt: Date;
}

export interface Opened {
  readonly name: string;
  readonly givenName: string;
  readonly class: string | null;
  /** Opened by the student; those in which nothing was written yet are not among them. */
  readonly parts: readonly OpenedPart[];
}

const OWN = sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine').map(({ code }) => code);

/** What a student lets somebody at school read along, part by part; closed works at once. */
export class ReadAlong {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  readers(actor: Actor): Promise<SchoolReader[]> {
    return this.tx.read(actor, { name: 'school-readers', text: 'select * from app.my_readers()' }) as Promise<unknown[]> as Promise<SchoolReader[]>;
  }

  /** The parts that the mentor may read now, by their codes, and those that fell shut because another mentor came. */
  async mine(actor: Actor): Promise<{ readonly open: string[]; readonly shut: string[] }> {
    const rows = await this.tx.read<{ section: string; isOpen: boolean }>(actor, { name: 'opened-mine', text: MINE });
    const codes = (wanted: boolean): string[] => rows.filter(({ isOpen }) => isOpen === wanted).map(({ section }) => section);
    return { open: codes(true), shut: codes(false) };
  }

  /** These and no others; what is not a part of the student's own is left out. */
  async open(actor: Actor, wanted: readonly string[]): Promise<void> {
    const parts = OWN.filter((code) => wanted.includes(code));
    await this.tx.write(actor, [
      { text: CLOSE, values: [parts] },
      { text: OPEN, values: [parts, this.clock.now()] },
    ]);
  }

  /** Undefined when there is no such leaver for who asks. */
  async ofLeaver(actor: Actor, leaverId: string): Promise<Opened | undefined> {
    const [leaver, parts] = await this.tx.readAll(actor, [
      { name: 'read-along-leaver', text: LEAVER, values: [leaverId] },
      { name: 'read-along-parts', text: PARTS, values: [leaverId] },
    ]);
    return leaver?.[0] && ({ ...leaver[0], parts } as unknown as Opened);
  }
}

const MINE = 'select section, app.still_open(leaver_id, section, opened_for) as "isOpen" from app.opened_section where leaver_id = app.my_leaver()';

/** What fell shut is opened anew, to the mentor of now. */
const CLOSE = 'delete from app.opened_section where leaver_id = app.my_leaver() and (section <> all($1) or not app.still_open(leaver_id, section, opened_for))';

const OPEN = `insert into app.opened_section (leaver_id, section, opened_at, opened_by)
  select app.my_leaver(), part, $2, app.my_member() from unnest($1::text[]) part on conflict do nothing`;

const LEAVER = `select app.full_name(given_name, name_prefix, family_name) as name, given_name as "givenName", class from app.leaver
  where id = $1 and app.mentors_content(id)`;

/** Row-level security leaves out what is not opened; what the mentor wrote stands on a page of its own. */
const PARTS = `select t.section, app.answers_with_files(t.leaver_id, t.section, t.answers) as answers, t.done, t.written_at as "writtenAt" from app.section_text t join app.section_rule r on r.code = t.section and r.writer = 'student'
  where t.leaver_id = $1 and app.answers_with_files(t.leaver_id, t.section, t.answers) <> '{}'`;
