import type { Actor, Clock, Tx } from '#platform';
import { movedDays } from '../reading/moved-days.ts';
import type { Answers } from '../writing/answered.ts';

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

/** Everything that the pages about sharing need, in one round trip. */
export async function sharingNow(tx: Tx, actor: Actor, clock: Pick<Clock, 'now' | 'today'>): Promise<SharingNow> {
  const today = clock.today();
  const [about, receivers, choices, shareable, shared, refused, over] = await tx.readAll(actor, [
    { name: 'sharing-about', text: ABOUT, values: [today] },
    { name: 'sharing-receivers', text: RECEIVERS, values: [today] },
    { name: 'sharing-choices', text: 'select application_id as application, section, wish from app.share_choice' },
    { name: 'sharing-shareable', text: SHAREABLE, values: [today] },
    { name: 'sharing-shared', text: SHARED, values: [today, movedDays(clock)] },
    { name: 'sharing-refused', text: REFUSED },
    { name: 'sharing-over', text: OVER, values: [today] },
  ]);
  const [{ isUnder16, asksAgain, isLate } = {}] = about ?? [];
  return {
    isUnder16: Boolean(isUnder16), asksAgain: Boolean(asksAgain), isLate: Boolean(isLate),
    receivers, choices, shareable, shared, over, refused: refused?.map(({ college }) => college),
  } as unknown as SharingNow;
}

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
