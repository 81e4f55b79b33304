import { dayInFull } from '#platform';
import { paths, statuses } from '#policy';
import type { ProgrammeStudents } from '#transfers';
import { keyText } from './programme-key.ts';
import type { ProgrammeView, StartsPage } from './programme-page.ts';
import { courseName } from './programme-text.ts';
import { chosen, fits, SAYINGS, seenOf, type CheckForm, type Saying } from './report-form.ts';

/** What is about to be reported, before it is; who was reported by a colleague meanwhile stands apart. */
export function confirmPage(found: ProgrammeStudents, form: CheckForm, view: ProgrammeView & { readonly day: string }): StartsPage {
  const seen = seenOf(form);
  const status = SAYINGS[form.doen];
  const ticked = found.students.filter(({ id }) => chosen(form).includes(id));
  const changed = ticked.filter((student) => seen.has(student.id) && seen.get(student.id) !== student.status);
  const left = ticked.filter((student) => !changed.includes(student) && fits(form.doen, student));
  return {
    title: titleOf(left.length, status),
    section: courseName({ ...view, name: found.name, level: found.level }),
    students: left,
    changed: changed.map((student) => ({ ...student, statusText: statuses.find(({ code }) => code === student.status)?.dutch })),
    doen: form.doen,
    day: view.day,
    legend: questionOf(left.length, status),
    early: form.doen === 'gestopt' ? earlyText(found.earlyUntil, view.today) : undefined,
    back: paths.startsOf(keyText(view)),
    report: paths.startsReport(keyText(view)),
    errors: view.errors ?? [],
    today: view.today,
  };
}

type Said = (typeof SAYINGS)[Saying];
type Words = readonly [one: string, more: string];

const QUESTIONS: Readonly<Record<Said, Words>> = {
  started: ['Op welke dag is deze student gestart?', 'Op welke dag zijn zij gestart?'],
  'no-show': ['Op welke dag zag je dat deze student er niet was?', 'Op welke dag zag je dat zij er niet waren?'],
  deregistered: ['Op welke dag is deze student gestopt?', 'Op welke dag zijn zij gestopt?'],
};
const TITLES: Readonly<Record<Said, Words>> = {
  started: ['Je geeft door dat 1 student is gestart', 'Je geeft door dat # studenten zijn gestart'],
  'no-show': ['Je geeft door dat 1 student niet is verschenen', 'Je geeft door dat # studenten niet zijn verschenen'],
  deregistered: ['Je geeft door dat 1 student is gestopt', 'Je geeft door dat # studenten zijn gestopt'],
};

const questionOf = (count: number, status: Said): string => QUESTIONS[status][count === 1 ? 0 : 1];
const titleOf = (count: number, status: Said): string =>
  count === 0 ? 'Hier is niets meer door te geven' : TITLES[status][count === 1 ? 0 : 1].replace('#', String(count));

/** Until when stopping is early, or that it no longer is (rules 5: the day of the calendar of the region). */
function earlyText(earlyUntil: string | null, today: string): string | undefined {
  if (!earlyUntil) return undefined;
  return today < earlyUntil
    ? `Wie stopt vóór ${dayInFull(earlyUntil)}, telt als vroege uitval. De mentor en het bureau horen het morgen.`
    : `Het is na ${dayInFull(earlyUntil)}. Stoppen telt nu niet meer als vroege uitval. De mentor en het bureau horen het wel.`;
}
