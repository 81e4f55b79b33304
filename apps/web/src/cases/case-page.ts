import type { CaseFacts, Dealings } from '#alerts';
import type { Visitor } from '#people';
import { caseClocks, outcomes, paths, signals } from '#policy';
import type { LeaverStory } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { timelineOf } from '../pages/timeline.ts';
import { optionsFor, type ChoiceForm } from './choice-form.ts';

export interface Again {
  readonly typed?: Partial<ChoiceForm>;
  readonly errors?: readonly FormError[];
}

interface View extends Again {
  readonly visitor: Visitor;
  readonly today: string;
}

const DUTIES: Readonly<Record<string, string>> = {
  leerplicht: 'leerplichtig of kwalificatieplichtig',
  'help-offer': 'niet leerplichtig: bied hulp aan',
  doorstroompunt: 'niet leerplichtig, hoort bij het Doorstroompunt',
  'region-queue': 'gemeente onbekend',
};

/** One case as its desk sees it; for who only gets it for information there is nothing to fill in. */
export function casePage(facts: CaseFacts, { facts: leaver, applications, events }: LeaverStory, dealings: Dealings, view: View) {
  const { visitor, today, typed = {}, errors = [] } = view;
  const [first] = applications;
  return {
    title: leaver.name,
    section: 'Niet gestart',
    list: paths.cases,
    since: facts.openedOn,
    signal: signals.find(({ code }) => code === facts.signal)?.dutch ?? '',
    badge: badgeOf(facts, today),
    leaver,
    duty: DUTIES[facts.route] ?? '',
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
    next: facts.next && facts.isOurs ? paths.case(facts.next) : undefined,
    action: paths.case(facts.id),
    options: optionsFor(facts.pathway),
    uitkomst: typed.uitkomst,
    notitie: typed.notitie,
    timeline: timelineOf({ events, ...dealings, organisationId: visitor.organisationId }),
    errors,
    today,
  };
}

function badgeOf({ closedOn, pickedUpOn, contactedOn, lastAttemptOn, days, openedOn }: CaseFacts, today: string): { tone: string; text: string } {
  const late = (code: string): boolean => days > (caseClocks.find((clock) => clock.code === code)?.workingDays ?? 0);
  if (closedOn) return { tone: 'good', text: 'Afgesloten' };
  if (!pickedUpOn && late('pick-up')) return { tone: 'must', text: `${days} werkdagen niet opgepakt` };
  if (!contactedOn && late('contact')) return { tone: 'must', text: `${days} werkdagen geen contact` };
  if (contactedOn) return { tone: 'other', text: 'Contact gehad' };
  if (lastAttemptOn) return { tone: 'other', text: 'Geprobeerd, geen contact' };
  if (openedOn === today) return { tone: 'next', text: 'Nieuw vandaag' };
  return { tone: 'other', text: 'Nog geen contact' };
}
