import { mayDo, type Visitor } from '#people';
import { paths, type AccessAct } from '#policy';

interface Destination {
  readonly href: string;
  readonly label: string;
  readonly act: AccessAct;
}

/** Work first; each person sees only what the access table opens. The first is where signing in leads. */
const DESTINATIONS: readonly Destination[] = [
  { href: paths.leavers, label: 'Leerlingen', act: 'leaver:list' },
  { href: paths.starts, label: 'Wie is gestart?', act: 'start:see' },
  { href: paths.cases, label: 'Niet gestart', act: 'case:list' },
  { href: paths.queue, label: 'Zonder bureau', act: 'queue:see' },
  { href: paths.ties, label: 'Te koppelen', act: 'tie:see' },
  { href: paths.files, label: 'Bestanden', act: 'file:bring' },
  { href: paths.failedMail, label: 'Mails', act: 'mail:failed' },
  { href: paths.administration, label: 'Beheer', act: 'people:see' },
];

export const destinationsOf = (visitor: Visitor): Destination[] =>
  DESTINATIONS.filter(({ act }) => mayDo(visitor, act)).map((row) =>
    visitor.role === 'mentor' && row.href === paths.leavers ? { ...row, label: 'Mijn leerlingen' } : row,
  );

/** The work list of the role; an account page for roles that have none yet. */
export const landingOf = (visitor: Visitor): string => destinationsOf(visitor)[0]?.href ?? paths.account;
