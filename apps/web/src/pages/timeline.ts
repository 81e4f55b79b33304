import type { Attempt, SentMail } from '#alerts';
import { caseChoices, inViewFound, mentorChoices, sentenceOf } from '#policy';
import type { Happening } from '#transfers';

export interface TimelineEntry {
  readonly day: string;
  readonly text: string;
  readonly note?: string;
  readonly by?: string;
}

interface Story {
  readonly events: readonly Happening[];
  readonly attempts: readonly Attempt[];
  readonly mails: readonly SentMail[];
  /** Of who reads: its own attempts stand there with their note, not a second time as an event. */
  readonly organisationId: string;
}

/** All that happened, newest first, in plain sentences. */
export function timelineOf({ events, attempts, mails, organisationId }: Story): TimelineEntry[] {
  const told = events.filter((event) => !['contact-attempted', 'in-view-checked'].includes(event.kind) || event.organisationId !== organisationId);
  const moments = [...mailed(mails), ...attempts.map(attempted), ...told.map(happened)];
  return moments
    .toSorted((one, other) => other.day.localeCompare(one.day) || other.at.getTime() - one.at.getTime())
    .map(({ day, text, note, by }) => ({ day, text, note, by }));
}

type Moment = TimelineEntry & { readonly at: Date };

function happened(event: Happening): Moment {
  const { day, at, programme, organisation, source, note } = event;
  const person = source === 'page' ? event.person : null;
  return { day, at, text: sentenceOf(event), note: note ?? undefined, by: listed([person, programme, organisation]) };
}

function attempted({ day, at, choice, note, person }: Attempt): Moment {
  const row = [...inViewFound, ...mentorChoices, ...caseChoices].find(({ code }) => code === choice);
  return { day, at, text: `${row?.dutch ?? choice}.`, note: note || undefined, by: person ?? undefined };
}

const MAILED: Record<SentMail['state'], { one: string; more: string }> = {
  sent: { one: 'Mail verstuurd. De mailserver nam hem aan.', more: '# mails verstuurd. De mailserver nam ze aan.' },
  queued: { one: 'Mail staat klaar om te versturen.', more: '# mails staan klaar om te versturen.' },
  dead: { one: 'Mail kwam niet aan.', more: '# mails kwamen niet aan.' },
  dropped: { one: 'Mail niet verstuurd: er was niets meer te melden.', more: '# mails niet verstuurd: er was niets meer te melden.' },
};

/** One entry for all mails of a day that fared the same. */
function mailed(mails: readonly SentMail[]): Moment[] {
  const alike = new Map<string, SentMail[]>();
  for (const mail of mails) alike.set(mail.day + mail.state, [...(alike.get(mail.day + mail.state) ?? []), mail]);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const text = group.length === 1 ? MAILED[first.state].one : MAILED[first.state].more.replace('#', String(group.length));
    return { day: first.day, at: first.at, text, by: `Aan ${group.map(({ to }) => to).join(', ')}` };
  });
}

const listed = (parts: readonly (string | null)[]): string | undefined => parts.filter(Boolean).join(', ') || undefined;
