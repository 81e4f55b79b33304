import { UnauthorizedException } from '@nestjs/common';

/** Signed in, but the second factor is still to be proved: to whoever catches this, as good as nobody. */
export class SecondFactorNeeded extends UnauthorizedException {}
