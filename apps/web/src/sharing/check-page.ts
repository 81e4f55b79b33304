import { createHash } from 'node:crypto';
import { inOrder, type Agreed, type Answers, type Passport, type Receiver, type SharingNow } from '#dossiers';
import { agreedText, paths, sections, type Section } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { inWords } from '../passport/in-words.ts';
import { choicesFor, courseOf } from './choices.ts';
import { refusedBy } from './done-page.ts';

const mine = sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine');

/** What the button says yes to: each section for each school, with its sentence, in the order of the passport: the seal must not depend on the database's. */
export function agreedIn({ receivers, shareable }: SharingNow): Agreed[] {
  const inOrderOfPage = sections.flatMap(({ code }) => shareable.filter(({ section }) => section === code));
  return receivers.flatMap((receiver) => inOrderOfPage.filter(({ application }) => application === receiver.application).map(({ application, section, version, early }) => ({
    application, section, version, early, text: textFor(receiver, section, early),
  })));
}

function textFor(receiver: Receiver, code: string, early: boolean): string {
  const section = sections.find((row) => row.code === code);
  return section ? agreedText(section, receiver.college, courseOf(receiver), early) : '';
}

/** Stands in the form: nobody shares something else than what the page showed. */
export const sealOf = (agreed: readonly Agreed[]): string => createHash('sha256').update(JSON.stringify(agreed)).digest('base64url');

/** Directly before sharing: everything that goes, to whom, and a way to change each. */
export function checkPage(passport: Passport, now: SharingNow) {
  const agreed = agreedIn(now);
  const parts = mine.map((section) => partOf(section, passport, now));
  const waiting = agreed.filter((row) => !isShared(row, now));
  const schools = new Set(waiting.map(({ application }) => application)).size;
  return {
    title: 'Controleer en deel je paspoort',
    section: 'Mijn paspoort',
    back: paths.passport,
    add: paths.ownChoiceAdd,
    action: paths.passportShare,
    errors: [] as FormError[],
    parts: parts.filter(({ isDone }) => isDone),
    along: alongIn(now),
    asks: consentAsked(passport).map((section) => ({ code: section.code, name: section.dutch, read: paths.supportPart, action: paths.passportCheck, sharing: choicesFor(section, now) })),
    undone: parts.filter(({ isDone }) => !isDone),
    lead: waiting.length ? 'Er is nog niets nieuws gedeeld. Kijk alles na. Daarna druk je onderaan op de knop.' : 'Hier zie je wat je per school hebt gekozen.',
    receivers: now.receivers.map((receiver) => ({ ...receiver, course: courseOf(receiver), agreed: agreed.filter(({ application }) => application === receiver.application).map(({ text }) => text) })),
    refused: refusedBy(now),
    isUnder16: now.isUnder16,
    seal: sealOf(agreed),
    button: waiting.length ? buttonFor(schools, now.isUnder16) : undefined,
    isAllShared: agreed.length > 0 && waiting.length === 0,
    asksAgain: now.asksAgain,
    askCode: now.shared.some(({ state }) => state === 'waiting') ? paths.passportCode : undefined,
    readers: paths.readersOfMe,
  };
}

/** What the school wrote and goes only where the student wants it: asked once it was read and answered. */
export const consentAsked = ({ written }: Passport): Section[] =>
  sections.filter(({ code, writer, basis }) => writer !== 'student' && basis === 'consent' && written.some((row) => row.section === code && typeof row.agrees === 'boolean'));

/** What the school wrote or knows and goes along: read here once more. */
const alongIn = ({ shareable }: SharingNow) =>
  sections.filter((section) => !mine.includes(section)).flatMap(({ code, dutch }) => {
    const row = shareable.find(({ section }) => section === code);
    return row ? [{ name: dutch, answers: answersOf(code, row.contents) }] : [];
  });

const answersOf = (section: string, contents: Answers): object[] => inOrder(section, contents).map(({ asked, answer }) => ({ asked, answer: inWords(answer) }));

const buttonFor = (schools: number, isUnder16: boolean): string =>
  isUnder16 ? 'Vraag akkoord en deel daarna' : `Deel met ${schools} ${schools === 1 ? 'school' : 'scholen'}`;

/** Shared as it is now, and by who decides now: on the 16th birthday the student is asked again. */
const isShared = (row: Agreed, { shared, isUnder16 }: SharingNow): boolean =>
  shared.some((one) => one.byParent === isUnder16 && one.application === row.application && one.section === row.section && one.version === row.version && one.early === row.early);

function partOf(section: Section, { written }: Passport, { receivers, choices, shareable }: SharingNow) {
  const text = written.find((row) => row.section === section.code);
  const contents = shareable.find((row) => row.section === section.code)?.contents ?? {};
  const wishOf = (application: string): string | undefined => choices.find((row) => row.section === section.code && row.application === application)?.wish;
  const isDone = Boolean(text?.done);
  return {
    name: section.dutch,
    change: paths.passportSection(section.address),
    state: text ? 'Je bent ermee bezig' : 'Nog niets geschreven',
    isDone,
    isUnread: isDone && receivers.length > 0 && receivers.every(({ application }) => wishOf(application) === 'no'),
    schools: receivers.map(({ application, college }) => ({ college, wish: wordFor(wishOf(application)) })),
    answers: answersOf(section.code, contents),
  };
}

const wordFor = (wish: string | undefined): string => (wish === undefined ? 'Nog kiezen' : wish === 'no' ? 'Niet delen' : wish === 'yes' ? 'Delen' : 'Meteen delen');
