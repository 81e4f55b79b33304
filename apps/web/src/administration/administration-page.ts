import type { PeopleList, Visitor } from '#people';
import { paths, senderWords, type AccessAct } from '#policy';
import { waitingOf } from './people-page.ts';

interface Link {
  readonly href: string;
  readonly text: string;
  readonly about: string;
  readonly act: AccessAct;
}

const linksFor = (organisationKind: string, { oneInside, manyInside } = senderWords(organisationKind)): readonly Link[] => [
  { href: paths.people, text: 'Mensen', about: 'Wie werkt hier, wie is uitgenodigd, wie gaat weg.', act: 'people:see' },
  { href: paths.classes, text: `Klassen en ${manyInside}`, about: `Een klas overdragen, of een ${oneInside} laten vervangen.`, act: 'class:hand-over' },
  { href: paths.summerTeam, text: 'Zomerteam', about: 'Wie belt in de zomer met leerlingen zonder plek.', act: 'summer:team' },
  { href: paths.organisations, text: 'Organisaties', about: 'Wie beheert de mensen van elke organisatie in de regio.', act: 'organisation:manage' },
  { href: paths.periods, text: 'Periodes', about: 'Op welke dagen signalen beginnen, en wanneer scholen vrij zijn.', act: 'calendar:manage' },
  { href: paths.offers, text: 'Aanbod in de regio', about: 'Wat bureaus kunnen aanbieden aan wie niet is gestart.', act: 'offer:manage' },
  { href: paths.questions, text: 'Vragen in het paspoort', about: 'Wat de regio leerlingen vraagt, naast de vaste vragen.', act: 'question:manage' },
  { href: paths.guardianRule, text: 'Akkoord van ouders', about: 'Is één ouder genoeg als een leerling nog geen 16 is?', act: 'guardian-rule:set' },
  { href: paths.signInSettings, text: 'Inloggen', about: 'Hoe mensen hier inloggen en wanneer dat ophoudt.', act: 'sign-in:see' },
];

interface AdministrationView {
  readonly visitor: Visitor;
  readonly may: (act: AccessAct) => boolean;
}

/** Where looking after an organisation begins: what waits, and where to go. */
export const administrationPage = (counts: PeopleList['counts'], { visitor, may }: AdministrationView) => ({
  title: 'Beheer',
  organisation: visitor.organisation,
  waiting: waitingOf(counts),
  links: linksFor(visitor.organisationKind).filter(({ act }) => may(act)),
});
