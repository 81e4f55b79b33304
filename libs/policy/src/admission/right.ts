import { calendarOf, endYear } from '../calendar.ts';
import { PLACED_FROM_RANK, statuses } from '../statuses.ts';
import { priorOf, type Education } from './prior.ts';
import { ADMISSION_UNLESS, admissionPoints, NO_RIGHT_FOR_ENTREE, REFUSED_TODO, type AdmissionPoint } from './rows.ts';

export interface AdmissionFacts extends Education {
  /** Of the programme; null when it is not known. */
  readonly level: number | null;
  /** Null when there is only an intention. */
  readonly appliedOn: string | null;
  readonly status: string;
  readonly schoolYear: string;
}

type State = 'yes' | 'no' | 'open';

interface Answer {
  readonly state: State;
  /** Why, in one sentence that says nothing about whom. */
  readonly why: string;
}

export interface AdmissionRight {
  readonly verdict: 'yes' | 'no' | 'not-yet';
  readonly points: readonly (Answer & { readonly code: AdmissionPoint | 'entree'; readonly dutch: string })[];
  readonly todo: string;
}

const rankOf = (status: string): number => statuses.find(({ code }) => code === status)?.rank ?? -1;

/**
 * Whether somebody has the right of admission to a programme (WEB 8.0.1), and why. Undefined when the question is over: there is a
 * place already, or the application ended without a no of the college.
 */
export function admissionRight(facts: AdmissionFacts, today: string): AdmissionRight | undefined {
  const rank = rankOf(facts.status);
  const isRefused = facts.status === 'not-admitted';
  if ((rank < 0 && !isRefused) || rank >= PLACED_FROM_RANK) return undefined;
  if (facts.level === 1) {
    const point = { code: 'entree', dutch: 'Een entreeopleiding', state: 'no', why: NO_RIGHT_FOR_ENTREE } as const;
    return { verdict: 'no', points: [point], todo: isRefused ? REFUSED_TODO : 'Vraag de mbo-school wanneer je kunt beginnen.' };
  }
  const answers: Record<AdmissionPoint, Answer> = { 'in-time': inTime(facts, today), 'prior-education': rightEducation(facts), intake: intake(rank) };
  const points = admissionPoints.map(({ code, dutch }) => ({ code, dutch, ...answers[code] }));
  const has = (state: State): boolean => points.some((point) => point.state === state);
  const verdict = has('no') ? 'no' : has('open') ? 'not-yet' : 'yes';
  return { verdict, points, todo: isRefused ? REFUSED_TODO : todoOf(answers) };
}

/** What is wrong comes before what is open: there is one thing to do. */
function todoOf(answers: Record<AdmissionPoint, Answer>): string {
  for (const state of ['no', 'open'] as const) {
    const point = admissionPoints.find(({ code }) => answers[code].state === state);
    if (point) return point.todo[state];
  }
  return ADMISSION_UNLESS;
}

/** The day of the law: a region that asks later gives nobody a right that a college need not keep. */
function inTime({ appliedOn, status, schoolYear }: AdmissionFacts, today: string): Answer {
  const last = `${endYear(schoolYear)}-${calendarOf(schoolYear).notAppliedFrom}`;
  const day = `${Number(last.slice(8))} ${MONTHS[Number(last.slice(5, 7)) - 1]}`;
  if (status === 'planned' || !appliedOn) {
    return today <= last ? { state: 'open', why: `Aanmelden moet nog, uiterlijk ${day}.` } : { state: 'no', why: `Op ${day} was er geen aanmelding.` };
  }
  return appliedOn <= last ? { state: 'yes', why: `De aanmelding was er op ${day}.` } : { state: 'no', why: `De aanmelding kwam later dan ${day}.` };
}

function rightEducation({ level, ...education }: AdmissionFacts): Answer {
  const prior = priorOf(education);
  if (level === null) return { state: 'open', why: 'Het niveau van de opleiding is niet bekend.' };
  if (prior === 'failed') return { state: 'no', why: `Voor niveau ${level} is een diploma nodig.` };
  if (!prior) return { state: 'open', why: `Wij weten niet of de vooropleiding past bij niveau ${level}.` };
  const { dutch, levels } = prior.education;
  if (!(levels as readonly number[]).includes(level)) return { state: 'no', why: `Bij niveau ${level} hoort meer dan ${dutch}.` };
  const fits = `${dutch.charAt(0).toUpperCase()}${dutch.slice(1)} past bij niveau ${level}`;
  return prior.isSure ? { state: 'yes', why: `${fits}.` } : { state: 'open', why: `${fits}, maar de uitslag is er nog niet.` };
}

function intake(rank: number): Answer {
  if (rank < 0) return { state: 'open', why: 'Wij weten niet of alle gesprekken er zijn geweest.' };
  if (rank >= rankOf('intake-held')) return { state: 'yes', why: 'De intake is geweest.' };
  return rank >= rankOf('intake-invited') ? { state: 'open', why: 'De intake komt nog.' } : { state: 'open', why: 'Er is nog geen uitnodiging voor een intake.' };
}

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'] as const;
