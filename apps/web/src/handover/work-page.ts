import type { ApplicantHandover } from '#dossiers';
import { paths } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { badgeOf, courseOf, handoverLines, topicTexts } from './handover-lines.ts';
import type { WorkForm } from './work-form.ts';

/** One warm handover as the college works on it: plan, record, and look back in October. */
export function workPage(row: ApplicantHandover, today: string, typed?: WorkForm, errors: readonly FormError[] = []) {
  const isOpen = row.state === 'asked' || row.state === 'planned';
  return {
    title: `Warme overdracht van ${row.name}`,
    section: 'Aanmeldingen',
    who: row.name,
    course: courseOf(row),
    back: paths.intakeOf(row.application),
    here: paths.handover(row.application),
    badge: badgeOf(row),
    topics: topicTexts(row.topics),
    contact: row.contactName,
    reach: row.contactReach,
    lines: handoverLines(row, { student: 'de leerling', mentor: 'de mentor' }),
    isAsked: row.state !== null,
    mayPlan: isOpen,
    mayRecord: isOpen || row.state === 'held',
    mayCheck: row.state === 'held' && today >= row.checkFrom,
    checkFrom: row.state === 'held' && today < row.checkFrom ? row.checkFrom : undefined,
    keeps: [{ code: 'ja', text: 'Ja' }, { code: 'nee', text: 'Nee, niet allemaal' }],
    typed: {
      dag: typed?.dag ?? row.plannedOn ?? '', tijd: typed?.tijd ?? row.plannedAt ?? '', geweest: typed?.geweest ?? row.heldOn ?? '', afspraken: typed?.afspraken ?? row.agreements ?? '',
      nakomen: typed?.nakomen ?? '', toelichting: typed?.toelichting ?? '',
    },
    today,
    errors,
  };
}

interface Group {
  readonly code: string;
  readonly title: string;
  readonly rows: readonly object[];
}

/** What is open, in the order in which it is to be done. */
export function handoverGroups(rows: readonly ApplicantHandover[], today: string): Group[] {
  const shown = (some: readonly ApplicantHandover[]): object[] =>
    some.map((row) => ({ href: paths.handover(row.application), name: row.name, course: courseOf(row), plannedOn: row.plannedOn, plannedAt: row.plannedAt?.replace(':', '.'), day: row.heldOn ?? row.askedOn }));
  const of = (state: string): ApplicantHandover[] => rows.filter((row) => row.state === state);
  const held = of('held');
  return [
    { code: 'nakijken', title: 'Nakijken: worden de afspraken nagekomen?', rows: shown(held.filter(({ checkFrom }) => today >= checkFrom)) },
    { code: 'gevraagd', title: 'Gevraagd', rows: shown(of('asked')) },
    { code: 'gepland', title: 'Gepland', rows: shown(of('planned')) },
    { code: 'geweest', title: 'Gesprek geweest', rows: shown(held.filter(({ checkFrom }) => today < checkFrom)) },
  ].filter((group) => group.rows.length);
}
