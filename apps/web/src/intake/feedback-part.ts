import { IsIn, IsString, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import type { SharedPassport } from '#dossiers';
import { helpedChoices, intakeOutcomes, missedRows, paths, statuses } from '#policy';
import { asList } from '../pages/forms.ts';

const HELD = statuses.find(({ code }) => code === 'intake-held')?.rank ?? 0;

/** What can be said to the mentor in two taps, once a passport was opened and there was a meeting. */
export function feedbackPart({ applicant, sections, records, feedback }: SharedPassport) {
  const rank = statuses.find(({ code }) => code === applicant.status)?.rank ?? 0;
  const hasMet = rank >= HELD || records.some(({ what }) => intakeOutcomes.some(({ code, met }) => met && code === what));
  if (!applicant.openedAt || !hasMet) return undefined;
  const toOption = ({ code, dutch }: { code: string; dutch: string }) => ({ code, text: dutch });
  return {
    action: paths.intakeFeedback(applicant.id),
    helped: helpedChoices(readOf({ sections, feedback })).map(toOption),
    missed: missedRows.map(toOption),
    values: { helped: feedback[0]?.helped ?? [], missed: feedback[0]?.missed ?? [], note: feedback[0]?.note ?? '' },
    isAgain: feedback.length > 0,
  };
}

/** Also what was said before, when it can no longer be read. */
const readOf = ({ sections, feedback }: Pick<SharedPassport, 'sections' | 'feedback'>): string[] => [...sections.map(({ section }) => section), ...feedback.flatMap(({ helped }) => helped)];

const MISSED = missedRows.map(({ code }) => code);

/** Two lists of boxes, and a line for who wants to say more. */
export class FeedbackForm {
  @IsString({ each: true }) @Transform(asList)
  hielp: string[] = [];

  @IsIn(MISSED, { each: true }) @Transform(asList)
  miste: string[] = [];

  @MaxLength(500, { message: 'Maak deze tekst korter: hoogstens 500 tekens.' })
  @IsString()
  erbij = '';
}

/** Only what the page offered: a part that this college read, or one of the fixed rows. */
export const offered = ({ hielp }: FeedbackForm, passport: SharedPassport): string[] =>
  helpedChoices(readOf(passport)).map(({ code }) => code).filter((code) => hielp.includes(code));
