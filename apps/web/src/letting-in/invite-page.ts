import type { LettingIn } from '#people';
import { type InvitationState, invitationStates, mentorTodos, paths } from '#policy';

interface InvitePage {
  readonly title: string;
  readonly section: string;
  readonly [field: string]: unknown;
}

/** Who can be invited, per class; who cannot get a mail, with what to do instead; and who was invited already. */
export function invitePage(rows: readonly LettingIn[], chosen: readonly string[]): InvitePage {
  const inState = (...states: InvitationState[]): LettingIn[] => rows.filter(({ state }) => states.includes(state));
  const ready = inState('ready');
  return {
    title: 'Nodig uit voor Overstap',
    section: 'Leerlingen',
    back: paths.leavers,
    action: paths.leaversInvite,
    letters: paths.leaversLetters,
    isEmpty: rows.length === 0,
    ready,
    classes: classesOf(ready).map((name) => ({ name, students: ready.filter((row) => row.class === name).map((row) => ({ ...row, checked: !chosen.length || chosen.includes(row.leaverId) })) })),
    without: inState('no-address', 'shared-address').map((row) => ({ ...row, why: dutchOf(row.state), href: paths.leaverCode(row.leaverId) })),
    done: inState('invited', 'inside').map((row) => ({ ...row, how: row.bounced ? 'De mail kwam niet aan' : dutchOf(row.state), href: paths.leaver(row.leaverId) })),
  };
}

const classesOf = (rows: readonly LettingIn[]): (string | null)[] => [...new Set(rows.map((row) => row.class))];

const dutchOf = (state: InvitationState): string => invitationStates.find(({ code }) => code === state)?.dutch ?? '';

/** How it stands with one leaver, for the leaver's own page; nothing for who may not let this one in. */
export function lettingInOf(row: LettingIn | undefined, parentWaitsFor?: string): object | undefined {
  if (!row || row.state === 'never') return undefined;
  const { leaverId, state, invitedOn, bounced } = row;
  return {
    leaverId,
    state: dutchOf(state),
    invitedOn,
    bounced,
    mayInvite: state === 'ready',
    invite: paths.leaversInvite,
    code: paths.leaverCode(leaverId),
    letter: paths.leaverLetter(leaverId),
    guardians: paths.leaverGuardians(leaverId),
    parentSays: mentorTodos.find(({ code }) => code === parentWaitsFor)?.dutch,
  };
}
