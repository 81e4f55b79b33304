import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const CODE = 'Typ de code over, bijvoorbeeld K7Q-D3M.';

/** A code as somebody typed it: spaces, dashes and capitals do not matter. */
export class CodeForm {
  @MaxLength(40, { message: CODE })
  @Matches(/^[^a-z0-9]*([a-z0-9][^a-z0-9]*){6,8}$/i, { message: CODE })
  @IsString({ message: CODE })
  code = '';

  /** Ticked: others use this computer too. */
  @IsOptional()
  @IsString()
  schoolcomputer?: string;
}
