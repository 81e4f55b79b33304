import type { SentMail } from '#alerts';
import { dayShort } from '#platform';

/** All mails of a day that fared the same. */
export interface MailsOfDay {
  readonly day: string;
  readonly at: Date;
  readonly state: SentMail['state'];
  readonly to: string;
  readonly count: number;
  /** Days before, on which the same readers got as many, newest first. */
  readonly earlier: readonly string[];
}

const MAILED: Record<SentMail['state'], { one: string; more: string }> = {
  sent: { one: 'Mail verstuurd. De mailserver nam hem aan.', more: '# mails verstuurd. De mailserver nam ze aan.' },
  queued: { one: 'Mail staat klaar om te versturen.', more: '# mails staan klaar om te versturen.' },
  dead: { one: 'Mail kwam niet aan.', more: '# mails kwamen niet aan.' },
  dropped: { one: 'Mail niet verstuurd: er was niets meer te melden.', more: '# mails niet verstuurd: er was niets meer te melden.' },
};

export function mailsByDay(mails: readonly SentMail[]): MailsOfDay[] {
  const alike = new Map<string, SentMail[]>();
  for (const mail of mails) alike.set(mail.day + mail.state, [...(alike.get(mail.day + mail.state) ?? []), mail]);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { day, at, state } = first;
    return { day, at, state, to: group.map(reader).join(', '), count: group.length, earlier: [] };
  });
}

/** The address too where it is what must be mended. */
function reader({ to, name, state }: SentMail): string {
  if (!name) return to;
  return state === 'dead' ? `${name}, ${to}` : name;
}

/** A mentor hears of a signal each Monday: weeks in which nothing else happened are one entry, with all its days. */
export function folded<T extends object>(moments: readonly (T | MailsOfDay)[]): (T | MailsOfDay)[] {
  const kept: (T | MailsOfDay)[] = [];
  for (const moment of moments) {
    const last = kept.at(-1);
    if (last && isMails(last) && isMails(moment) && faredAlike(last, moment)) kept[kept.length - 1] = { ...last, earlier: [...last.earlier, moment.day] };
    else kept.push(moment);
  }
  return kept;
}

export const isMails = (moment: object): moment is MailsOfDay => 'earlier' in moment;

const faredAlike = (one: MailsOfDay, other: MailsOfDay): boolean => one.state === other.state && one.to === other.to;

export function mailEntry({ day, state, to, count, earlier }: MailsOfDay): { day: string; text: string; by: string } {
  const all = count * (earlier.length + 1);
  const text = all === 1 ? MAILED[state].one : MAILED[state].more.replace('#', String(all));
  const also = earlier.length ? `, ook op ${earlier.map((one) => dayShort(one, day)).join(', ')}` : '';
  return { day, text, by: `Aan ${to}${also}` };
}
