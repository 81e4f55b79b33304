import type { CaseFacts, Dealings } from '#alerts';
import type { Visitor } from '#people';
import { outcomes, paths } from '#policy';
import type { LeaverStory } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { timelineOf } from '../pages/timeline.ts';
import { caseBadge, signalOf } from './badges.ts';
import { optionsFor, type ChoiceForm } from './choice-form.ts';

export interface Again {
  readonly typed?: Partial<ChoiceForm>;
  readonly errors?: readonly FormError[];
  /** What was written for a case that was closed meanwhile: shown, so that it is not lost. */
  readonly unsaved?: string;
}

interface View extends Again {
  readonly visitor: Visitor;
  readonly today: string;
}

const DUTIES: Readonly<Record<CaseFacts['duty'], string>> = {
  compulsory: 'leerplichtig',
  qualification: 'kwalificatieplichtig',
  none: 'niet leerplichtig',
};

/** One case as its desk sees it; for who only gets it for information there is nothing to fill in. */
export function casePage(facts: CaseFacts, { facts: leaver, applications, events }: LeaverStory, dealings: Dealings, view: View) {
  const { visitor, today, typed = {}, errors = [], unsaved } = view;
  const [first] = applications;
  return {
    title: leaver.name,
    section: 'Niet gestart',
    list: paths.cases,
    since: facts.openedOn,
    signal: signalOf(facts.signal),
    badge: caseBadge(facts, today),
    leaver,
    duty: facts.route === 'help-offer' ? `${DUTIES.none}: bied hulp aan` : DUTIES[facts.duty],
    address: [facts.street, facts.postcode, leaver.municipality].filter(Boolean).join(', '),
    course: first && [first.programme ?? 'Opleiding onbekend', first.level && `niveau ${first.level}`].filter(Boolean).join(', '),
    college: first?.college,
    number: facts.number,
    desk: facts.desk,
    owner: facts.owner,
    isMine: facts.ownerId === visitor.memberId,
    mayWork: facts.isOurs && !facts.closedOn,
    mayPickUp: !facts.closedOn && (facts.isOffered || (facts.isOurs && facts.ownerId !== visitor.memberId)),
    isOffered: facts.isOffered,
    pickUp: paths.casePickUp(facts.id),
    reopen: facts.isOurs && facts.closedOn ? paths.caseReopen(facts.id) : undefined,
    closedOn: facts.closedOn,
    outcome: outcomes.find(({ code }) => code === facts.outcome)?.dutch ?? 'afgesloten',
    next: facts.next && facts.isOurs ? { href: paths.case(facts.next.id), text: `Volgende: ${facts.next.name}` } : undefined,
    action: paths.case(facts.id),
    options: optionsFor(facts.pathway),
    uitkomst: typed.uitkomst,
    notitie: typed.notitie,
    timeline: timelineOf({ events, ...dealings, organisationId: visitor.organisationId }),
    errors: facts.closedOn ? [] : errors,
    unsaved: facts.closedOn ? (unsaved ?? typed.notitie) : unsaved,
    today,
  };
}
