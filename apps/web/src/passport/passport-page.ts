import type { Passport } from '#dossiers';
import type { Clock } from '#platform';
import { COUNTED_PARTS, paths, sections, type Section } from '#policy';
import { shownMoment } from '../pages/moment.ts';

const parts = sections.filter(({ stands }) => stands === 'mine');
const own = parts.filter(({ writer }) => writer === 'student');

/** The task list: what is done stands as plain text, so that the eye goes to what is left. */
export function passportPage(passport: Passport, clock: Clock, isSupported: boolean) {
  const written = new Map(passport.written.map((row) => [row.section, row]));
  const done = COUNTED_PARTS.filter((code) => written.get(code)?.isDone).length;
  return {
    title: `Hallo ${passport.givenName}`,
    section: 'Mijn paspoort',
    givenName: passport.givenName,
    isNew: done === 0 && !hasBegun(written),
    done,
    total: COUNTED_PARTS.length,
    goOn: goOn(written),
    tasks: parts.map((row) => taskOf(row, written.get(row.code), clock)),
    fromSchool: [...fromSchoolOf(passport), ...supportOf(written.get('support'), isSupported)],
    isUnder16: passport.isUnder16,
    check: paths.passportCheck,
    handover: paths.ownHandover,
    readers: paths.readersOfMe,
    print: paths.passportPrint,
    copy: paths.ownCopy,
    rights: paths.ownRights,
  };
}

type Written = Passport['written'][number];

/** What the school wrote is no beginning of the student. */
const hasBegun = (written: ReadonlyMap<string, Written>): boolean => own.some(({ code }) => written.has(code));

/** The one button: the first part that the student can go on with. */
function goOn(written: ReadonlyMap<string, Written>): { href: string; text: string } | undefined {
  const next = own.find(({ code }) => !written.get(code)?.done);
  if (next) return { href: paths.passportSection(next.address), text: `${hasBegun(written) ? 'Verder' : 'Begin'} met onderdeel ${parts.indexOf(next) + 1}` };
  const toRead = written.get('mentor-part');
  return toRead && toRead.agrees === null ? { href: paths.mentorsPart, text: 'Lees het deel van je mentor' } : undefined;
}

function taskOf(part: Section, written: Written | undefined, clock: Clock) {
  const { address, dutch, questions, writer } = part;
  if (writer !== 'student') return readingTask(dutch, written);
  const mayBeEmpty = questions.every((question) => question.mayBeEmpty);
  const href = paths.passportSection(address);
  if (written?.done) return { href, text: dutch, done: 'Klaar' };
  if (written) return { href, text: dutch, hint: `Bewaard om ${shownMoment(clock, written.writtenAt).time} uur`, badge: { tone: 'next', text: 'Bezig' } };
  return { href, text: dutch, hint: mayBeEmpty ? 'Mag leeg blijven' : undefined, badge: { tone: 'other', text: 'Nog doen' } };
}

/** What the school knows, as far as there is anything. */
function fromSchoolOf({ fromSchool }: Passport) {
  const addresses: Readonly<Record<string, string>> = { 'my-school': paths.mySchool, presence: paths.presence };
  return sections.filter(({ code }) => fromSchool.includes(code)).map(({ code, dutch }) => ({ href: addresses[code], text: dutch }));
}

/** Only for whom somebody at school began to write about support. */
function supportOf(written: Written | undefined, isSupported: boolean) {
  const text = sections.find(({ code }) => code === 'support')?.dutch ?? '';
  if (written) return [{ href: paths.supportPart, text, badge: written.agrees === null ? { tone: 'next', text: 'Lees en antwoord' } : undefined }];
  return isSupported ? [{ href: paths.supportPart, text, badge: { tone: 'other', text: 'School is nog bezig' } }] : [];
}

function readingTask(text: string, written: Written | undefined) {
  const row = { href: paths.mentorsPart, text };
  if (!written) return { ...row, badge: { tone: 'other', text: 'Wacht op mentor' } };
  if (written.agrees === null) return { ...row, badge: { tone: 'next', text: 'Lees en antwoord' } };
  return { ...row, hint: written.agrees ? undefined : 'Je wilt dit bespreken', done: 'Klaar' };
}
