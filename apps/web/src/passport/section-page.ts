import { earlierIn, MOST_EXPERIENCES, removalOf, type Answer, type Answered, type Answers, type Experience, type OpenSection, type SharingNow } from '#dossiers';
import { type Clock } from '#platform';
import { questionsFor, type Question, type Section } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { shownMoment } from '../pages/moment.ts';
import { choicesFor } from '../sharing/choices.ts';
import { shownFile } from './attachments-page.ts';
import { earlierAnswers } from './earlier-answers.ts';
import { inWords } from './in-words.ts';

const FEWEST_ROWS = 2;

/** The words around the questions: they differ by who writes. */
export interface Frame {
  readonly title: string;
  /** Where it belongs in the navigation. */
  readonly section: string;
  readonly eyebrow: string;
  readonly lead: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly here: string;
  readonly ask: { readonly legend: string; readonly hint?: string; readonly yes: string; readonly no: string; readonly button: string };
  /** How it can be that a text changed meanwhile. */
  readonly whyChanged: string;
  /** What the reader said of it before, to stand above the questions. */
  readonly said: readonly object[];
  /** What helps to write this, on another page. */
  readonly also?: { readonly href: string; readonly text: string };
}

export interface Desk {
  readonly section: Section;
  readonly open: OpenSection;
  readonly frame: Frame;
  /** Who may read it, when the writer decides that. */
  readonly sharing?: SharingNow;
}

interface Shown {
  readonly answers: Answers;
  readonly notes: Answers;
  readonly done?: boolean;
  readonly errors?: readonly FormError[];
  /** As it came, for what is no answer. */
  readonly typed?: Readonly<Record<string, unknown>>;
  /** One more empty line for a stage or job. */
  readonly wantsRow?: boolean;
}

/** One section to write in: the questions with what was answered, kept or just typed. */
export function sectionPage({ section, open, frame, sharing }: Desk, clock: Clock, { answers, notes, done, errors = [], wantsRow = false, typed }: Shown) {
  const all = { ...answers, ...notes };
  return {
    ...frame,
    sharing: sharing && choicesFor(section, sharing, typed),
    version: open.version,
    /** Tells drafts on a shared computer apart. */
    keeper: open.writer,
    kept: open.writtenAt ? `Bewaard om ${shownMoment(clock, open.writtenAt).time} uur` : '',
    questions: questionsFor(section, open.schoolType).map((question) => fieldOf(question, all[question.code], open.files, wantsRow)),
    earlier: earlierAnswers(section, open, all, typed),
    isDone: [{ code: 'ja', text: frame.ask.yes }, { code: 'nee', text: frame.ask.no }],
    done: done === undefined ? '' : done ? 'ja' : 'nee',
    errors,
  };
}

/** Who answered reads which words it was an answer to. */
const hintOf = ({ asks, hint = '' }: Question, asked = asks): string | undefined =>
  [asked === asks ? '' : `Eerst vroegen we: ‘${asked}’ Past je antwoord nog?`, hint].filter(Boolean).join(' ') || undefined;

function fieldOf(question: Question, given: Answered | undefined, files: OpenSection['files'], wantsRow: boolean) {
  const { code, type, asks, options = [], mayBeEmpty, onlyMine } = question;
  const { answer, asked } = given ?? {};
  const label = mayBeEmpty ? `${asks} (mag leeg blijven)` : asks;
  return {
    code, type, label, hint: hintOf(question, asked), onlyMine,
    options: options.map((text) => ({ code: text, text })),
    value: typeof answer === 'string' ? answer : '',
    values: Array.isArray(answer) ? answer : [],
    files: type === 'file' ? files.filter((file) => file.question === code).map(shownFile) : [],
    rows: type === 'experiences' ? rowsOf(code, (answer ?? []) as readonly Experience[], wantsRow) : [],
  };
}

function rowsOf(code: string, filled: readonly Experience[], wantsRow: boolean) {
  const count = Math.min(MOST_EXPERIENCES, Math.max(FEWEST_ROWS, filled.length + (wantsRow ? 1 : 0)));
  return Array.from({ length: count }, (_, at) => ({ id: `${code}-${at}`, number: at + 1, ...(filled[at] ?? { where: '', what: '', howLong: '' }) }));
}

/** Two texts of the same section, side by side: what stands there now, and what was just typed. */
export function conflictPage({ section, open, frame }: Desk, { done, ...typed }: { answers: Answers; notes: Answers; done?: boolean }) {
  const [now, yours] = [{ ...open.answers, ...open.notes }, { ...typed.answers, ...typed.notes }];
  const earlier = earlierIn(section, open.schoolType, { ...yours, ...now });
  const asking = [...questionsFor(section, open.schoolType), ...earlier.map(({ code, asked }) => ({ code, asks: asked }))];
  const differing = asking.filter(({ code }) => inWords(now[code]?.answer) !== inWords(yours[code]?.answer));
  const changed = earlier.filter(({ code }) => differing.some((row) => row.code === code) && yours[code]);
  const removed = earlier.filter(({ code }) => !yours[code]).map(({ code }) => ({ name: removalOf(code), value: 'ja' }));
  return {
    title: 'Dit onderdeel is ergens anders ook veranderd',
    section: frame.section,
    here: frame.here,
    name: frame.title,
    whyChanged: frame.whyChanged,
    version: open.version,
    rows: differing.map(({ code, asks }) => ({ asks, now: inWords(now[code]?.answer), yours: inWords(yours[code]?.answer) })),
    fields: [...[...questionsFor(section, open.schoolType), ...changed].flatMap(({ code }) => hiddenOf(code, yours[code]?.answer)), ...removed],
    done: done === undefined ? '' : done ? 'ja' : 'nee',
  };
}

function hiddenOf(code: string, answer: Answer = ''): { name: string; value: string }[] {
  if (typeof answer === 'string') return [{ name: code, value: answer }];
  return answer.flatMap((one, at) =>
    typeof one === 'string'
      ? [{ name: code, value: one }]
      : 'file' in one ? [] : [{ name: `${code}-${at}-where`, value: one.where }, { name: `${code}-${at}-what`, value: one.what }, { name: `${code}-${at}-how-long`, value: one.howLong }]);
}
