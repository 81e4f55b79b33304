import { IsIn, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Whether the student finds a text of the school right; when not, what to talk about. */
export class AnswerForm {
  @IsIn(['ja', 'nee'], { message: 'Kies of het klopt.' })
  klopt = '';

  @ValidateIf(({ klopt }: AnswerForm) => klopt === 'nee')
  @MaxLength(2000, { message: 'Maak het korter: hoogstens 2.000 tekens.' })
  @Matches(/\S/, { message: 'Schrijf op wat je wilt bespreken.' })
  @IsString()
  reden = '';

  @IsString()
  versie = '';
}
