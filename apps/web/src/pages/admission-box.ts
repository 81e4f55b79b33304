import { admissionVerdicts, type AdmissionRight } from '#policy';

const STATES = { yes: 'ja', no: 'nee', open: 'nog open' } as const;

/** The right of admission in words: to the student, or to somebody who reads along. */
export function admissionBox({ verdict, points, todo }: AdmissionRight, reader: 'student' | 'other') {
  const row = admissionVerdicts.find(({ code }) => code === verdict);
  return {
    answer: reader === 'student' ? row?.dutch : row?.of,
    because: verdict === 'yes' ? undefined : row?.because,
    points: points.map(({ dutch, state, why }) => ({ dutch, state: STATES[state], why })),
    todo: reader === 'student' ? todo : undefined,
  };
}
