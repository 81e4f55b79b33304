import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { summerOutcomes, type SummerOutcome } from '#policy';
import { asList } from '../pages/forms.ts';

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

const NUMBER = /^(\+?[\d\s()-]{8,20})?$/;
const NO_NUMBER = 'Vul een telefoonnummer in, bijvoorbeeld 06 12 34 56 78.';

/** One form for a call: a number and a note that were typed go along, whichever button is tapped. */
export class OutcomeForm {
  @IsIn(summerOutcomes.map(({ code }) => code), { message: 'Kies wat er uit het gesprek kwam.' })
  uitkomst: SummerOutcome;

  @MaxLength(500, { message: 'Maak je notitie korter: hoogstens 500 tekens.' })
  @IsString() @Transform(trimmed) notitie = '';

  /** The case of a desk that may close with it. */
  @IsUUID() @IsOptional() akkoord?: string;

  /** Not sure after all: back to the call with what was typed. */
  @IsString() @IsOptional() nee?: string;

  @Matches(NUMBER, { message: NO_NUMBER })
  @IsString() @IsOptional() @Transform(trimmed) nummer?: string;

  /** The number that stood on the page. */
  @IsString() @IsOptional() stond?: string;
}

export class UndoForm {
  @IsUUID() @IsOptional() poging?: string;
}

export class NumberForm {
  @Matches(NUMBER, { message: NO_NUMBER })
  @IsString() @Transform(trimmed) nummer = '';

  @IsString() @IsOptional() stond?: string;

  /** Only kept on the page. */
  @IsString() @IsOptional() notitie?: string;
}

export class TeamForm {
  @IsUUID(undefined, { message: 'Kies van wie het team is.' }) organisatie = '';

  @IsUUID('all', { each: true, message: 'Kies wie er in het team zit.' })
  @Transform(asList) wie: string[] = [];
}
