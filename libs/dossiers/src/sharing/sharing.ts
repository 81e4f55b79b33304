import type { Actor, Clock, Tx } from '#platform';
import type { GuardianLink } from '../guardians/links.ts';
import { movedDays } from '../reading/moved-days.ts';
import type { Answers } from '../writing/answers.ts';

/** An application with which something can be shared now. */
export interface Receiver {
  readonly application: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly status: string;
}

export interface Choice {
  readonly application: string;
  readonly section: string;
  readonly wish: string;
}

/** What pressing the button would share: a copy of a section as it stands now. */
export interface Shareable {
  readonly application: string;
  readonly section: string;
  readonly version: number;
  readonly early: boolean;
  readonly contents: Answers;
  readonly agrees: boolean | null;
}

/** What is shared or waits for a parent. */
export interface Shared {
  readonly application: string;
  readonly section: string;
  readonly version: number;
  readonly early: boolean;
  readonly agrees: boolean | null;
  readonly state: 'given' | 'waiting';
  /** A parent had to say yes too: from 16 on the student is asked again. */
  readonly byParent: boolean;
  /** The school sent it on a legal ground; the student cannot stop it. */
  readonly bySchool: boolean;
  readonly givenAt: Date | null;
  /** On the day that held then. */
  readonly givenOn: string | null;
  readonly untilOn: string;
}

export interface SharingNow {
  readonly isUnder16: boolean;
  readonly receivers: readonly Receiver[];
  readonly choices: readonly Choice[];
  readonly shareable: readonly Shareable[];
  readonly shared: readonly Shared[];
  /** Colleges for which a parent said no, at once or after a yes, and which have not been asked about again. */
  readonly refused: readonly string[];
  /** Colleges with which sharing ended on the day that was said beforehand. */
  readonly over: readonly SharedUntil[];
  /** Turned 16, and did not decide since about what a parent was asked for. */
  readonly asksAgain: boolean;
  /** Everybody should have applied by now. */
  readonly isLate: boolean;
}

export interface SharedUntil {
  readonly college: string;
  readonly untilOn: string;
}

/** The id of the parent, and how the question to them stands. */
export interface AskedGuardian {
  readonly guardian: string;
  readonly askedOn: string;
  readonly isAnswered: boolean;
  readonly isOver: boolean;
}

/** A row of the button's page, with the words that stood beside it. */
export interface Agreed {
  readonly application: string;
  readonly section: string;
  readonly version: number;
  readonly early: boolean;
  readonly text: string;
}

/** A student decides who reads which part. Choosing shares nothing; saying no to what is shared stops it at once. */
export class Sharing {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** Everything that the pages about sharing need, in one round trip. */
  async now(actor: Actor): Promise<SharingNow> {
    const today = this.clock.today();
    const [about, receivers, choices, shareable, shared, refused, over] = await this.tx.readAll(actor, [
      { name: 'sharing-about', text: ABOUT, values: [today] },
      { name: 'sharing-receivers', text: RECEIVERS, values: [today] },
      { name: 'sharing-choices', text: 'select application_id as application, section, wish from app.share_choice' },
      { name: 'sharing-shareable', text: SHAREABLE, values: [today] },
      { name: 'sharing-shared', text: SHARED, values: [today, movedDays(this.clock)] },
      { name: 'sharing-refused', text: REFUSED },
      { name: 'sharing-over', text: OVER, values: [today] },
    ]);
    return { isUnder16: Boolean(about?.[0]?.isUnder16), asksAgain: Boolean(about?.[0]?.asksAgain), isLate: Boolean(about?.[0]?.isLate), over, receivers, choices, shareable, shared, refused: refused?.map(({ college }) => college) } as unknown as SharingNow;
  }

  /** Whether who turned 16 is asked to decide anew. */
  async asksAgain(actor: Actor): Promise<boolean> {
    const [row] = await this.tx.read<{ asks: boolean | null }>(actor, { name: 'sharing-asks-again', text: 'select app.asks_me_again($1) as asks', values: [this.clock.today()] });
    return Boolean(row?.asks);
  }

  /** Keeps the wishes for one section, by application. */
  async choose(actor: Actor, section: string, wanted: Readonly<Record<string, string>>): Promise<void> {
    await this.tx.run(actor, (sql) => sql('select app.choose_sharing($1, $2, $3, $4)', [section, wanted, this.clock.today(), this.clock.now()]));
  }

  /** Under 16 each parent is asked by one of the links. The id of the act; undefined when what stands there is no longer what was shown, or everything was shared already. */
  async share(actor: Actor, agreed: readonly Agreed[], links: readonly GuardianLink[]): Promise<string | undefined> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ id: string | null }>('select app.share_passport($1, $2, $3) as id', [JSON.stringify(agreed), today, now]);
      if (row?.id) await sql('select app.ask_guardians($1, $2)', [JSON.stringify(links), today]);
      return row?.id ?? undefined;
    });
  }

  /** Stops everything that this application was given, and a warm handover that was not held yet; false when that was nothing, undefined when it is none of the asker's. */
  async stop(actor: Actor, application: string): Promise<boolean | undefined> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ stopped: number | null }>(STOP, [application, this.clock.today(), this.clock.now()]));
    return row && typeof row.stopped === 'number' ? row.stopped > 0 : undefined;
  }

  /** Asks the parents again who have not answered, with a new code that opens the links; the first day on which one of those ends, undefined when nobody could be asked. */
  async askParents(actor: Actor, links: readonly GuardianLink[], code: Buffer): Promise<string | undefined> {
    const today = this.clock.today();
    return this.tx.run(actor, async (sql) => {
      const [row] = await sql<{ asked: number }>('select app.ask_guardians($1, $2) as asked', [JSON.stringify(links), today]);
      await sql('select app.set_request_code(app.my_leaver(), $1, $2)', [code, today]);
      const [open] = row?.asked ? await sql<{ until: string | null }>(OPEN_UNTIL, [today]) : [];
      return open?.until ?? undefined;
    });
  }

  /** A new code for who was asked, by who lets this leaver's parents in; false when no question waits. */
  async codeFor(actor: Actor, leaverId: string, code: Buffer): Promise<boolean> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: boolean }>('select app.set_request_code($1, $2, $3) as done', [leaverId, code, this.clock.today()]));
    return row?.done ?? false;
  }

  /** The last question to each parent. */
  async asked(actor: Actor): Promise<AskedGuardian[]> {
    return this.tx.read(actor, { name: 'guardians-asked', text: ASKED }) as Promise<unknown> as Promise<AskedGuardian[]>;
  }

  /** Whether the student who asks ever pressed the button with this id. */
  async act(actor: Actor, id: string): Promise<{ sharedOn: string; needsGuardian: boolean } | undefined> {
    const text = 'select shared_on::text as "sharedOn", needs_guardian as "needsGuardian" from app.sharing where id::text = $1';
    const [row] = await this.tx.read<{ sharedOn: string; needsGuardian: boolean }>(actor, { name: 'sharing-act', text, values: [id] });
    return row;
  }
}

const OPEN_UNTIL = 'select min(ends_on)::text as until from app.guardian_request where leaver_id = (select app.my_leaver()) and answered_at is null and lapsed_at is null and ends_on >= $1';

const ASKED = `select distinct on (guardian_id) guardian_id as guardian, asked_on::text as "askedOn", answered_at is not null as "isAnswered", lapsed_at is not null as "isOver"
  from app.guardian_request where leaver_id = (select app.my_leaver()) order by guardian_id, asked_on desc, answered_at desc nulls first`;

const STOP = `select case when exists (select from app.application a where a.id::text = $1 and a.leaver_id = app.my_leaver())
  then app.stop_sharing(nullif($1, '')::uuid, $2, $3) end as stopped`;

const ABOUT = `select $1::date < l.birth_date + interval '16 years' as "isUnder16", app.asks_me_again($1::date) as "asksAgain",
  $1::date >= coalesce(own.not_applied_from, k.not_applied_from) as "isLate"
from app.leaver l join app.organisation o on o.id = l.school_id join app.calendar k on k.school_year = l.school_year
left join app.region_calendar own on own.region = o.region and own.school_year = l.school_year where l.id = (select app.my_leaver())`;

const RECEIVERS = `
select a.id as application, o.name as college, p.name as programme, p.level, a.status
from app.application a join app.organisation o on o.id = a.college_id join app.status_rule s on s.code = a.status
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
where a.leaver_id = (select app.my_leaver()) and s.rank >= (select min(rank) from app.release_rule) and app.share_end_on(a.starts_on) >= $1::date
order by a.preference nulls last, o.name, a.id`;

const SHAREABLE = `select application_id as application, section, version, early, contents, agrees from app.my_shareable($1)`;

const REFUSED = `
select distinct o.name as college from app.share s join app.sharing h on h.id = s.sharing_id and not h.by_school join app.application a on a.id = s.application_id join app.organisation o on o.id = a.college_id
where (s.state = 'refused' or s.state = 'withdrawn' and s.ended_by <> (select app.my_member())) and a.leaver_id = (select app.my_leaver())
  and not exists (select from app.share x join app.sharing later on later.id = x.sharing_id where (x.application_id, x.section) = (s.application_id, s.section) and later.shared_at > h.shared_at) order by o.name`;

const OVER = `
select o.name as college, max(s.until_on)::text as "untilOn" from app.share s join app.sharing h on h.id = s.sharing_id and not h.by_school join app.application a on a.id = s.application_id join app.organisation o on o.id = a.college_id
where s.until_on < $1::date and (s.state = 'expired' and s.given_at is not null or s.state = 'given') and a.leaver_id = (select app.my_leaver())
  and not exists (select from app.share x where x.application_id = s.application_id and x.state in ('given', 'waiting') and x.until_on >= $1::date) group by o.name order by o.name`;

const SHARED = `
select application_id as application, section, version, early, agrees, state, h.needs_guardian as "byParent", h.by_school as "bySchool", given_at as "givenAt", ((given_at at time zone 'Europe/Amsterdam')::date + $2::int)::text as "givenOn", until_on::text as "untilOn"
from app.share join app.sharing h on h.id = share.sharing_id where state in ('given', 'waiting') and until_on >= $1::date order by given_at`;
