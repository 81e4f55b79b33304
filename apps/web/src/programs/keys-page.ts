import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { mayDo, type ApiToken, type Visitor } from '#people';
import type { Clock } from '#platform';
import { keyDays, paths, scopes, USUAL_KEY_DAYS, type Scope } from '#policy';
import { asList, type FormError } from '../pages/forms.ts';
import { shownMoment } from '../pages/moment.ts';

/** A key to be made: for what, what it opens, and for how long. */
export class KeyForm {
  @MaxLength(60, { message: 'Maak de naam korter: hoogstens 60 tekens.' })
  @MinLength(1, { message: 'Geef de sleutel een naam, zoals het programma dat hem gebruikt.' })
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  naam = '';

  @IsIn(scopes.map(({ code }) => code), { each: true, message: 'Kies wat de sleutel mag.' })
  @ArrayNotEmpty({ message: 'Kies wat de sleutel mag.' })
  @Transform(asList)
  mag: Scope[] = [];

  @IsIn(keyDays.map(String), { message: 'Kies hoe lang de sleutel werkt.' })
  dagen = String(USUAL_KEY_DAYS);
}

/** Only what this visitor may do can be given to a key. */
export const scopesFor = (visitor: Visitor): (typeof scopes)[number][] => scopes.filter(({ acts }) => acts.some((act) => mayDo(visitor, act)));

interface KeysView {
  readonly visitor: Visitor;
  readonly clock: Clock;
  readonly form: KeyForm;
  readonly errors: readonly FormError[];
  /** The key that was just made: on this answer and never again. */
  readonly made?: string;
}

export function keysPage(keys: readonly ApiToken[], { visitor, clock, form, errors, made }: KeysView) {
  const words = (codes: readonly string[]): string => scopes.filter(({ code }) => codes.includes(code)).map(({ dutch }) => dutch.toLowerCase()).join(' en ');
  return {
    title: 'Sleutels voor programma’s',
    section: 'Mijn account',
    account: paths.account,
    action: paths.keys,
    made,
    form,
    errors,
    scopes: scopesFor(visitor).map(({ code, dutch, because }) => ({ code, text: dutch, hint: because })),
    days: keyDays.map((days) => ({ code: String(days), text: days === 365 ? '1 jaar' : `${days} dagen` })),
    keys: keys.map((key) => ({
      name: key.name,
      may: words(key.scopes),
      ends: shownMoment(clock, key.endsAt).day,
      made: shownMoment(clock, key.madeAt).day,
      used: key.lastUsedAt ? shownMoment(clock, key.lastUsedAt) : undefined,
      revoke: paths.keyRevoke(key.id),
    })),
  };
}
