import { contactsOf, Handovers, meetingsOf, type HandoverSteps, type ProgrammeContact } from '#dossiers';
import { mayDo, type Visitor } from '#people';
import { noTalkAbout, paths } from '#policy';
import { shown } from '../meetings/meeting-page.ts';
import type { Site } from '../site.ts';
import { badgeOf, handoverLines, type Asker, type HandoverLine } from './handover-lines.ts';

/** What stands beside an application about people who talk with each other. */
export interface Beside {
  readonly handover?: { readonly badge?: object; readonly lines: readonly HandoverLine[] };
  readonly contact?: ProgrammeContact;
  readonly meeting?: object;
  readonly meetingHref?: string;
  readonly askHref?: string;
  readonly askText: string;
}

interface Applied {
  readonly id: string;
  readonly status: string;
}

interface Whose {
  readonly asker: Asker;
  /** Absent: the own applications. */
  readonly leaver?: string;
}

/** For each of these applications, as far as the visitor may know and do. */
export async function besideApplications({ tx, clock }: Site, visitor: Visitor, applied: readonly Applied[], whose: Whose): Promise<ReadonlyMap<string, Beside>> {
  const applications = applied.map(({ id }) => id);
  const [handovers, contacts, meetings] = await Promise.all([new Handovers(tx, clock).beside(visitor, applications), contactsOf(tx, visitor, applications), meetingsOf(tx, visitor, applications)]);
  const of = <Row extends { application: string }>(rows: readonly Row[], id: string): Row | undefined => rows.find(({ application }) => application === id);
  const meetingOf = ({ id, status }: Applied): object => {
    const meeting = of(meetings, id);
    const isOpen = mayDo(visitor, 'joint-intake:plan') && (meeting || !noTalkAbout(status));
    return { meeting: meeting && shown(meeting), meetingHref: isOpen ? paths.meeting(id) : undefined };
  };
  return new Map(applied.map((row) => [row.id, { ...meetingOf(row), ...besideOf(of(handovers, row.id), visitor, whose), contact: mayDo(visitor, 'programme-contact:manage') ? undefined : of(contacts, row.id) }]));
}

function besideOf(steps: HandoverSteps | undefined, visitor: Visitor, { asker, leaver }: Whose): Beside {
  return {
    handover: steps && { badge: badgeOf(steps), lines: handoverLines(steps, asker) },
    ...askOf(steps, visitor, leaver),
  };
}

function askOf(steps: HandoverSteps | undefined, visitor: Visitor, leaver?: string): Pick<Beside, 'askHref' | 'askText'> {
  if (mayDo(visitor, 'handover:work')) return { askHref: steps && paths.handover(steps.application), askText: 'Plan of leg vast' };
  const askText = steps ? 'Bekijk de warme overdracht' : 'Vraag een warme overdracht aan';
  if (leaver) return { askHref: mayDo(visitor, 'handover:ask') ? paths.leaverHandover(leaver) : undefined, askText };
  return { askHref: mayDo(visitor, 'own-handover:ask') ? paths.ownHandover : undefined, askText };
}
