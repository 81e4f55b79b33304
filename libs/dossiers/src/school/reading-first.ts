import type { Actor, Clock, Tx } from '#platform';
import type { Answers } from '../writing/answers.ts';
import type { Said } from './school-parts.ts';

export interface PartToRead {
  readonly mentor: string | null;
  /** Empty while the school is still writing. */
  readonly text: { readonly version: number; readonly answers: Answers; readonly writtenAt: Date } | null;
  /** What the student said before, newest first. */
  readonly said: readonly Said[];
}

export interface Answer {
  /** What was read. */
  readonly version: number;
  readonly agrees: boolean;
  readonly reason: string;
}

/** The student reads what the school wrote before it goes anywhere, and says whether it is right. */
export class ReadingFirst {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async open(actor: Actor, section: string): Promise<PartToRead | undefined> {
    const [part, said] = await this.tx.readAll(actor, [
      { name: 'part-to-read', text: TO_READ, values: [section] },
      { name: 'part-i-said', text: I_SAID, values: [section] },
    ]);
    return part?.[0] && ({ ...part[0], said } as unknown as PartToRead);
  }

  /** False when the school changed or took back the text since it was read: then it must be read again. */
  async say(actor: Actor, section: string, { version, agrees, reason }: Answer): Promise<boolean> {
    const said = await this.tx.run(actor, (sql) => sql(SAY, [section, version, agrees, agrees ? '' : reason, this.clock.now()]));
    return said.length > 0;
  }
}

const TO_READ = `select app.my_mentor() as mentor,
    case when t.leaver_id is not null then jsonb_build_object('version', t.version, 'answers', t.answers, 'writtenAt', t.written_at) end as text
  from app.leaver l left join app.section_text t on t.leaver_id = l.id and t.section = $1 where l.id = app.my_leaver()`;

const I_SAID = `select s.agrees, s.reason, s.said_at as "saidAt", s.answers, coalesce(s.version = t.version, false) as current
  from app.agreement s left join app.section_text t on t.leaver_id = s.leaver_id and t.section = s.section
  where s.leaver_id = app.my_leaver() and s.section = $1 order by s.said_at desc limit 10`;

const SAY = `insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at, said_by)
  select t.leaver_id, t.section, t.version, t.answers, $3, $4, $5, app.my_member() from app.section_text t
  where t.leaver_id = app.my_leaver() and t.section = $1 and t.version = $2 and t.done returning id`;
