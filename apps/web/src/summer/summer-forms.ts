import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { summerOutcomes, type SummerOutcome } from '#policy';
import { asList } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class OutcomeForm {
  @IsIn(summerOutcomes.map(({ code }) => code), { message: 'Kies wat er uit het gesprek kwam.' })
  uitkomst: SummerOutcome;

  @MaxLength(500, { message: 'Maak je notitie korter: hoogstens 500 tekens.' })
  @IsString() @Transform(trimmed) notitie = '';

  /** The case of a desk that may close with it. */
  @IsUUID() @IsOptional() akkoord?: string;
}

export class UndoForm {
  @IsUUID() @IsOptional() poging?: string;
}

export class NumberForm {
  @ValidateIf(({ nummer }: NumberForm) => nummer !== '')
  @Matches(/^\+?[\d\s()-]{8,20}$/, { message: 'Vul een telefoonnummer in, bijvoorbeeld 06 12 34 56 78.' })
  @IsString() @Transform(trimmed) nummer = '';
}

export class TeamForm {
  @IsUUID(undefined, { message: 'Kies van wie het team is.' }) organisatie = '';

  @IsUUID('all', { each: true, message: 'Kies wie er in het team zit.' })
  @Transform(asList) wie: string[] = [];
}
