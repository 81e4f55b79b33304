import type { IntakeStory } from '#dossiers';
import type { CaseLine, Dealings, OwnAgreement, SummerStory } from '#alerts';
import type { PartState } from '#dossiers';
import { mayDo, type Visitor } from '#people';
import { admissionRight, closedAs, destinations, diplomas, examResults, exitProfiles, mentorChoices, paths, pathways, proofs, signals, statuses, transferKindOf } from '#policy';
import type { LeaverApplication, LeaverFacts, LeaverStory, OwnChoice, Redirected, Turned } from '#transfers';
import { choicesPart } from '../applications/choices-part.ts';
import { admissionBox } from '../pages/admission-box.ts';
import type { FormError } from '../pages/forms.ts';
import type { Beside } from '../handover/beside.ts';
import { timelineOf } from '../pages/timeline.ts';
import { feedbackLine, recordLines, stepLines } from '../intake/record-lines.ts';
import { summerText } from '../summer/summer-text.ts';
import { leaverLine } from '../table/agreements-page.ts';
import { turnText } from './turn.ts';

export interface LeaverView {
  readonly visitor: Visitor;
  readonly today: string;
  /** Whose turn it is, of a mentor or a school. */
  readonly turn: Turned | undefined;
  readonly back: string;
  /** What was noted, with what colleges reported, in the own order. */
  readonly choices: readonly OwnChoice[];
  /** By application: where to or from where the college redirected. */
  readonly redirected: ReadonlyMap<string, Redirected>;
  /** What colleges said and did. */
  readonly intake: IntakeStory;
  /** By application: who talks with whom. */
  readonly beside: ReadonlyMap<string, Beside>;
  /** How far the mentor's own part is, for who may write it. */
  readonly part?: PartState;
  /** How many requests to mend something wait, for who may answer them; undefined when there never was one. */
  readonly corrections?: number;
  /** What was agreed about the leaver at a table of the school. */
  readonly agreements: readonly OwnAgreement[];
  /** What a summer team did, when there was one. */
  readonly summer?: SummerStory;
  /** How the leaver comes in, for who may help with that. */
  readonly letIn?: object;
  readonly typed?: { readonly keuze?: string; readonly bestemming?: string; readonly bewijs?: string; readonly notitie?: string };
  readonly errors?: readonly FormError[];
}

interface LeaverPage {
  readonly title: string;
  readonly section: string;
  readonly errors: readonly FormError[];
  readonly [field: string]: unknown;
}

/** One leaver as a mentor or dean sees them: where they stand, what can be done now, what happened. */
export function leaverPage({ facts, applications, events }: LeaverStory, dealings: Dealings, view: LeaverView): LeaverPage {
  const { visitor, today, back, typed = {}, errors = [] } = view;
  const signal = signals.find(({ code }) => code === facts.signal);
  return {
    title: facts.name,
    section: 'Leerlingen',
    back,
    backTo: visitor.role === 'mentor' ? 'Mijn leerlingen' : 'Leerlingen',
    facts,
    badge: signal && { tone: (view.turn ?? facts).group === 'act' ? signal.tone : 'other', text: signal.dutch },
    ...standing(facts, view),
    mentorPhone: facts.mentorId === visitor.memberId ? undefined : facts.mentorPhone,
    result: [...examResults, ...diplomas].find(({ code }) => code === facts.result)?.dutch,
    transfer: transferKindOf(facts.schoolKind, facts.schoolType),
    proof: proofs.find(({ code }) => code === facts.destinationProof)?.dutch,
    profile: profileOf(facts),
    destination: destinations.find(({ code }) => code === facts.destination)?.dutch,
    applications: applications.map((row) => ({ ...applicationOf(row, view.intake), admission: admissionOf(facts, row, applications, today), beside: view.beside.get(row.id), redirected: view.redirected.get(row.id) })),
    choices: choicesPart(view.choices, { action: paths.leaverChoices(facts.id), add: paths.leaverChoiceAdd(facts.id), isOwn: false }),
    caseLine: dealings.latest && caseText(dealings.latest),
    latest: dealings.latest,
    timeline: timelineOf({ events, ...dealings, organisationId: visitor.organisationId }),
    agreements: view.agreements.map((row) => leaverLine(row, visitor, today)),
    summer: view.summer && summerText(view.summer),
    letIn: view.letIn,
    coach: mayDo(visitor, 'coach:ask') ? paths.leaverCoach(facts.id) : undefined,
    part: view.part && partOf(facts, view.part),
    sharingSays: view.part && sharingSays(facts, view.part),
    corrections: view.corrections === undefined ? undefined : { href: paths.leaverCorrections(facts.id), open: view.corrections },
    form: formOf(facts, typed),
    errors,
    today,
  };
}

/** Why the page is worth opening, in one sentence. */
function standing(facts: LeaverFacts, { visitor, today, turn: next }: LeaverView): { now: string; isFine: boolean } {
  const isMine = visitor.role === 'mentor' || !facts.mentor;
  const now = next ?? { ...facts, step: null, caseState: null };
  const turn = turnText(now, today, isMine);
  if (now.group === 'act') return { now: `${turn}.`, isFine: false };
  return now.group === 'wait' ? { now: `Aan zet: ${turn}.`, isFine: false } : { now: 'Dit gaat goed.', isFine: true };
}

function applicationOf(row: LeaverApplication, { records, steps, feedback }: IntakeStory): object {
  const name = row.programme ?? 'Opleiding onbekend';
  return {
    ...row,
    course: row.level === null ? name : `${name}, niveau ${row.level}`,
    pathway: pathways.find(({ code }) => code === row.pathway)?.dutch,
    status: statuses.find(({ code }) => code === row.status)?.dutch ?? row.status,
    records: recordLines(records, row.id),
    steps: stepLines(steps, row.id),
    feedback: feedbackLine(feedback, row.id),
  };
}

/** Who started somewhere has no use for it. */
function admissionOf(facts: LeaverFacts, row: LeaverApplication, all: readonly LeaverApplication[], today: string): object | undefined {
  if (all.some(({ status }) => status === 'started')) return undefined;
  const right = admissionRight({ ...facts, ...row, result: facts.examResult }, today);
  return right && admissionBox(right, 'other');
}

/** What the mentor wrote for the passport, and what the leaver said of it. */
function partOf({ id, givenName }: LeaverFacts, { begun, done, agrees }: PartState): object {
  const said = agrees === null ? `${givenName} las het nog niet` : agrees ? `${givenName} zegt: dit klopt` : `${givenName} wil dit bespreken`;
  const state = done ? said : begun ? 'Bezig' : 'Nog doen';
  return { report: paths.leaverReport(id), read: paths.leaverPassport(id), readText: `Lees wat ${givenName} voor jou opende`, href: paths.leaverMentorPart(id), text: `Jouw deel voor ${givenName}`, state: { tone: done && agrees ? 'good' : done && agrees === null ? 'other' : 'next', text: state } };
}

/** Never who said no, nor why (ux 5.3). */
const sharingSays = ({ givenName }: LeaverFacts, { sharing }: PartState): string | undefined =>
  sharing === 'not-shared' ? `Delen ging niet door. Praat met ${givenName}. Noteer het daarna op deze pagina: ‘Gesproken, het loopt’.`
  : sharing === 'share-again' ? `Wacht op ${givenName}: 16 geworden, en kiest opnieuw wie het paspoort leest.` : undefined;

/** The case in one line: which desk, picked up or not, how it ended; never what the desk noted. */
function caseText({ desk, closedOn, isClosedByDesk, pickedUpOn, contactedOn, ...ended }: CaseLine): string {
  if (closedOn) {
    const how = closedAs(ended) ?? 'zonder uitkomst';
    return isClosedByDesk ? `${desk ?? 'De regio'} sloot de zaak: ${how}.` : `De zaak bij ${desk ?? 'de regio'} is gesloten: ${how}.`;
  }
  if (!desk) return 'Er is een zaak. De regio zoekt er een bureau bij.';
  if (contactedOn) return `${desk} heeft de zaak en had contact.`;
  return pickedUpOn ? `${desk} heeft de zaak opgepakt.` : `${desk} heeft de zaak. Nog niemand pakte hem op.`;
}

/** The exit profile of PrO and vso, to see and put right; of other schools there is none. */
function profileOf({ id, schoolType, exitProfile }: LeaverFacts): object | undefined {
  if (schoolType !== 'pro' && schoolType !== 'vso') return undefined;
  const options = [{ code: '', text: 'Nog niet bekend' }, ...exitProfiles.map(({ code, dutch }) => ({ code, text: dutch }))];
  return { action: paths.leaverExitProfile(id), options, value: exitProfile ?? '' };
}

/** What can be chosen, with what was typed when it was not right. */
function formOf({ id, givenName, destination, destinationSource }: LeaverFacts, typed: NonNullable<LeaverView['typed']>): object {
  const settled = destinations.filter((row) => row.settled && row.code !== 'deceased');
  return {
    action: paths.leaverNotes(id),
    legend: `Wat weet je nu over ${givenName}?`,
    choices: mentorChoices.map(({ code, dutch }) => ({ code, text: dutch })),
    destinations: [{ code: '', text: 'Kies waarheen' }, ...settled.map(({ code, dutch }) => ({ code, text: dutch }))],
    proofs: [{ code: '', text: 'Kies hoe je dit weet' }, ...proofs.map(({ code, dutch }) => ({ code, text: dutch }))],
    bewijs: typed.bewijs,
    keuze: typed.keuze,
    bestemming: typed.bestemming,
    notitie: typed.notitie,
    undo: destination && destinationSource === 'mentor' ? paths.leaverDestination(id) : undefined,
  };
}
