import { NotFoundException, ParseUUIDPipe } from '@nestjs/common';

/** What is no id of ours stands for nothing there: a page, like that of an id that nobody has, is not found. */
export const isUuid = new ParseUUIDPipe({ exceptionFactory: () => new NotFoundException() });
