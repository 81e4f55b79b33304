import { log } from '../log/log.ts';
import { isAddress, type Letter } from './compose.ts';
import { destinationOf, type Destinations } from './destinations.ts';
import type { ClaimedMail, Verdict } from './mail.ts';
import type { Prepared } from './prepare.ts';
import { dead, later } from './verdict.ts';

const CANNOT_MAKE = 'De mail kon niet worden gemaakt.';

export interface WriterParts {
  readonly destinations: Destinations;
  readonly prepare: (mail: ClaimedMail) => Promise<Prepared>;
  readonly compose: (mail: ClaimedMail, page: object) => Promise<Letter>;
}

/** The letter as it goes over the line, or why there is none now. */
export async function write({ destinations, prepare, compose }: WriterParts, mail: ClaimedMail): Promise<Letter | Verdict> {
  if (!isAddress(mail.to)) return dead(mail, 'Dit is geen mailadres.', undefined, true);
  const seconds = destinations.waitFor(destinationOf(mail.to));
  if (seconds) return { next: 'aside', seconds };
  const page = await prepare(mail);
  if (page === 'dropped') return { next: 'dropped' };
  if (typeof page === 'string') return later(mail, CANNOT_MAKE);
  return compose(mail, page).catch((error: unknown) => {
    log.error(error, `Een mail kan niet worden opgemaakt: ${mail.template}`);
    return later(mail, CANNOT_MAKE);
  });
}
