import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { handoverTopics } from '#policy';
import { asList } from '../pages/forms.ts';

/** Somebody asks for a talk: about which application, about what, and whom to reach how. */
export class AskForm {
  @IsUUID('all', { message: 'Kies bij welke aanmelding het gesprek hoort.' })
  aanmelding = '';

  @IsIn(handoverTopics.map(({ code }) => code), { each: true, message: 'Kies waar het gesprek over gaat.' })
  @ArrayNotEmpty({ message: 'Kies waar het gesprek over gaat.' })
  @Transform(asList)
  onderwerpen: string[] = [];

  @MaxLength(120, { message: 'Maak dit korter: hoogstens 120 tekens.' })
  @Matches(/\S/, { message: 'Vul in met wie de mbo-school kan praten.' })
  @IsString()
  met = '';

  @MaxLength(200, { message: 'Maak dit korter: hoogstens 200 tekens.' })
  @Matches(/\S/, { message: 'Vul in hoe de mbo-school die persoon bereikt.' })
  @IsString()
  bereik = '';
}
