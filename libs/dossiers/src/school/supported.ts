import type { Actor, Clock, Tx } from '#platform';
import type { Answers } from '../writing/answered.ts';
import type { OpenedPart } from './read-along.ts';

/** Of who needs no support a coordinator sees a name and a class, and nothing else. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly class: string | null;
}

export interface Begun extends Named {
  readonly done: boolean;
  /** Of what was finished last; null when the student did not answer yet. */
  readonly agrees: boolean | null;
}

export interface SupportList {
  readonly begun: readonly Begun[];
  readonly found: readonly Named[];
  /** What was looked for; null when nothing was. */
  readonly typed: string | null;
}

export interface Needs extends Named {
  readonly givenName: string;
  readonly parts: readonly OpenedPart[];
  readonly presence: Answers | null;
}

/** For whom there is a part about support, and what its writer may read about them (rules 10: sections 6, 8 and 9). */
export class Supported {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async list(actor: Actor, search: string | undefined): Promise<SupportList> {
    const [begun, found, asked] = await this.tx.readAll(actor, [
      { name: 'support-begun', text: BEGUN },
      { name: 'support-found', text: FOUND, values: [search ?? null] },
      { name: 'support-asked', text: 'select typed from app.search where id = $1', values: [search ?? null] },
    ]);
    return { begun, found, typed: asked?.[0]?.typed ?? null } as unknown as SupportList;
  }

  /** Beginning is what opens the needs of a student; a second time changes nothing. False when there is no such leaver. */
  async begin(actor: Actor, leaverId: string): Promise<boolean> {
    return this.tx.run(actor, async (sql) => {
      const known = await sql('select from app.leaver where id = $1', [leaverId]);
      if (known.length) await sql(BEGIN, [leaverId, this.clock.now()]);
      return known.length > 0;
    });
  }

  /** Undefined when there is no such leaver, or no part was begun. */
  async needs(actor: Actor, leaverId: string): Promise<Needs | undefined> {
    const values = [leaverId];
    const [leaver, parts] = await this.tx.readAll(actor, [{ name: 'support-leaver', text: LEAVER, values }, { name: 'support-needs', text: NEEDS, values }]);
    return leaver?.[0] && ({ ...leaver[0], parts } as unknown as Needs);
  }
}

const NAME = 'l.id, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.class';

const BEGUN = `select ${NAME}, coalesce(t.done, false) as done, (select s.agrees from app.agreement s
    where (s.leaver_id, s.section, s.version) = (t.leaver_id, t.section, t.version) order by s.said_at desc limit 1) as agrees
  from app.school_draft d join app.leaver l on l.id = d.leaver_id left join app.section_text t on t.leaver_id = d.leaver_id and t.section = d.section
  where d.section = 'support' order by l.class, l.sort_name`;

/** Every word must be in the name; the newest school year first for who stands in two. */
const FOUND = `select ${NAME} from app.search q join app.leaver l on not exists (
    select from unnest(q.words) word where position(word in l.sort_name || ' ' || lower(app.full_name(l.given_name, l.name_prefix, l.family_name))) = 0)
  where q.id = $1 and cardinality(q.words) > 0 order by l.sort_name, l.school_year desc limit 50`;

const BEGIN = `insert into app.school_draft (leaver_id, section, version, answers, written_at, written_by) values ($1, 'support', 1, '{}', $2, app.my_member())
  on conflict do nothing`;

const LEAVER = `select ${NAME}, l.given_name as "givenName", app.presence_of(l.id) as presence from app.leaver l where l.id = $1 and app.is_supported(l.id)`;

const NEEDS = `select t.section, t.answers, t.done, t.written_at as "writtenAt" from app.section_text t join app.section_rule r on r.code = t.section and r.writer = 'student'
  where t.leaver_id = $1 and t.answers <> '{}'`;
