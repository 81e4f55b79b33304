import type { Receiver, Shared, SharingNow } from '#dossiers';
import { amsterdam, dayInFull } from '#platform';
import { paths, readsWhen, sections } from '#policy';
import { courseOf } from './choices.ts';

export interface SharedWith {
  readonly application: string;
  readonly college: string;
  readonly course: string;
  /** The names of the parts under what holds of them: most often one sentence holds of all. */
  readonly parts: readonly { readonly state: string; readonly names: readonly string[] }[];
  readonly untilOn: string;
  readonly stop: string;
  readonly stopText: string;
  /** Nothing here is the student's to stop. */
  readonly isOnlySchools: boolean;
  readonly hasSchools: boolean;
}

/** Who reads which part now, and since or from when; who has nothing is left out. */
export const sharedWith = ({ receivers, shared }: SharingNow): SharedWith[] =>
  receivers.flatMap((receiver) => {
    const theirs = shared.filter(({ application }) => application === receiver.application);
    const isOnly = receivers.filter(({ college }) => college === receiver.college).length === 1;
    return theirs.length ? [withSchool(receiver, theirs, isOnly)] : [];
  });

function withSchool(receiver: Receiver, theirs: readonly Shared[], isOnly: boolean): SharedWith {
  const stated = sections.flatMap((section) => {
    const share = theirs.findLast((row) => row.section === section.code);
    return share ? [{ name: section.dutch, state: stateOf(share, readsWhen(section, share.early)) }] : [];
  });
  const states = [...new Set(stated.map(({ state }) => state))];
  const parts = states.map((state) => ({ state, names: stated.filter((row) => row.state === state).map(({ name }) => name) }));
  const { application, college } = receiver;
  return { application, college, course: courseOf(receiver), parts, untilOn: theirs[0]?.untilOn ?? '', stop: paths.sharingStop(application), stopText: `Stop met delen met ${college}${isOnly ? '' : `, voor ${courseOf(receiver)}`}`, isOnlySchools: theirs.every(({ bySchool }) => bySchool), hasSchools: theirs.some(({ bySchool }) => bySchool) };
}

const stateOf = ({ state, givenAt, givenOn, bySchool }: Shared, when: string): string =>
  bySchool ? `Gestuurd door je school. ${when}` :
   state === 'waiting' ? 'Wacht op je ouder of verzorger.' : `Gedeeld${givenAt && givenOn ? ` op ${dayInFull(givenOn)} om ${amsterdam(givenAt).time.replace(':', '.')} uur` : ''}. ${when}`;

/** What a parent said, at once or after a yes, until it is asked again. */
export const refusedBy = ({ refused }: SharingNow): string[] => refused.map((college) => `Je ouder of verzorger zei nee bij ${college}. Die school leest dat deel van je paspoort niet.`);

/** Nothing is shared any more, or not yet. */
const nothingShared = (now: SharingNow) => ({
  title: now.refused.length ? 'Je ouder of verzorger zei nee' : 'Je paspoort is nu niet gedeeld',
  section: 'Mijn paspoort',
  lead: 'Geen mbo-school leest nu mee.',
  schools: [],
  refused: refusedBy(now),
  steps: ['Praat erover met je ouder of je mentor.', 'Wil je weer delen? Kijk dan je paspoort na en deel opnieuw.', 'Je kunt blijven schrijven. Dat leest geen school.'],
  passport: paths.passport,
  readers: paths.readersOfMe,
});

/** After sharing, and whenever this address is opened again: how it is now. */
export function donePage(now: SharingNow, isWaiting: boolean) {
  if (!now.shared.some(({ bySchool }) => !bySchool)) return nothingShared(now);
  return {
    title: isWaiting ? 'We vragen het je ouder of verzorger' : 'Je paspoort is gedeeld',
    section: 'Mijn paspoort',
    lead: isWaiting ? 'Je hebt gekozen wie je paspoort mag lezen. Tot je ouder of verzorger ja zegt, leest geen school mee.' : 'Goed gedaan! Dit is wat elke school nu heeft.',
    askCode: isWaiting ? paths.passportCode : undefined,
    schools: sharedWith(now),
    refused: refusedBy(now),
    steps: isWaiting
      ? ['Je ouder of verzorger krijgt een mail. Was er vandaag al een? Dan werkt die nog.', 'Heeft je ouder geen mailadres? Je mentor geeft dan een brief.', 'Zegt je ouder ja? Dan delen wij je paspoort meteen.', 'Je krijgt een mail als er een antwoord is.']
      : ['De mbo-school leest je paspoort voor het gesprek met jou.', 'Bij ‘Wie leest mee?’ zie je wie het heeft geopend.', 'Je kunt blijven schrijven. De school ziet dat pas als je opnieuw deelt.'],
    passport: paths.passport,
    readers: paths.readersOfMe,
  };
}
