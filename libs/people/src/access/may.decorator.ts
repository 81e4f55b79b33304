import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { AccessAct } from '#policy';

export const MAY = 'may';
export const PUBLIC = 'public';
export const LOOKS_ON = 'looks-on';
export const SIGNED_IN = 'signed-in';
export const BEFORE_SECOND_FACTOR = 'before-second-factor';

/** Names the cell of libs/policy/access that opens this handler. */
export const May = (act: AccessAct): CustomDecorator => SetMetadata(MAY, act);

/** Marks the few handlers that need nobody signed in. */
export const Public = (): CustomDecorator => SetMetadata(PUBLIC, true);

/** For what concerns only the visitor: the own account, signing out. */
export const SignedIn = (): CustomDecorator => SetMetadata(SIGNED_IN, true);

/** A handler that a page calls by itself: asking it is no use of the session. */
export const LooksOn = (): CustomDecorator => SetMetadata(LOOKS_ON, true);

/** Marks the very few handlers that open while the second factor still has to be proved: proving it, and signing out. */
export const BeforeSecondFactor = (): CustomDecorator => SetMetadata(BEFORE_SECOND_FACTOR, true);
