import { HttpException, HttpStatus } from '@nestjs/common';

/** The key is unknown, revoked or past its end, or its owner may no longer come in: which of these is not told. */
export class WrongToken extends HttpException {
  constructor() {
    super('Wrong token', HttpStatus.UNAUTHORIZED);
  }
}
