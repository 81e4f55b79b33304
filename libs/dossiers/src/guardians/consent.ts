import type { Actor, Clock, Tx } from '#platform';
import type { Answers } from '../writing/answered.ts';

/** A section that waits for a parent, or was shared with their yes. */
export interface AskedShare {
  readonly share: string;
  readonly application: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly section: string;
  readonly contents: Answers;
  readonly state: 'waiting' | 'given';
  /** Before its own moment, because the child wants that. */
  readonly early: boolean;
  /** What the child said against a text of the school. */
  readonly objection: string | null;
  /** What this parent said before; null when nothing yet. */
  readonly agrees: boolean | null;
  /** The words that stood beside it then. */
  readonly agreedText: string | null;
}

export interface AskedParent {
  readonly givenName: string;
  readonly age: number;
  readonly shares: readonly AskedShare[];
  /** Talks between school and college that the child asked for, which the college knows of once a parent agreed to sharing with it. */
  readonly talks: readonly AskedTalk[];
}

export interface AskedTalk {
  readonly application: string;
  readonly topics: readonly string[];
  readonly contact: string;
  /** This parent did not say yes to it, and it waits for that. */
  readonly isNew: boolean;
}

export interface ParentAnswer {
  readonly share: string;
  readonly agrees: boolean;
  readonly text: string;
  /** The page asked about a talk with that school too. */
  readonly talk: boolean;
}

/** What a parent of somebody under 16 is asked, and answers. From the 16th birthday on there is nothing to see. */
export class ParentConsent {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** Undefined when nobody is in sight. */
  async asked(actor: Actor): Promise<AskedParent | undefined> {
    const [about, shares, talks] = await this.tx.readAll(actor, [
      { name: 'asked-about', text: ABOUT, values: [this.clock.today()] },
      { name: 'asked-shares', text: SHARES, values: [this.clock.today()] },
      { name: 'asked-talks', text: TALKS },
    ]);
    return about?.[0] && ({ ...about[0], shares, talks } as unknown as AskedParent);
  }

  /** How many sections were answered; 0 when that may not be any more. */
  async answer(actor: Actor, answers: readonly ParentAnswer[]): Promise<number> {
    const values = [JSON.stringify(answers), this.clock.today(), this.clock.now()];
    const [row] = await this.tx.run(actor, (sql) => sql<{ changed: number }>('select app.answer_sharing($1, $2, $3) as changed', values));
    return row?.changed ?? 0;
  }
}

const ABOUT = `select l.given_name as "givenName", extract(year from age($1::date, l.birth_date))::int as age from app.leaver l
  where l.id = (select app.my_leaver()) and $1::date < l.birth_date + interval '16 years'`;

const TALKS = `select application_id as application, topics, contact_name || ', ' || contact_reach as contact, not parent_agreed and not exists (select from app.guardian_answer g where g.guardian_id = any (agreed_by)) as "isNew" from app.warm_handover
  where leaver_id = (select app.my_leaver()) and asks_parent and state in ('asked', 'planned') order by application_id`;

const SHARES = `
select s.id as share, s.application_id as application, o.name as college, p.name as programme, p.level, s.section, s.contents, s.state, s.early, s.objection, g.agrees, g.agreed_text as "agreedText"
from app.share s join app.sharing h on h.id = s.sharing_id and h.needs_guardian
join app.application a on a.id = s.application_id join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
left join app.guardian_answer g on g.share_id = s.id
where s.state in ('waiting', 'given') and s.until_on >= $1::date order by a.preference nulls last, o.name, a.id, s.section, s.state desc, s.id`;
