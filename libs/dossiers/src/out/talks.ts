import { dayInFull } from '#platform';
import { handoverStates, handoverTopics, type Section } from '#policy';
import type { Handover } from '../handover/handovers.ts';
import type { DossierAnswer, DossierSection } from './dossier.ts';

/** A warm handover that was asked for, for the copy of the student. */
export type Talk = Omit<Handover, 'application' | 'programme' | 'level' | 'startsOn' | 'checkFrom'> & { readonly askedOn: string };

export const TALKS = `
select o.name as college, h.state, h.asked_role as "askedRole", h.asked_on::text as "askedOn", h.topics, h.contact_name as "contactName", h.contact_reach as "contactReach",
  h.planned_on::text as "plannedOn", to_char(h.planned_at, 'HH24:MI') as "plannedAt", h.held_on::text as "heldOn", h.agreements, h.checked_on::text as "checkedOn",
  h.is_kept as "isKept", h.check_note as "checkNote", h.ended_on::text as "endedOn"
from app.warm_handover h join app.application a on a.id = h.application_id join app.organisation o on o.id = a.college_id
where h.leaver_id = (select app.my_leaver()) order by h.asked_on, o.name`;

/** What was asked, in the words of the form, and what came of it; the college of the application reads the same. */
export function talkOut(talk: Talk, { code, dutch, questions }: Section, by: string): DossierSection {
  const given: Readonly<Record<string, DossierAnswer['answer']>> = {
    about: handoverTopics.filter((topic) => talk.topics?.includes(topic.code)).map((topic) => topic.dutch),
    'with-whom': talk.contactName ?? '',
    reach: talk.contactReach ?? '',
  };
  const asked = questions.map((question) => ({ code: question.code, asked: question.asks, answer: given[question.code] ?? '' }));
  const after = [
    { code: 'state', asked: 'Hoe staat het ermee?', answer: stepsOf(talk) },
    { code: 'agreements', asked: 'Wat is er afgesproken?', answer: talk.agreements ?? '' },
    { code: 'check', asked: 'Worden de afspraken nagekomen?', answer: checkOf(talk) },
  ];
  return { code, dutch: `${dutch} met ${talk.college}`, by, sharedOn: talk.askedOn, answers: [...asked, ...after].filter(({ answer }) => answer.length) };
}

const stepsOf = ({ askedOn, plannedOn, plannedAt, heldOn, checkedOn, endedOn }: Talk): string[] => [
  ...stepOf('asked', askedOn),
  ...stepOf('planned', plannedOn, plannedAt ? `, om ${plannedAt.replace(':', '.')} uur` : ''),
  ...stepOf('held', heldOn),
  ...stepOf('checked', checkedOn),
  ...stepOf('not-needed', endedOn),
];

const stepOf = (state: string, day: string | null, more = ''): string[] => (day ? [`${handoverStates.find(({ code }) => code === state)?.dutch ?? state}: ${dayInFull(day)}${more}`] : []);

const checkOf = ({ isKept, checkNote }: Talk): string => [isKept === null ? '' : isKept ? 'Ja' : 'Niet alle', checkNote ?? ''].filter(Boolean).join('. ');
