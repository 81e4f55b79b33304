import type { Person, PersonEvent } from '#people';
import type { Clock } from '#platform';
import { paths, peopleEvents, personStates, roleOf } from '#policy';
import { rolesAt } from './invite-form.ts';
import { dayOf, dutchRole } from './people-page.ts';

interface PersonView {
  readonly id: string;
  readonly isMe: boolean;
  readonly organisation: string;
  readonly organisationKind: string;
  readonly clock: Clock;
  readonly errors?: readonly { readonly field: string; readonly text: string }[];
}

/** One colleague: what they may here, what can be done about it, and what was done. */
export function personPage(person: Person, { id, isMe, organisation, organisationKind, clock, errors = [] }: PersonView) {
  const roles = person.roles.map((row) => ({ ...row, dutch: dutchRole(row.role), badge: badgeOf(row.state), gone: paths.personGone(row.id), back: paths.personBack(row.id), hasEnded: row.state === 'ended', mayReturn: row.state === 'ended' && !comesAlong(row, person) }));
  const living = roles.filter(({ hasEnded }) => !hasEnded);
  const missing = rolesAt(organisationKind).filter(({ code }) => !living.some(({ role }) => role === code));
  return {
    title: person.name,
    section: 'Mensen',
    people: paths.people,
    organisation,
    errors,
    person,
    isMe,
    lastUsed: person.lastUsedAt && dayOf(new Date(person.lastUsedAt), clock),
    roles,
    severalLiving: living.length > 1,
    works: living.length > 0,
    isFrozen: living.some(({ state }) => state === 'frozen'),
    hasNoMail: living.some(({ state }) => state === 'bounced'),
    awaited: living.some(({ state }) => ['noted', 'invited', 'expired'].includes(state)),
    administers: living.some((row) => row.administers),
    isOfficer: living.some(({ role }) => isOfficer(role)),
    coordinates: living.some((row) => row.coordinates),
    choices: [{ code: '', text: 'Kies een rol' }, ...missing.map(({ code, text }) => ({ code, text }))],
    actions: { gone: paths.personGone(id), role: paths.personRole(id), administers: paths.personAdministers(id), coordinates: paths.personCoordinates(id), thaw: paths.personThaw(id), secondStep: paths.personSecondStep(id), send: paths.peopleSend, id },
    timeline: person.history.map(entryOf),
  };
}

/** The role in which a study coach sends comes back with that of study coach, and not without it. */
const comesAlong = ({ follows }: Person['roles'][number], { roles }: Person): boolean => follows && roles.some(({ role, endedOn }) => role === 'study-coach' && endedOn !== null);

/** Works on cases at a desk. */
export const isOfficer = (role: string): boolean => roleOf(role)?.actor === 'desk';

function badgeOf(state: string): { tone: string; text: string } | undefined {
  const row = personStates.find(({ code }) => code === state);
  return row && { tone: row.tone, text: row.dutch };
}

/** One line of the history, with whom it was about and who did it. */
function entryOf({ kind, role, day, by, other }: Pick<PersonEvent, 'kind' | 'role' | 'day' | 'by' | 'other'>) {
  const text = (peopleEvents.find(({ code }) => code === kind)?.dutch ?? kind).replace('{other}', other ?? 'een collega');
  return { day, text, by: [`Rol: ${dutchRole(role)}`, by && `door ${by}`].filter(Boolean).join(', ') };
}
