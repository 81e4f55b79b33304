/** Under this age a parent reads along; from that birthday on only whom the student invites (rules 9). */
export const DECIDES_ALONE_AT = 16;

/** How long what lets somebody in is worth something, in minutes; each works once. */
export const codeMinutes = { mail: 15, screen: 15, letter: 14 * 24 * 60 } as const;

/** Wrong codes in one browser before a new one must be asked. */
export const CODE_TRIES = 5;

/** Whether a student can be invited by mail, and what then is on the page of who lets them in. */
export const invitationStates = [
  { code: 'ready', dutch: 'Nog niet uitgenodigd', because: 'De school bracht een mailadres dat van niemand anders is.' },
  { code: 'no-address', dutch: 'Geen mailadres', because: 'Een code op het scherm of een inlogbrief helpt dan.' },
  { code: 'shared-address', dutch: 'Mailadres is ook van iemand anders', because: 'Wie de mail leest, zou de leerling zijn.' },
  { code: 'invited', dutch: 'Uitgenodigd', because: 'Eén mail is genoeg; de leerling vraagt zelf een nieuwe link.' },
  { code: 'inside', dutch: 'Heeft ingelogd', because: 'De leerling kan erin.' },
  { code: 'never', dutch: '', because: 'Regels 7: na een overlijden stopt alles.' },
] as const;

export type InvitationState = (typeof invitationStates)[number]['code'];
