import type { LetIn, ReaderOfMe } from '#people';
import { amsterdam } from '#platform';
import { DECIDES_ALONE_AT, mayRead, paths, readingParts, readings, readingWays, roleOf, sentenceOf } from '#policy';
import type { OwnTransfer } from '#transfers';

export const READERS_A_PAGE = 50;

interface Seen {
  readonly readers: readonly ReaderOfMe[];
  readonly letIn: readonly LetIn[];
  readonly page: number;
  readonly age: number;
}

/** Who may read about me now, who did, and who let me in. */
export function readersPage({ facts, applications }: OwnTransfer, { readers, letIn, page, age }: Seen): { readonly title: string; readonly [field: string]: unknown } {
  const colleges = [...new Set(applications.map(({ college }) => college))];
  const names: Partial<Record<(typeof mayRead)[number]['code'], string | null>> = { mentor: facts.mentor, school: facts.school, college: colleges.join(', ') };
  const parents = age < DECIDES_ALONE_AT ? 'guardian-asked' : 'guardian';
  const allowed = mayRead.filter(({ code }) => code !== parents && (code !== 'college' || colleges.length > 0));
  return {
    title: 'Wie leest mee?',
    section: 'Wie leest mee?',
    allowed: allowed.map(({ code, who, dutch }) => ({ who, dutch, name: names[code] ?? undefined })),
    readers: readers.slice(0, READERS_A_PAGE).map(readerOf),
    letIn: letIn.map((row) => ({ day: row.day, text: sentenceOf(row), by: row.person ?? undefined })),
    copy: paths.ownCopy,
    coach: paths.ownCoach,
    guardians: paths.ownGuardians,
    guardiansText: age < DECIDES_ALONE_AT ? 'Zeg wie je ouder of verzorger is' : 'Laat een ouder meelezen, of stop dat',
    pages: pagesOf(page, readers.length > READERS_A_PAGE),
  };
}

function readerOf({ at, person, role, organisation, what, way, sections }: ReaderOfMe): object {
  const { day, time } = amsterdam(at);
  const parts = readingParts.filter(({ code }) => sections.includes(code)).map(({ dutch }) => dutch);
  return {
    day,
    time: time.replace(':', '.'),
    person,
    who: [roleOf(role)?.dutch ?? role, organisation].filter(Boolean).join(', '),
    what: readings.find(({ code }) => code === what)?.dutch ?? 'Gelezen',
    parts: parts.join(', '),
    way: way === 'page' ? undefined : readingWays.find(({ code }) => code === way)?.dutch,
  };
}

function pagesOf(page: number, isMore: boolean): object {
  const to = (number: number): string => (number > 1 ? `${paths.readersOfMe}?blad=${number}` : paths.readersOfMe);
  return { text: page > 1 || isMore ? `Blad ${page}` : undefined, previous: page > 1 ? to(page - 1) : undefined, next: isMore ? to(page + 1) : undefined };
}
