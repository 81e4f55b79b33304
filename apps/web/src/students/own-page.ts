import type { OwnCoach } from '#alerts';
import type { AskedParent, IntakeStory } from '#dossiers';
import type { Visitor } from '#people';
import { admissionRight, destinations, nextStepOf, paths, pathways, phases, statuses, transferKindOf } from '#policy';
import type { OwnApplication, OwnChoice, OwnFacts, OwnTransfer, Redirected } from '#transfers';
import { choicesPart } from '../applications/choices-part.ts';
import type { Beside } from '../handover/beside.ts';
import { admissionBox } from '../pages/admission-box.ts';

import { feedbackLine, recordLines, stepLines } from '../intake/record-lines.ts';

interface OwnPage {
  readonly title: string;
  readonly [field: string]: unknown;
}

export interface OwnView {
  readonly visitor: Visitor;
  readonly today: string;
  /** A student who already gave an address of their own is not asked again. */
  readonly hasOwnAddress: boolean;
  /** What was noted, with what colleges reported, in the own order. */
  readonly choices: readonly OwnChoice[];
  /** Somebody of school changed that order last. */
  readonly moved?: { readonly day: string; readonly person: string };
  /** By application: where to or from where the college redirected. */
  readonly redirected: ReadonlyMap<string, Redirected>;
  /** What colleges said and did. */
  readonly intake: IntakeStory;
  /** Who looks along as a coach, or asks to. */
  readonly coaches: readonly OwnCoach[];
  /** What a parent is asked to agree with. */
  readonly consent?: AskedParent;
  /** Who turned 16 decides anew who reads the passport. */
  readonly asksAgain?: boolean;
  /** By application: who talks with whom. */
  readonly beside: ReadonlyMap<string, Beside>;
}

/** What a student, or a parent of one, reads about the transfer: where each application stands, whose turn it is, what to do. */
export function ownPage({ facts, applications, reports }: OwnTransfer, { visitor, today, hasOwnAddress, choices, moved, redirected, intake, beside, coaches, consent, asksAgain }: OwnView): OwnPage {
  const isParent = visitor.role === 'guardian';
  return {
    title: isParent ? `Aanmeldingen van ${facts.givenName}` : `Hallo ${facts.givenName}`,
    section: 'Mijn aanmeldingen',
    isParent,
    facts,
    sender: transferKindOf(facts.schoolKind, facts.schoolType).sender,
    where: facts.class ? `${facts.school}, klas ${facts.class}` : facts.school,
    otherRoute: otherRouteOf(facts),
    applications: applications.map((row) => ({
      ...applicationOf(row, applications.map(({ status }) => status), today),
      admission: admissionOf(facts, row, applications.map(({ status }) => status), { isParent, today }),
      redirected: redirected.get(row.id),
      records: recordLines(intake.records, row.id),
      steps: stepLines(intake.steps, row.id),
      feedback: feedbackLine(intake.feedback, row.id),
      beside: asLiving(beside.get(row.id), row.status),
      history: reports.filter(({ applicationId }) => applicationId === row.id).map(({ day, status }) => ({ day, text: `${sentence(wordOf(status))}.` })),
    })),
    moved: moved && `${moved.person} van je school heeft de volgorde veranderd.`,
    movedOn: moved?.day,
    choices: choicesPart(choices, { action: paths.ownTransfer, add: paths.ownChoiceAdd, isOwn: true, readOnly: isParent }),
    asksAddress: !isParent && !hasOwnAddress && today >= facts.applyBefore,
    consent: consent?.shares.some(({ agrees }) => agrees === null) && paths.guardianConsent,
    consentTalk: consent?.talks.some(({ application, isNew }) => isNew && consent.shares.some((share) => share.application === application)) && paths.guardianConsent,
    asksAgain: asksAgain ? paths.passportCheck : undefined,
    coach: coachPart(coaches, isParent),
    ownAddress: paths.ownAddress,
    readers: isParent ? undefined : paths.readersOfMe,
    print: paths.passportPrint,
    today,
  };
}

/** Whether an answer is asked, or somebody looks along already. */
function coachPart(coaches: readonly OwnCoach[], isParent: boolean): object | undefined {
  const open = coaches.filter(({ endedOn }) => !endedOn);
  return open.length ? { href: paths.ownCoach, isAsked: open.some(({ beganOn, studentSaid, guardianSaid }) => !beganOn && !(isParent ? guardianSaid : studentSaid)) } : undefined;
}

/** Nobody asks for a talk about an application that ended; one that was asked stays in sight. */
function asLiving(beside: Beside | undefined, status: string): Beside | undefined {
  const isLiving = statuses.some(({ code, rank }) => code === status && rank !== null);
  return beside && !isLiving && !beside.handover ? { ...beside, askHref: undefined } : beside;
}

const wordOf = (status: string): string => statuses.find(({ code }) => code === status)?.dutch ?? status;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who started somewhere has no use for it. */
function admissionOf(facts: OwnFacts, row: OwnApplication, all: readonly string[], { isParent, today }: { isParent: boolean; today: string }): object | undefined {
  const right = all.includes('started') ? undefined : admissionRight({ ...facts, ...row }, today);
  return right && admissionBox(right, isParent ? 'other' : 'student');
}

function otherRouteOf({ destination }: OwnFacts): string | undefined {
  return destinations.find(({ code, settled }) => settled && code === destination)?.dutch;
}

function applicationOf(row: OwnApplication, all: readonly string[], today: string): object {
  const name = row.programme ?? 'Opleiding nog niet bekend';
  const step = nextStepOf(row.status, all, row.startsOn <= today);
  const phase = statuses.find(({ code }) => code === row.status)?.phase;
  return {
    ...row,
    course: row.level === null ? name : `${name}, niveau ${row.level}`,
    pathway: pathways.find(({ code }) => code === row.pathway)?.dutch,
    status: sentence(wordOf(row.status)),
    step: phases.find(({ code }) => code === phase)?.step,
    turn: step?.turn === 'niemand' ? undefined : step?.turn,
    todo: step?.dutch,
  };
}
