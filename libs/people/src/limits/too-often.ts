import { HttpException, HttpStatus } from '@nestjs/common';

/** Somebody tried too often; the page says from when it works again. */
export class TooOften extends HttpException {
  constructor(readonly seconds: number) {
    super('Too many tries', HttpStatus.TOO_MANY_REQUESTS);
  }
}
