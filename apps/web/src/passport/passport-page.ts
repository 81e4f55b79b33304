import type { Passport } from '#dossiers';
import type { Clock } from '#platform';
import { paths, sections, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';

const mine = sections.filter(({ stands }) => stands === 'mine');
const counted = mine.filter(({ counts }) => counts);

/** The task list: what is done stands as plain text, so that the eye goes to what is left. */
export function passportPage(passport: Passport, clock: Clock) {
  const written = new Map(passport.written.map((row) => [row.section, row]));
  const done = counted.filter(({ code }) => written.get(code)?.done).length;
  const next = mine.findIndex(({ code, writer }) => writer === 'student' && !written.get(code)?.done);
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
    mentor: passport.mentor,
  };
}

type Written = Passport['written'][number];

function taskOf({ address, dutch, writer, questions }: Section, written: Written | undefined, clock: Clock) {
  if (writer !== 'student') return { text: dutch, hint: 'Je mentor vult dit in. Jij leest het eerst.', badge: { tone: 'other', text: 'Wacht op mentor' } };
  const mayBeEmpty = questions.every((question) => question.mayBeEmpty);
  const href = paths.passportSection(address);
  if (written?.done) return { href, text: dutch, done: 'Klaar' };
  if (written) return { href, text: dutch, hint: `Bewaard om ${shownMoment(clock, written.writtenAt).time} uur`, badge: { tone: 'next', text: 'Bezig' } };
  return { href, text: dutch, hint: mayBeEmpty ? 'Mag leeg blijven' : undefined, badge: { tone: 'other', text: 'Nog doen' } };
}
