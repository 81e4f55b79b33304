import { dayInFull } from '#platform';
import { paths } from '#policy';
import { reasons, type TieCandidate, type TieQuestion } from '#transfers';

const NAMES = ['other-given-name', 'other-family-name'];
const BIRTH_DATES = ['other-birth-date', 'day-month-swapped'];
const SCHOOLS = ['other-school', 'no-school'];

/** One application beside each leaver it may be of; what differs is marked. */
export const tiePage = (question: TieQuestion) => ({
  title: question.name,
  section: 'Te koppelen',
  question,
  isWaiting: question.tie === 'waiting',
  decision: question.tie === 'nobody' ? 'Deze aanmelding hoort bij niemand van de leerlingen.' : 'Deze aanmelding is gekoppeld.',
  candidates: question.candidates.map((candidate) => candidateOf(question, candidate)),
  ties: paths.ties,
  action: paths.tie(question.id),
});

function candidateOf(application: TieQuestion, leaver: TieCandidate): object {
  const row = (label: string, asApplied: string | null, asLeaver: string | null, differs: boolean): object =>
    ({ label, cells: [{ text: asApplied, differs: false }, { text: asLeaver, differs }] });
  const has = (codes: readonly string[]): boolean => codes.some((code) => leaver.why.includes(code));
  return {
    id: leaver.id,
    name: leaver.name,
    why: reasons(leaver.why),
    caption: `De aanmelding naast ${leaver.name}`,
    columns: ['Aanmelding', 'Leerling'],
    rows: [
      row('Naam', application.name, leaver.name, has(NAMES)),
      row('Geboren', dayInFull(application.birthDate), dayInFull(leaver.birthDate), has(BIRTH_DATES)),
      row('School', application.school, leaver.school, has(SCHOOLS)),
      row('Klas', null, leaver.class, false),
      row('Postcode', application.postcode, leaver.postcode, differ(application.postcode, leaver.postcode)),
      row('Gemeente', null, leaver.municipality, false),
    ],
  };
}

/** Both are known, and not the same but for spaces. */
const differ = (one: string | null, other: string | null): boolean => Boolean(one && other) && squeezed(one) !== squeezed(other);
const squeezed = (postcode: string | null): string => (postcode ?? '').replaceAll(/\s/g, '').toUpperCase();
