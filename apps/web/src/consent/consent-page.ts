import { createHash } from 'node:crypto';
import { inOrder, type AskedParent, type AskedShare, type AskedTalk, type ParentAnswer } from '#dossiers';
import { parentText, paths, sections } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { topicTexts } from '../handover/handover-lines.ts';
import { filesIn } from '../passport/attachments-page.ts';
import { inWords } from '../passport/in-words.ts';
import { courseOf } from '../sharing/choices.ts';

interface School {
  readonly application: string;
  readonly college: string;
  readonly shares: readonly AskedShare[];
  readonly talk?: AskedTalk;
}

const TALK = 'Warme overdracht (een gesprek tussen beide scholen)';

const fieldOf = (application: string): string => `akkoord-${application}`;

/** By school, in the order in which the child wishes to go there; sections in the order of the passport. */
const schoolsOf = ({ shares, talks }: AskedParent): School[] =>
  [...new Set(shares.map(({ application }) => application))].map((application) => {
    const theirs = shares.filter((row) => row.application === application);
    return { application, college: theirs[0]?.college ?? '', shares: sections.flatMap(({ code }) => theirs.filter(({ section }) => section === code)), talk: talks.find((row) => row.application === application) };
  });

function nameOf({ section, early }: AskedShare): string {
  const row = sections.find(({ code }) => code === section);
  return `${row?.toOthers ?? row?.dutch ?? section}${early ? ' (meteen, ook vóór de toelating)' : ''}`;
}

const partsOf = ({ shares, talk }: School): string[] => [...new Set(shares.map(nameOf)), ...(talk ? [TALK] : [])];

/** Stands in the form: nobody says yes to something else than what the page showed. */
const sealOf = ({ shares, talks }: AskedParent): string => createHash('sha256').update(JSON.stringify([shares.map(({ share, early, state }) => [share, early, state]), talks.map(({ application, topics, contact }) => [application, topics, contact])])).digest('base64url');

/** Mag Sem dit delen? A question per school, with what is shared and what the parent says by it. What was chosen for something else is not chosen now. */
export function consentPage(asked: AskedParent, typed: Readonly<Record<string, unknown>> = {}, errors: readonly FormError[] = []) {
  const schools = schoolsOf(asked);
  const { givenName, age } = asked;
  const isOther = typed.gezien !== undefined && typed.gezien !== sealOf(asked);
  return {
    title: schools.length ? `Mag ${givenName} dit delen?` : 'U hoeft nu niets te doen',
    section: 'Ouder of verzorger',
    givenName,
    age,
    lead: `${givenName} wil een Paspoort voor Succes delen met ${schools.length === 1 ? '1 mbo-school' : `${schools.length} mbo-scholen`}. ${givenName} is ${age} jaar. Daarom vragen wij ook uw akkoord.`,
    read: paths.guardianReads,
    action: paths.guardianConsent,
    transfer: paths.ownTransfer,
    errors,
    seal: sealOf(asked),
    schools: schools.map((school) => ({
      id: fieldOf(school.application),
      legend: school.college,
      hint: [`${school.shares[0] ? courseOf({ ...school.shares[0], status: '' }) : ''}.`, parentText(givenName, school.college, partsOf(school)), ...onlyTalk(givenName, school)].join(' '),
      value: (isOther ? undefined : typed[fieldOf(school.application)]) ?? saidBefore(school),
    })),
    options: [{ code: 'ja', text: 'Akkoord' }, { code: 'nee', text: 'Niet akkoord' }],
  };
}

/** Who said yes to all the rest reads what is new, and how to refuse that alone. */
const onlyTalk = (givenName: string, { shares, talk }: School): string[] =>
  talk?.isNew && shares.every(({ agrees }) => agrees) ? [`Nieuw is de vraag om een warme overdracht: op de rest zei u eerder ja. Zegt u nee, dan stopt ook het delen met deze school. Wilt u alleen het gesprek niet? Vraag ${givenName} om die vraag in te trekken.`] : [];

function saidBefore({ shares, talk }: School): string {
  if (talk?.isNew || shares.some(({ agrees }) => agrees === null)) return '';
  return shares.every(({ agrees }) => agrees) ? 'ja' : 'nee';
}

/** The button was pressed twice: what was said stands already, to the same words, or there is nothing left to say. */
export const isSaid = (asked: AskedParent, typed: Readonly<Record<string, unknown>>): boolean =>
  schoolsOf(asked).every((school) => {
    const said = saidBefore(school);
    const words = parentText(asked.givenName, school.college, partsOf(school));
    return said !== '' && said === typed[fieldOf(school.application)] && school.shares.every(({ agreedText }) => agreedText === words);
  });

/** An answer for every section of each school that got one, with the words that stood beside it; and the schools without an answer. */
export function answersIn(asked: AskedParent, typed: Readonly<Record<string, unknown>>): { answers: ParentAnswer[]; errors: FormError[] } {
  const schools = schoolsOf(asked);
  const isAnswered = ({ application }: School): boolean => ['ja', 'nee'].includes(String(typed[fieldOf(application)]));
  if (typed.gezien !== sealOf(asked)) return { answers: [], errors: [{ field: 'gezien', text: 'Er is intussen iets veranderd. Lees het nog een keer en geef dan uw antwoord' }] };
  return {
    answers: schools.filter(isAnswered).flatMap((school) =>
      school.shares.map(({ share }) => ({ share, agrees: typed[fieldOf(school.application)] === 'ja', text: parentText(asked.givenName, school.college, partsOf(school)), talk: Boolean(school.talk) }))),
    errors: schools.filter((school) => !isAnswered(school)).map(({ application, college }) => ({ field: fieldOf(application), text: `Kies of ${college} dit mag lezen` })),
  };
}

/** What the child shares, to read before answering: each copy once, with the schools that it is for. */
export function readingPage(asked: AskedParent) {
  const copies = new Map<string, AskedShare[]>();
  for (const share of asked.shares) {
    const key = JSON.stringify([share.section, share.contents, share.objection]);
    copies.set(key, [...(copies.get(key) ?? []), share]);
  }
  const inOrderOfPage = sections.flatMap(({ code }) => [...copies.values()].filter(([first]) => first?.section === code));
  return { title: `Dit wil ${asked.givenName} delen`, section: 'Ouder of verzorger', back: paths.guardianConsent, parts: [...inOrderOfPage.map(copyOf), ...schoolsOf(asked).flatMap(talkOf)] };
}

const talkOf = ({ college, talk }: School): object[] =>
  talk ? [{ name: 'Warme overdracht', to: college, answers: [{ asked: 'Waar gaat het gesprek over?', answer: topicTexts(talk.topics).join(', ') }, { asked: 'Met wie praat de mbo-school?', answer: talk.contact }] }] : [];

function copyOf(shares: readonly AskedShare[]) {
  const [first] = shares;
  const answers = first ? inOrder(first.section, first.contents) : [];
  return {
    name: first ? nameOf(first) : '',
    to: [...new Set(shares.map(({ college }) => college))].join(' en '),
    objection: first?.objection,
    answers: answers.map(({ asked: question, answer }) => ({ asked: question, answer: inWords(answer), files: filesIn(answer, paths.passportFile) })),
  };
}
