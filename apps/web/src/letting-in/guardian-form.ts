import { IsEmail, IsIn, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';

/** Who may read along, or may not any more. */
export class GuardianForm {
  @IsIn(['laat-meelezen', 'geen-contact', 'weer-contact', 'stop', 'code', 'niet-bevestigen', 'noem'])
  doe: 'laat-meelezen' | 'geen-contact' | 'weer-contact' | 'stop' | 'code' | 'niet-bevestigen' | 'noem' = 'laat-meelezen';

  @MaxLength(200, { message: 'Maak de naam korter.' })
  @IsString()
  naam = '';

  @ValidateIf(({ doe }: GuardianForm) => doe !== 'code' && doe !== 'niet-bevestigen')
  @MaxLength(254)
  @IsEmail({}, { message: 'Vul een mailadres in, bijvoorbeeld naam@mail.nl.' })
  adres = '';

  @IsOptional()
  @IsString()
  id?: string;
}

export const REFUSED = { field: 'adres', text: 'Met dit adres kan het niet. Het is van de leerling zelf, of er mag geen contact zijn.' } as const;

export const UNNAMED = { field: 'adres', text: 'De leerling heeft dit adres weer weggehaald. Vraag de leerling welk adres klopt.' } as const;
