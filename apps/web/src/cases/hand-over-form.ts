import { IsString, Matches, MaxLength } from 'class-validator';
import type { HandOverTarget, Receiver } from '#alerts';

/** Nobody knows where the young person belongs: the own region decides. */
export const UNKNOWN = 'weet-ik-niet';

export class HandOverForm {
  @Matches(/^[\w-]{1,40}$/, { message: 'Kies wie de zaak moet krijgen.' })
  naar = '';

  @MaxLength(1000, { message: 'Maak dit korter: hoogstens 1.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op waarom deze zaak niet bij jullie hoort.' })
  @IsString()
  waarom = '';
}

export class RefuseForm {
  @MaxLength(1000, { message: 'Maak dit korter: hoogstens 1.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op waarom jullie deze zaak niet overnemen.' })
  @IsString()
  reden = '';
}

const codeOf = ({ deskId, region }: HandOverTarget): string => deskId ?? `regio-${region}`;

export const optionsTo = (targets: readonly HandOverTarget[]): object[] => [
  { code: '', text: 'Kies een bureau of regio' },
  { code: UNKNOWN, text: 'Weet ik niet: onze regio zoekt het uit' },
  ...targets.map((row) => ({ code: codeOf(row), text: wordsFor(row) })),
];

function wordsFor({ deskId, name, isOfRegion }: HandOverTarget): string {
  if (!deskId) return `De regio van ${name}: zij kiezen een bureau`;
  return isOfRegion ? name : `${name} (andere regio)`;
}

/** Who is meant; undefined when that is nobody who can be asked. */
export function receiverOf({ naar }: HandOverForm, targets: readonly HandOverTarget[]): Receiver | undefined {
  const found = targets.find((row) => codeOf(row) === naar);
  if (found?.deskId) return { desk: found.deskId };
  return found?.region ? { region: found.region } : undefined;
}
