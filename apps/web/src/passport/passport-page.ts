import type { Passport } from '#dossiers';
import type { Clock } from '#platform';
import { paths, sections, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';

/** The part of the mentor joins when a mentor has a page to write it on: until then nobody waits for it. */
const mine = sections.filter(({ stands, writer }) => stands === 'mine' && writer === 'student');
const counted = mine.filter(({ counts }) => counts);

/** The task list: what is done stands as plain text, so that the eye goes to what is left. */
export function passportPage(passport: Passport, clock: Clock) {
  const written = new Map(passport.written.map((row) => [row.section, row]));
  const done = counted.filter(({ code }) => written.get(code)?.done).length;
  const next = mine.findIndex(({ code }) => !written.get(code)?.done);
  const part = mine[next];
  return {
    title: `Hallo ${passport.givenName}`,
    section: 'Mijn paspoort',
    givenName: passport.givenName,
    isNew: passport.written.length === 0,
    done,
    total: counted.length,
    goOn: part && { number: next + 1, href: paths.passportSection(part.address), verb: passport.written.length ? 'Verder' : 'Begin' },
    tasks: mine.map((row) => taskOf(row, written.get(row.code), clock)),
    isUnder16: passport.isUnder16,
  };
}

type Written = Passport['written'][number];

function taskOf({ address, dutch, questions }: Section, written: Written | undefined, clock: Clock) {
  const mayBeEmpty = questions.every((question) => question.mayBeEmpty);
  const href = paths.passportSection(address);
  if (written?.done) return { href, text: dutch, done: 'Klaar' };
  if (written) return { href, text: dutch, hint: `Bewaard om ${shownMoment(clock, written.writtenAt).time} uur`, badge: { tone: 'next', text: 'Bezig' } };
  return { href, text: dutch, hint: mayBeEmpty ? 'Mag leeg blijven' : undefined, badge: { tone: 'other', text: 'Nog doen' } };
}
