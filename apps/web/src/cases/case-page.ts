import { mayReopen, type CaseFacts, type CaseSupportLine, type Dealings } from '#alerts';
import type { Visitor } from '#people';
import { addWorkingDays } from '#platform';
import { CASE_NEWS, caseTerms, closedAs, paths, reopenings, transferKindOf } from '#policy';
import type { LeaverStory } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { timelineOf } from '../pages/timeline.ts';
import { caseBadge, signalOf } from './badges.ts';
import { CHANGED, type Changed } from './changed.ts';
import { optionsFor, type ChoiceForm } from './choice-form.ts';
import { handOverPart, isAsked } from './hand-over-part.ts';
import { lineOf } from './support-line.ts';
import { nextWorkDay } from './work-days.ts';
import { stepsPart } from './steps-part.ts';

export interface Again {
  readonly typed?: Partial<ChoiceForm>;
  readonly errors?: readonly FormError[];
  /** What was written for a case that was closed meanwhile: shown, so that it is not lost. */
  readonly unsaved?: string;
  /** Something was saved after this form was opened: nothing of it was written. */
  readonly changed?: Changed;
  /** Why a case is not taken over, as typed. */
  readonly reason?: string;
}

interface View extends Again {
  readonly visitor: Visitor;
  readonly today: string;
  /** Colleagues who have this case open now. */
  readonly others?: readonly string[];
  readonly support?: readonly CaseSupportLine[];
}

const DUTIES: Readonly<Record<CaseFacts['duty'], string>> = {
  compulsory: 'leerplichtig',
  qualification: 'kwalificatieplichtig',
  none: 'niet leerplichtig',
};

const supportPart = (facts: CaseFacts, support: NonNullable<View['support']>): object => ({ support: support.map(lineOf), supportHref: facts.isOurs ? paths.caseSupport(facts.id) : undefined, coachHref: facts.isOurs ? paths.caseCoach(facts.id) : undefined });

/** What another told since the owner last looked, newest first. */
const newsOf = ({ newsAt }: CaseFacts, events: LeaverStory['events'], organisationId: string) =>
  newsAt ? timelineOf({ events: events.filter(({ kind, at }) => CASE_NEWS.kinds.some((code) => code === kind) && at >= newsAt), attempts: [], mails: [], organisationId }) : [];

/** Whether the desk that looks was offered the case and has not answered. */
export const mayRefuse = (facts: CaseFacts): boolean => !facts.closedOn && (facts.isOffered || isAsked(facts));

/** Who has the case, and what the reader may do about that. */
function acceptancePart(facts: CaseFacts, visitor: Visitor, today: string): object {
  const isOpenHere = facts.isOurs && !facts.closedOn;
  const isMine = facts.ownerId === visitor.memberId;
  return {
    isMine,
    ownerId: facts.ownerId ?? '',
    desk: facts.desk,
    owner: facts.owner,
    /** Whose name is not for who looks. */
    isOthers: !facts.owner && facts.isPickedUp,
    mayWork: isOpenHere,
    mayPickUp: mayRefuse(facts) || (isOpenHere && !isMine),
    isOffered: facts.isOffered,
    isAsked: isAsked(facts),
    refuse: mayRefuse(facts) ? paths.caseRefuse(facts.id) : undefined,
    pickUp: paths.casePickUp(facts.id),
    pickUpText: facts.owner || isAsked(facts) ? 'Neem de zaak over' : 'Ik pak dit op',
    release: isOpenHere && isMine ? paths.caseRelease(facts.id) : undefined,
    reopen: facts.isOurs && mayReopen(facts, today) ? paths.caseReopen(facts.id) : undefined,
    reopenings: reopenings.map(({ code, dutch }) => ({ code, text: dutch })),
  };
}

const personPart = (facts: CaseFacts, leaver: LeaverStory['facts']) => ({
  sender: transferKindOf(leaver.schoolKind, leaver.schoolType).sender,
  duty: facts.route === 'help-offer' ? `${DUTIES.none}: bied hulp aan` : DUTIES[facts.duty],
  address: [facts.street, facts.postcode, leaver.municipality].filter(Boolean).join(', '),
});

/** What came of it, as typed, and a day to try again. */
const choicePart = ({ id, pathway }: CaseFacts, { uitkomst, notitie, opnieuw }: Partial<ChoiceForm>, today: string) => ({
  action: paths.case(id),
  options: optionsFor(pathway),
  uitkomst,
  notitie,
  opnieuw: opnieuw ?? nextWorkDay(addWorkingDays(today, caseTerms.nextTryWorkingDays)),
});

/** One case as its desk sees it; for who only gets it for information there is nothing to fill in. */
export function casePage(facts: CaseFacts, { facts: leaver, applications, events }: LeaverStory, dealings: Dealings, view: View) {
  const { visitor, today, typed = {}, errors = [], unsaved, changed, reason, others = [], support = [] } = view;
  return {
    title: leaver.name,
    section: 'Niet gestart',
    list: paths.cases,
    since: facts.openedOn,
    signal: signalOf(facts.signal),
    badge: caseBadge(facts, today),
    leaver,
    ...personPart(facts, leaver),
    ...appliedAt(applications),
    number: facts.number,
    ...acceptancePart(facts, visitor, today),
    handOver: handOverPart(facts),
    reason,
    others,
    changed: changed && CHANGED[changed],
    seen: facts.seen,
    told: newsOf(facts, events, visitor.organisationId),
    ...stepsPart(facts, today),
    ...supportPart(facts, support),
    closedOn: facts.closedOn,
    outcome: closedAs(facts) ?? 'afgesloten',
    next: facts.next && facts.isOurs ? { href: paths.case(facts.next.id), text: `Volgende: ${facts.next.name}` } : undefined,
    ...choicePart(facts, typed, today),
    timeline: timelineOf({ events: events.filter(isForDesks), ...dealings, organisationId: visitor.organisationId }),
    errors: facts.closedOn ? errors.filter(({ field }) => field === 'reden') : errors,
    unsaved: facts.closedOn ? (unsaved ?? typed.notitie) : unsaved,
    today,
  };
}

function appliedAt([first]: LeaverStory['applications']): { course?: string; college?: string } {
  const course = first && [first.programme ?? 'Opleiding onbekend', first.level && `niveau ${first.level}`].filter(Boolean).join(', ');
  return { course, college: first?.college };
}

/** Why a case closed without a reason is not told to a desk (rules 7). */
const isForDesks = ({ kind, became }: LeaverStory['events'][number]): boolean => kind !== 'destination-known' || became !== 'deceased';
