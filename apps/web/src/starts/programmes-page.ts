import { paths } from '#policy';
import type { CollegeProgrammes, ProgrammeRow } from '#transfers';
import { keyText } from './programme-key.ts';
import { courseKind, courseName } from './programme-text.ts';

interface Row extends ProgrammeRow {
  readonly expected: number;
  readonly isSilent: boolean;
}

/** The programmes per start moment: what has begun and is not complete first, the latest start above the ones before; within it the silent ones. */
export function programmesPage({ programmes, waiting }: CollegeProgrammes, college: string, today: string): { title: string; [field: string]: unknown } {
  const rows = programmes.map((row) => withStanding(row, today));
  const begun = rows.filter(({ startsOn }) => startsOn <= today);
  const unknown = begun.reduce((sum, row) => sum + row.unknown, 0);
  return {
    title: 'Wie is gestart?',
    college,
    unknown,
    silent: begun.filter(({ isSilent }) => isSilent).length,
    allKnown: begun.length > 0 && unknown === 0,
    starts: startMoments(rows, today),
    waiting,
    ties: paths.ties,
    files: paths.files,
    today,
  };
}

const withStanding = (row: ProgrammeRow, today: string): Row => ({
  ...row,
  expected: row.started + row.noShow + row.unknown,
  isSilent: row.startsOn <= today && row.unknown > 0 && row.started + row.noShow === 0,
});

function startMoments(rows: readonly Row[], today: string): object[] {
  const moments = [...new Set(rows.map(({ startsOn }) => startsOn))].map((startsOn) => {
    const of = rows.filter((row) => row.startsOn === startsOn);
    const isOpen = startsOn <= today && of.some(({ unknown }) => unknown > 0);
    return { startsOn, order: isOpen ? 0 : startsOn > today ? 1 : 2, hasBegun: startsOn <= today, programmes: ordered(of).map(shown) };
  });
  return moments.toSorted((one, other) => one.order - other.order || (one.hasBegun ? -1 : 1) * one.startsOn.localeCompare(other.startsOn));
}

/** Silent ones first, then what is not complete. */
const ordered = (rows: readonly Row[]): Row[] => {
  const weight = ({ isSilent, unknown }: Row): number => (isSilent ? 0 : unknown > 0 ? 1 : 2);
  return rows.toSorted((one, other) => weight(one) - weight(other));
};

const shown = (row: Row): object => ({
  ...row,
  href: paths.startsOf(keyText(row)),
  course: courseName(row),
  kind: courseKind(row),
  isComplete: row.unknown === 0,
});
