import { mayDo, type Visitor } from '#people';
import type { Menu } from '#platform';
import { paths, type AccessAct } from '#policy';

interface Destination {
  readonly href: string;
  readonly label: string;
  readonly act: AccessAct;
  /** Kinds of organisation with work there; all when absent. */
  readonly at?: readonly string[];
  /** Not daily work: stands under "Meer" where the list is long. */
  readonly seldom?: true;
}

/** Work first; each person sees only what the access table opens. The first is where signing in leads. */
const DESTINATIONS: readonly Destination[] = [
  { href: paths.passport, label: 'Mijn paspoort', act: 'passport:write' },
  { href: paths.ownTransfer, label: 'Mijn aanmeldingen', act: 'own-transfer:see' },
  { href: paths.guardianConsent, label: 'Akkoord geven', act: 'consent:answer' },
  { href: paths.readersOfMe, label: 'Wie leest mee?', act: 'own-readers:see' },
  { href: paths.leavers, label: 'Leerlingen', act: 'leaver:list' },
  { href: paths.news, label: 'Meldingen', act: 'leaver:list' },
  { href: paths.planning, label: 'Planning', act: 'leaver:list', seldom: true },
  { href: paths.summer, label: 'Zomeractie', act: 'summer:call' },
  { href: paths.tables, label: 'Overstaptafel', act: 'table:run' },
  { href: paths.agreements, label: 'Afspraken', act: 'agreement:see' },
  { href: paths.intake, label: 'Aanmeldingen', act: 'intake:list' },
  { href: paths.support, label: 'Ondersteuning', act: 'support:write' },
  { href: paths.starts, label: 'Wie is gestart?', act: 'start:see' },
  { href: paths.cases, label: 'Niet gestart', act: 'case:list' },
  { href: paths.coached, label: 'Mijn jongeren', act: 'coached:see' },
  { href: paths.inView, label: 'In beeld', act: 'in-view:see', at: ['pro', 'vso', 'leerplicht', 'doorstroompunt'] },
  { href: paths.youngPersonNew, label: 'Jongere invoeren', act: 'young-person:enter' },
  { href: paths.queue, label: 'Zonder bureau', act: 'queue:see' },
  { href: paths.ties, label: 'Te koppelen', act: 'tie:see' },
  { href: paths.files, label: 'Bestanden', act: 'file:bring' },
  { href: paths.readingLog, label: 'Logboek', act: 'log:see', seldom: true },
  { href: paths.keeping, label: 'Bewaren', act: 'keeping:see', seldom: true },
  { href: paths.outcomeReport, label: 'Rapportage', act: 'outcome-report:see' },
  { href: paths.failedMail, label: 'Mails', act: 'mail:failed', seldom: true },
  { href: paths.directory, label: 'Contacten', act: 'directory:see', seldom: true },
  { href: paths.administration, label: 'Beheer', act: 'people:see', seldom: true },
];

/** Mentors and students read of what is theirs, a parent of somebody else's. */
function labelFor(role: string, { href, label }: Destination): string {
  if (role === 'mentor' && href === paths.leavers) return 'Mijn leerlingen';
  return role === 'guardian' && href === paths.ownTransfer ? 'Aanmeldingen' : label;
}

const destinationsOf = (visitor: Visitor): Destination[] =>
  DESTINATIONS.filter(({ act, at }) => mayDo(visitor, act) && (at?.includes(visitor.organisationKind) ?? true)).map((row) =>
    ({ ...row, label: labelFor(visitor.role, row) }),
  );

/** More than this does not fit on one line of a laptop. */
const MOST_BESIDE = 6;

/** One line of destinations. The nearest to `here` is where the reader is. */
export function menuOf(visitor: Visitor, here: string): Menu {
  const open = destinationsOf(visitor);
  const nearest = open.map(({ href }) => href).filter((href) => here.startsWith(href)).toSorted((one, other) => other.length - one.length)[0];
  const isMore = ({ seldom }: Destination): boolean => Boolean(seldom) && open.length > MOST_BESIDE;
  const items = (rows: readonly Destination[]) => rows.map(({ href, label }) => ({ href, label, current: href === nearest }));
  const more = items(open.filter(isMore));
  return { beside: items(open.filter((row) => !isMore(row))), more, isInMore: more.some(({ current }) => current) };
}

/** The work list of the role; an account page for roles that have none yet. */
export const landingOf = (visitor: Visitor): string =>
  visitor.pending ? paths.secondStep : (destinationsOf(visitor)[0]?.href ?? paths.account);
