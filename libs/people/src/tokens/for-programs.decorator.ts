import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const FOR_PROGRAMS = 'for-programs';

/** This handler answers programs too, in JSON, when the scope of their key has its act. All others are not found for them. */
export const ForPrograms = (): CustomDecorator => SetMetadata(FOR_PROGRAMS, true);
