import type { MailHandler } from '#platform';
import { peopleTerms, roleOf } from '#policy';

interface Row {
  readonly organisation: string;
  readonly inviter: string | null;
  readonly roles: readonly string[];
}

const listed = new Intl.ListFormat('nl', { type: 'conjunction' });

/** `mentor en decaan`. */
export const rolesInWords = (codes: readonly string[]): string => listed.format(codes.map((code) => roleOf(code)?.dutch ?? code));

/** What an invitation says when it goes; nothing goes for one that was renewed, taken back or used meanwhile. */
export const invitationMail = (today: () => string): MailHandler => async (sql, { page }) => {
  const { link, hash } = page as { link: string; hash: string };
  const [row] = await sql<Row & Record<string, unknown>>("select organisation, inviter, roles from app.invitation_of(decode($1, 'hex'), $2) where state = 'open'", [hash, today()]);
  if (!row) return 'dropped';
  const { organisation, inviter, roles } = row;
  return { link, organisation, inviter: inviter ?? organisation, roles: rolesInWords(roles), days: peopleTerms.invitationDays, onBehalfOf: organisation };
};
