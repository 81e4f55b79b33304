import type { Attempt, SentMail } from '#alerts';
import { caseChoices, inViewFound, mentorChoices, sentenceOf } from '#policy';
import type { Happening } from '#transfers';
import { folded, isMails, mailEntry, mailsByDay } from './timeline-mails.ts';

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
  const moments = [...mailsByDay(mails), ...attempts.map(attempted), ...told.map(happened)]
    .toSorted((one, other) => other.day.localeCompare(one.day) || other.at.getTime() - one.at.getTime());
  return folded(moments).map((moment) => (isMails(moment) ? mailEntry(moment) : entry(moment)));
}

type Moment = TimelineEntry & { readonly at: Date };

const entry = ({ day, text, note, by }: Moment): TimelineEntry => ({ day, text, note, by });

function happened(event: Happening): Moment {
  const { day, at, programme, organisation, source, note } = event;
  const person = source === 'page' ? event.person : null;
  return { day, at, text: sentenceOf(event), note: note ?? undefined, by: listed([person, programme, organisation]) };
}

function attempted({ day, at, choice, note, person }: Attempt): Moment {
  const row = [...inViewFound, ...mentorChoices, ...caseChoices].find(({ code }) => code === choice);
  return { day, at, text: `${row?.dutch ?? choice}.`, note: note || undefined, by: person ?? undefined };
}

const listed = (parts: readonly (string | null)[]): string | undefined => parts.filter(Boolean).join(', ') || undefined;
