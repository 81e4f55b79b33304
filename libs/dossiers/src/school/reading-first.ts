import type { Actor, Clock, Tx } from '#platform';
import type { Answers } from '../writing/answered.ts';
import type { Said } from './school-parts.ts';

export interface PartToRead {
  readonly mentor: string | null;
  /** Empty while the school is still writing. */
  readonly text: { readonly version: number; readonly answers: Answers; readonly writtenAt: Date | null } | null;
  /** What the student said before, newest first. */
  readonly said: readonly Said[];
}

export interface Answer {
  /** What was read. */
  readonly version: number;
  readonly agrees: boolean;
  readonly reason: string;
}

const DISCUSS = 'Ik wil dit eerst bespreken.';

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

  /**
   * False when the school changed or took back the text since it was read: then it must be read again. Nobody wrote what stands in the
   * administration, so what is to be talked about there goes to the mentor as something to mend.
   */
  async say(actor: Actor, section: string, { version, agrees, reason }: Answer): Promise<boolean> {
    const now = this.clock.now();
    return this.tx.run(actor, async (sql) => {
      const said = await sql(SAY, [section, version, agrees, agrees ? '' : reason, now]);
      if (said.length && !agrees) await sql(ASK_MENTOR, [section, reason, DISCUSS, now]);
      return said.length > 0;
    });
  }
}

const TO_READ = `select app.my_mentor() as mentor,
    (select jsonb_build_object('version', t.version, 'answers', t.answers, 'writtenAt', t.written_at) from app.my_text_to_read($1) t) as text
  from app.leaver l where l.id = app.my_leaver()`;

const I_SAID = `select s.agrees, s.reason, s.said_at as "saidAt", s.answers, coalesce(s.version = t.version, false) as current
  from app.agreement s left join app.my_text_to_read($1) t on true
  where s.leaver_id = app.my_leaver() and s.section = $1 order by s.said_at desc limit 10`;

const SAY = `insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at, said_by)
  select app.my_leaver(), $1, t.version, t.answers, $3, $4, $5, app.my_member() from app.my_text_to_read($1) t where t.version = $2 returning id`;

const ASK_MENTOR = `insert into app.correction_request (leaver_id, about, wrong, better, asked_at, asked_by)
  select app.my_leaver(), r.code, $2, $3, $4, app.my_member() from app.section_rule r where r.code = $1 and r.writer = 'school-file' and not exists (
    select from app.correction_request c where c.leaver_id = app.my_leaver() and (c.about, c.wrong) = (r.code, $2) and c.answer is null)`;
