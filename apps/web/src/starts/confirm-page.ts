import { paths, statuses } from '#policy';
import type { ProgrammeStudents } from '#transfers';
import { keyText } from './programme-key.ts';
import type { ProgrammeView, StartsPage } from './programme-page.ts';
import { courseName } from './programme-text.ts';
import { chosen, SAYINGS, seenOf, type CheckForm } from './report-form.ts';

/** What is about to be reported, before it is; who was reported by a colleague meanwhile stands apart. */
export function confirmPage(found: ProgrammeStudents, form: CheckForm, view: ProgrammeView & { readonly day: string }): StartsPage {
  const seen = seenOf(form);
  const status = SAYINGS[form.doen];
  const ticked = found.students.filter(({ id }) => chosen(form).includes(id));
  const changed = ticked.filter((student) => seen.has(student.id) && seen.get(student.id) !== student.status);
  const left = ticked.filter((student) => !changed.includes(student) && student.status !== status);
  return {
    title: titleOf(left.length, status),
    section: courseName({ ...view, name: found.name, level: found.level }),
    students: left,
    changed: changed.map((student) => ({ ...student, statusText: statuses.find(({ code }) => code === student.status)?.dutch })),
    doen: form.doen,
    day: view.day,
    legend: questionOf(left.length, status),
    back: paths.startsOf(keyText(view)),
    report: paths.startsReport(keyText(view)),
    errors: view.errors ?? [],
    today: view.today,
  };
}

function questionOf(count: number, status: 'started' | 'no-show'): string {
  if (status === 'started') return count === 1 ? 'Op welke dag is deze student gestart?' : 'Op welke dag zijn zij gestart?';
  return count === 1 ? 'Op welke dag zag je dat deze student er niet was?' : 'Op welke dag zag je dat zij er niet waren?';
}

function titleOf(count: number, status: 'started' | 'no-show'): string {
  if (count === 0) return 'Hier is niets meer door te geven';
  if (status === 'started') return count === 1 ? 'Je geeft door dat 1 student is gestart' : `Je geeft door dat ${count} studenten zijn gestart`;
  return count === 1 ? 'Je geeft door dat 1 student niet is verschenen' : `Je geeft door dat ${count} studenten niet zijn verschenen`;
}
