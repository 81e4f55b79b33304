import type { Directory, ListedPerson } from '#people';
import { contactSlots, directory, organisationKinds, paths, roleOf } from '#policy';

type Organisation = Awaited<ReturnType<Directory['organisations']>>[number];

const GROUPS = [
  { title: 'Scholen', kinds: ['vo', 'pro', 'vso', 'vavo', 'isk'] },
  { title: 'Mbo-scholen', kinds: ['mbo'] },
  { title: 'Leerplicht', kinds: ['leerplicht'] },
  { title: 'Doorstroompunt', kinds: ['doorstroompunt'] },
] as const;

/** As people type it: without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** The organisations of the region, the own one first; found by a part of their name or municipality. */
export function organisationsPage(all: readonly Organisation[], { own, wanted }: { own: string; wanted: string }) {
  const found = all.filter(({ name, municipalities }) => plain(`${name} ${municipalities}`).includes(plain(wanted)));
  const rowOf = ({ id, name, kind, municipalities }: Organisation) => ({ name, municipalities, kind: kindText(kind), href: paths.directoryOf(id), isOwn: id === own });
  return {
    title: 'Contacten', section: 'Regio', here: paths.directory, wanted, found: found.length,
    own: all.filter(({ id }) => id === own).map(rowOf)[0],
    groups: GROUPS.map(({ title, kinds }) => ({ title, rows: found.filter(({ kind }) => (kinds as readonly string[]).includes(kind)).map(rowOf) })).filter(({ rows }) => rows.length),
  };
}

const kindText = (code: string): string => organisationKinds.find((row) => row.code === code)?.dutch ?? code;

/** Everybody one may have to call for the young people of one organisation, in the order of the slots. */
export function contactsPage(people: readonly ListedPerson[], { organisation, ownMember, keeps }: { organisation: Organisation; ownMember: string; keeps: boolean }) {
  const { id, name, kind, municipalities } = organisation;
  const cardOf = (row: ListedPerson) => ({
    ...row, worksAs: roleOf(row.role ?? '')?.dutch ?? row.role, isHidden: row.isListed === false,
    change: row.memberId === ownMember ? paths.ownContact : keeps && row.memberId && row.organisationId === id ? paths.contactOf(row.memberId) : undefined,
  });
  const slots = contactSlots.map(({ code, dutch }) => ({ title: kind === code ? 'Wie je belt' : dutch, desks: desksOf(people.filter(({ slot }) => slot === code), code, { page: id, cardOf }) }));
  return {
    title: name, section: 'Contacten', back: paths.directory, about: [kindText(kind), municipalities].filter(Boolean).join(' in '),
    slots: slots.filter(({ desks }) => desks.length),
    programmes: people.filter(({ slot }) => slot === 'programme').map((row) => ({ ...cardOf(row), for: row.place ?? 'Alle andere opleidingen' })),
  };
}

interface Shown {
  readonly page: string;
  readonly cardOf: (row: ListedPerson) => object;
}

/** One entry per desk, with the municipalities that it is for, and what to do when nobody is there. */
function desksOf(rows: readonly ListedPerson[], slot: string, { page, cardOf }: Shown) {
  const { whenNobody, dutch } = directory.find((row) => row.slot === slot) ?? directory[0];
  const keyOf = ({ organisationId }: ListedPerson): string => organisationId ?? 'nobody';
  return [...new Set(rows.map(keyOf))].map((key) => {
    const group = rows.filter((row) => keyOf(row) === key);
    const people = new Map(group.filter(({ memberId }) => memberId).map((row) => [row.memberId, row]));
    const [{ organisation, organisationId }] = group as [ListedPerson];
    return {
      title: organisation ?? 'Nog geen bureau',
      href: organisationId && organisationId !== page ? paths.directoryOf(organisationId) : undefined,
      places: [...new Set(group.flatMap(({ place }) => place ?? []))].join(', '),
      people: [...people.values()].map(cardOf),
      nobody: `Nog niemand: hier staat geen ${dutch}.`, whenNobody,
    };
  });
}
