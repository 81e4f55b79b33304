import { IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

const WITHOUT = ['code', 'niet-bevestigen', 'brief'];

/** Somebody who has no address stands in the list by name. */
const needsAddress = ({ doe, id, adres }: GuardianForm): boolean => !WITHOUT.includes(doe) && !(id && !adres && doe.endsWith('contact'));

/** Who may read along, or may not any more. */
export class GuardianForm {
  @IsIn(['laat-meelezen', 'geen-contact', 'weer-contact', 'stop', 'code', 'niet-bevestigen', 'noem', 'brief'])
  doe: 'laat-meelezen' | 'geen-contact' | 'weer-contact' | 'stop' | 'code' | 'niet-bevestigen' | 'noem' | 'brief' = 'laat-meelezen';

  @MaxLength(200, { message: 'Maak de naam korter.' })
  @IsString()
  naam = '';

  @ValidateIf((form: GuardianForm) => needsAddress(form))
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@mail.nl.' })
  adres = '';

  /** Whom a letter is for, without an address. */
  @MaxLength(200, { message: 'Maak de naam korter.' })
  @IsString()
  ouder = '';

  @IsOptional()
  @IsString()
  id?: string;
}

export const REFUSED = { field: 'adres', text: 'Met dit adres kan het niet. Het is van de leerling zelf, of er mag geen contact zijn.' } as const;

export const NAMELESS = { field: 'ouder', text: 'Vul in hoe de ouder heet.' } as const;

export const NO_LETTER = { field: 'ouder', text: 'Voor deze ouder kan geen brief. Er mag geen contact zijn, of de leerling is 16.' } as const;

export const UNNAMED = { field: 'adres', text: 'De leerling heeft dit adres weer weggehaald. Vraag de leerling welk adres klopt.' } as const;
