import { dayInFull } from '#platform';
import { notedKinds, pathways } from '#policy';
import type { CollegeChoice, ProgrammeChoice } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import type { ChoiceForm } from './choice-form.ts';

/** Whose choice it is, in words: the own one, or a leaver's. */
export interface AddWords {
  readonly title: string;
  readonly section: string;
  readonly here: string;
  readonly back: string;
  readonly backTo: string;
  readonly isOwn: boolean;
}

interface Found {
  readonly colleges: readonly CollegeChoice[];
  readonly programmes: readonly ProgrammeChoice[];
}

/** First the college, then the programme and how far it is: two steps, because a college may have hundreds of programmes. */
export function addPage(words: AddWords, { colleges, programmes }: Found, typed: Partial<ChoiceForm>, today: string, errors: readonly FormError[] = []): AddWords & Readonly<Record<string, unknown>> {
  const college = colleges.find(({ id }) => id === typed.mbo);
  return {
    ...words,
    college,
    colleges: [{ code: '', text: 'Kies een mbo-school' }, ...colleges.map(({ id, name }) => ({ code: id, text: name }))],
    programmes: [{ code: '', text: programmes.length ? 'Staat er niet bij' : 'Van deze school kennen we nog geen opleidingen' }, ...programmes.map((row) => ({ code: row.id, text: textOf(row) }))],
    kinds: notedKinds.map(({ code, own, other }) => ({ code, text: words.isOwn ? own : other })),
    typed: { dag: today, ...typed },
    errors,
    today,
  };
}

function textOf({ name, level, pathway, startsOn }: ProgrammeChoice): string {
  const way = pathways.find(({ code }) => code === pathway)?.dutch ?? pathway;
  return `${name}${level === null ? '' : `, niveau ${level}`}, ${way}, start ${dayInFull(startsOn)}`;
}
