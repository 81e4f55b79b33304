import { Matches, MaxLength, IsString } from 'class-validator';
import type { CaseFacts, CasePlans } from '#alerts';
import { isDay } from '#platform';
import type { FormError } from '../pages/forms.ts';
import { dayOff } from './work-days.ts';

const DAY = /^(\d{4}-\d{2}-\d{2})?$/;
const NO_DAY = 'Vul een dag in, of laat het vak leeg.';

export class PlanForm {
  @MaxLength(1000, { message: 'Maak het plan korter: hoogstens 1.000 tekens.' })
  @IsString()
  plan = '';

  @Matches(DAY, { message: NO_DAY })
  volgende = '';

  @Matches(DAY, { message: NO_DAY })
  intake = '';

  @Matches(DAY, { message: NO_DAY })
  traject = '';

  @Matches(DAY, { message: NO_DAY })
  klaar = '';

  @Matches(/^\d{0,18}$/)
  gezien = '';
}

/** Days that do not exist, lie in the future where something happened, or come before the step that leads to them. */
export function mistakesIn({ volgende, intake, traject, klaar }: PlanForm, today: string): FormError[] {
  const given = Object.entries({ volgende, intake, traject, klaar }).filter(([, day]) => day);
  const wrong = given.filter(([, day]) => !isDay(day)).map(([field]) => ({ field, text: 'Deze dag bestaat niet.' }));
  if (wrong.length) return wrong;
  const happened = given.filter(([field, day]) => field !== 'volgende' && day > today).map(([field]) => ({ field, text: 'Deze dag moet nog komen. Vul in wanneer het was.' }));
  if (volgende && volgende < today) happened.push({ field: 'volgende', text: 'Deze dag is al geweest. Kies vandaag of later.' });
  const off = volgende && volgende >= today ? dayOff(volgende) : undefined;
  if (off) happened.push({ field: 'volgende', text: off });
  if (klaar && !traject) happened.push({ field: 'traject', text: 'Vul ook in wanneer de begeleiding begon.' });
  if (klaar && traject && klaar < traject) happened.push({ field: 'klaar', text: 'Begeleiding kan niet klaar zijn voor zij begint.' });
  return happened;
}

export const plannedOf = ({ plan, volgende, intake, traject, klaar, gezien }: PlanForm): Parameters<CasePlans['save']>[2] => ({
  plan,
  nextOn: volgende || null,
  steps: { intake: intake || null, trajectory: traject || null, 'trajectory-ended': klaar || null },
  seen: gezien || undefined,
});

export const typedOf = ({ plan, nextOn, intakeOn, trajectoryOn, trajectoryEndedOn }: CaseFacts): PlanForm => ({
  plan: plan ?? '',
  volgende: nextOn ?? '',
  intake: intakeOn ?? '',
  traject: trajectoryOn ?? '',
  klaar: trajectoryEndedOn ?? '',
  gezien: '',
});
