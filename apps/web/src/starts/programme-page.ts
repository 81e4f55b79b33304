import { amsterdam } from '#platform';
import { LAPSED_ELSEWHERE, paths, PLACED_FROM_RANK, statuses } from '#policy';
import type { Batch, ProgrammeKey, ProgrammeStudents, Student } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { keyText } from './programme-key.ts';
import { courseKind, courseName } from './programme-text.ts';

export interface ProgrammeView extends ProgrammeKey {
  readonly today: string;
  readonly now: Date;
  readonly errors?: readonly FormError[];
  /** Who was ticked, when the form was not right. */
  readonly ticked?: readonly string[];
}

export interface StartsPage {
  readonly title: string;
  readonly section: string;
  readonly errors: readonly FormError[];
  readonly [field: string]: unknown;
}

/** What a college says here; all else came from its files. */
export const REPORTED = ['started', 'no-show', 'deregistered'];

/** One programme: who is still unknown, to be ticked; who was reported; who applied without a place. */
export function programmePage(found: ProgrammeStudents, view: ProgrammeView): StartsPage {
  const named = { ...view, name: found.name, level: found.level };
  const key = keyText(view);
  const reported = found.students.filter(({ status }) => REPORTED.includes(status));
  const unknown = found.students.filter(({ status, rank }) => !REPORTED.includes(status) && rank !== null && rank >= PLACED_FROM_RANK);
  const others = found.students.filter(({ rank, status }) => !REPORTED.includes(status) && (rank === null || rank < PLACED_FROM_RANK));
  return {
    title: courseName(named),
    section: 'Wie is gestart?',
    kind: courseKind(named),
    startsOn: view.startsOn,
    isEarly: view.startsOn > view.today,
    ...headline(unknown.length, reported),
    unknown: picks(unknown, 'wie', view),
    reported: picks(reported, 'al', view),
    others: picks(others, 'ander', view),
    batches: found.batches.map((batch) => batchOf(batch, view.now)),
    back: paths.starts,
    everybody: view.startsOn <= view.today && unknown.length > 0 ? everybodyText(unknown.length) : undefined,
    allen: unknown.map(({ id, status }) => `${id}:${status}`).join(' '),
    mayStop: reported.some(({ status }) => status === 'started'),
    report: paths.startsReport(key),
    check: paths.startsCheck(key),
    undo: paths.startsUndo(key),
    errors: view.errors ?? [],
    today: view.today,
  };
}

function headline(unknown: number, reported: readonly Student[]): object {
  const started = reported.filter(({ status }) => status === 'started').length;
  const absent = reported.filter(({ status }) => status === 'no-show').length;
  const stopped = reported.length - started - absent;
  if (unknown) return { left: unknown, done: undefined, started, absent, stopped };
  const all = started === 1 ? 'De enige student is gestart.' : `Alle ${started} studenten zijn gestart.`;
  const rest = [absent && `${absent} niet verschenen`, stopped && `${stopped} gestopt`].filter(Boolean).join(', ');
  return { left: 0, started, absent, stopped, done: rest ? `Alles is doorgegeven: ${started} gestart, ${rest}.` : started ? all : undefined };
}

const everybodyText = (count: number): string => (count === 1 ? 'Deze student is gestart' : `Alle ${count} studenten zijn gestart`);

const picks = (students: readonly Student[], name: string, { ticked = [] }: ProgrammeView): object[] =>
  students.map((student, index) => ({
    ...student,
    field: name,
    domId: index ? `${name}-${index}` : name,
    checked: ticked.includes(student.id),
    statusText: student.isElsewhere ? LAPSED_ELSEWHERE.college : statuses.find(({ code }) => code === student.status)?.dutch ?? student.status,
  }));

const WORDS = { started: 'gestart', 'no-show': 'niet verschenen', deregistered: 'gestopt' } as const;

/** "Om 14.32 uur: 28 gestart". Real time, also when the example stands on another day. */
function batchOf({ moment, at, status, person, applications }: Batch, now: Date): object {
  const { day, time } = amsterdam(at);
  const when = `${day === amsterdam(now).day ? 'Vandaag' : 'Gisteren'} om ${time.replace(':', '.')} uur`;
  const what = `${applications.length} ${WORDS[status]}`;
  return { moment, text: `${when}: ${what}${person ? `, door ${person}` : ''}.`, what };
}
