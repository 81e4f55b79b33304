import type { Actor, Clock, Tx } from '#platform';

export interface Correction {
  readonly id: string;
  /** A code of `correctionTopics`. */
  readonly about: string;
  readonly wrong: string;
  readonly better: string;
  readonly askedAt: Date;
  /** A code of `correctionAnswers`; null while nobody answered. */
  readonly answer: string | null;
  readonly reason: string;
}

/** Requests to have mended what a school brought or wrote: asked by the student, answered by the mentor. */
export class Corrections {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  async mine(actor: Actor): Promise<Correction[]> {
    return (await this.tx.read(actor, { name: 'corrections-mine', text: `${LISTED} where leaver_id = (select app.my_leaver()) ${ORDER}` })) as unknown as Correction[];
  }

  /** Of one leaver, for the mentor; undefined when there is no such leaver for who asks. */
  async of(actor: Actor, leaver: string): Promise<{ name: string; givenName: string; asked: Correction[] } | undefined> {
    const [about, asked] = await this.tx.readAll(actor, [
      { text: `select app.full_name(given_name, name_prefix, family_name) as name, given_name as "givenName" from app.leaver where id = $1 and app.mentors_content(id)`, values: [leaver] },
      { text: `${LISTED} where leaver_id = $1 ${ORDER}`, values: [leaver] },
    ]);
    return about?.[0] && ({ ...about[0], asked } as unknown as { name: string; givenName: string; asked: Correction[] });
  }

  /** How many of a leaver wait for an answer; undefined when there never was one. */
  async waiting(actor: Actor, leaver: string): Promise<number | undefined> {
    const text = 'select count(*)::int as asked, count(*) filter (where answer is null)::int as open from app.correction_request where leaver_id = $1';
    const [row] = await this.tx.read<{ asked: number; open: number }>(actor, { name: 'corrections-waiting', text, values: [leaver] });
    return row?.asked ? row.open : undefined;
  }

  async ask(actor: Actor, { about, wrong, better }: Pick<Correction, 'about' | 'wrong' | 'better'>): Promise<void> {
    await this.tx.run(actor, (sql) => sql(ASK, [about, wrong, better, this.clock.now()]));
  }

  /** False when it was answered already, or is not this mentor's to answer. */
  async answer(actor: Actor, leaver: string, { id, answer, reason }: { id: string; answer: string; reason: string }): Promise<boolean> {
    const answered = await this.tx.run(actor, (sql) => sql(ANSWER, [id, leaver, answer, reason, this.clock.now()]));
    return answered.length > 0;
  }

  /** Wipes all that rests on the choice or consent of the student who asks; sharing stops first. */
  async erase(actor: Actor): Promise<void> {
    await this.tx.run(actor, (sql) => sql('select app.erase_my_choices($1)', [this.clock.now()]));
  }
}

const LISTED = 'select id, about, wrong, better, asked_at as "askedAt", answer, reason from app.correction_request';
const ORDER = 'order by answer is null desc, asked_at desc, id';

const ASK = `insert into app.correction_request (leaver_id, about, wrong, better, asked_at, asked_by)
  values (app.my_leaver(), $1, $2, $3, $4, app.my_member())`;

const ANSWER = `update app.correction_request set answer = $3, reason = $4, answered_at = $5, answered_by = app.my_member()
  where id = $1 and leaver_id = $2 and answer is null returning id`;
