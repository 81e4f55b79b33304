import { IN_VIEW_A_PAGE, inViewGroups, type Dealings, type InViewGroup, type InViewList, type InViewRow } from '#alerts';
import type { Visitor } from '#people';
import { dayShort } from '#platform';
import { inViewEndings, inViewFound, inViewReasons, paths, transferKindOf } from '#policy';
import type { LeaverStory } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { timelineOf } from '../pages/timeline.ts';
import type { CheckForm } from './check-form.ts';

const GROUPS: Readonly<Record<InViewGroup, { readonly title: string; readonly cap: string }>> = {
  offered: { title: 'Aangeboden: de jongere is 18 geworden', cap: 'wait' },
  due: { title: 'Nu controleren', cap: 'act' },
  later: { title: 'Later', cap: 'wait' },
  ended: { title: 'Niet meer in beeld, de laatste 30 dagen', cap: 'fine' },
};

const wordOf = (rows: readonly { readonly code: string; readonly dutch: string }[], code: string | null): string => rows.find((row) => row.code === code)?.dutch ?? '';

/** Who is looked at every quarter, most pressing first. */
export function inViewPage({ rows, counts }: InViewList, { sheet, today, visitor }: { sheet: number; today: string; visitor: Visitor }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const last = Math.max(1, Math.ceil(total / IN_VIEW_A_PAGE));
  const to = (blad: number): string => (blad > 1 ? `${paths.inView}?blad=${blad}` : paths.inView);
  const countOf = (group: InViewGroup): number => counts.find((row) => row.group === group)?.count ?? 0;
  return {
    title: 'In beeld', section: visitor.organisation, where: visitor.organisation, due: countOf('due'), total: total - countOf('ended'), today,
    isDesk: visitor.actor.kind === 'desk',
    groups: inViewGroups.map((code) => ({ code, ...GROUPS[code], count: countOf(code), rows: rows.filter(({ group }) => group === code).map((row) => rowOf(row, today)) })).filter((group) => group.rows.length),
    sheets: { text: last > 1 ? `Blad ${sheet} van ${last}` : undefined, previous: sheet > 1 ? to(sheet - 1) : undefined, next: sheet < last ? to(sheet + 1) : undefined },
  };
}

function rowOf(row: InViewRow, today: string) {
  const { lastCheckOn, lastFound, nextCheckOn, callOn, closedOn, closedBecause, because, lastBy, isOurs } = row;
  return {
    ...row, href: paths.inViewOf(row.leaverId), why: wordOf(inViewReasons, because),
    found: lastCheckOn ? wordOf(inViewFound, lastFound) : 'Nog niet gecontroleerd',
    checked: lastCheckOn && `${dayShort(lastCheckOn, today)}${lastBy && !isOurs ? `, ${lastBy}` : ''}`,
    todo: closedOn ? `${wordOf(inViewEndings, closedBecause)}, ${dayShort(closedOn, today)}` : callOn ? `Bellen op ${dayShort(callOn, today)}` : `Kijk op ${dayShort(nextCheckOn, today)}`,
    late: !closedOn && !callOn && nextCheckOn < today,
  };
}

export interface Again {
  readonly typed?: Partial<CheckForm>;
  readonly errors?: readonly FormError[];
}

interface View extends Again {
  readonly visitor: Visitor;
  readonly today: string;
}

/** One young person in view: who, what was found before, and what is found now. */
export function oneInViewPage(row: InViewRow, { facts, events }: LeaverStory, dealings: Dealings, { visitor, today, typed = {}, errors = [] }: View) {
  const { leaverId: id, closedOn, closedBecause, isOurs, isOffered } = row;
  const byHand = inViewEndings.some(({ code, byHand: can }) => code === closedBecause && can);
  return {
    ...rowOf(row, today), name: undefined, title: facts.name, section: 'In beeld', back: paths.inView, leaver: facts, sender: transferKindOf(facts.schoolKind, facts.schoolType).sender, today, errors,
    options: inViewFound.map(({ code, dutch }) => ({ code, text: dutch })), typed, action: paths.inViewOf(id),
    mayCheck: !closedOn && (isOurs || visitor.actor.kind !== 'desk'), isSchool: visitor.actor.kind !== 'desk',
    take: isOffered && !closedOn ? paths.inViewTake(id) : undefined, ending: wordOf(inViewEndings, closedBecause),
    undo: closedOn && isOurs && byHand ? paths.inViewBack(id) : undefined,
    timeline: timelineOf({ events, ...dealings, organisationId: visitor.organisationId }),
  };
}
