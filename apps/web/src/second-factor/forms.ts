import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

const LONGEST_ANSWER = 20_000;

class ReturnForm {
  /** Where somebody wanted to go. */
  @IsOptional()
  @IsString()
  naar = '';
}

export class CodeForm extends ReturnForm {
  @IsString()
  @MaxLength(40, { message: 'Dit is te lang voor een code. Typ alleen de code.' })
  @IsNotEmpty({ message: 'Vul je code in.' })
  code = '';
}

export class PasskeyForm extends ReturnForm {
  /** What the browser gave, as JSON; empty when somebody stopped halfway. */
  @IsString()
  @MaxLength(LONGEST_ANSWER)
  antwoord = '';
}

export class NewPasskeyForm extends PasskeyForm {
  @IsString()
  @MaxLength(60, { message: 'Neem een naam van hoogstens 60 tekens.' })
  @IsNotEmpty({ message: 'Geef dit apparaat een naam, bijvoorbeeld: laptop van school.' })
  naam = '';
}

export class RemoveForm {
  @IsOptional()
  @IsUUID()
  passkey?: string;
}
