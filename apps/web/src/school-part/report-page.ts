import { createHash } from 'node:crypto';
import type { PartState, ReportPart, ReportTo } from '#dossiers';
import { paths, READ_FIRST, reportReads, reportText, sections, type Section } from '#policy';

interface About {
  readonly id: string;
  readonly givenName: string;
  /** How far the mentor's part is; undefined when there is none. */
  readonly part?: PartState;
}

/** Sections bear names in the words of the student. */
const TO_A_MENTOR: Readonly<Record<string, string>> = { 'mentor-part': 'Jouw deel', 'my-school': 'School, klas en uitslag' };

const sectionOf = ({ section }: ReportPart): Section | undefined => sections.find(({ code }) => code === section);

/** What would go to one application now, with the words that stand beside the button and are kept. */
export const shownTo = ({ college, programme, level, parts }: ReportTo) =>
  sections.flatMap((section) => {
    const part = parts.find((row) => row.section === section.code && row.isNew);
    return part && part.version !== null ? [{ section: section.code, version: part.version, text: reportText(section, college, courseOf(programme, level)) }] : [];
  });

/** Stands in the form: nobody sends something else than what the page showed. */
export const sealOf = (to: ReportTo): string => createHash('sha256').update(JSON.stringify(shownTo(to))).digest('base64url');

/** Per application which parts of the school can go, which went, and from when the college reads them. */
export const reportPage = (reports: readonly ReportTo[], { id, givenName, part }: About) => ({
  title: 'Stuur het deel van school',
  section: 'Leerlingen',
  givenName,
  back: { href: paths.leaver(id), text: `Terug naar ${givenName}` },
  action: paths.leaverReport(id),
  hold: holdOf(part, givenName),
  partHref: paths.leaverMentorPart(id),
  add: paths.leaverChoiceAdd(id),
  schools: reports.map((to) => ({
    application: to.application,
    college: to.college,
    course: courseOf(to.programme, to.level),
    parts: sections.flatMap((section) => to.parts.filter((row) => row.section === section.code)).map((row) => partOf(row, givenName)),
    seal: sealOf(to),
    button: shownTo(to).length ? `${to.parts.some(({ sentOn }) => sentOn) ? 'Stuur opnieuw' : 'Stuur'} naar ${to.college}` : undefined,
    mayTakeBack: to.parts.some(({ sentOn }) => sentOn),
  })),
});

const courseOf = (programme: string | null, level: number | null): string => [programme ?? 'een opleiding die nog niet bekend is', level && `niveau ${level}`].filter(Boolean).join(', ');

function partOf(row: ReportPart, givenName: string): object {
  const section = sectionOf(row);
  const went = row.sentOn && (row.isNew ? 'is sindsdien veranderd' : 'de mbo-school heeft dit');
  return {
    name: TO_A_MENTOR[row.section] ?? section?.dutch,
    sentOn: row.sentOn ?? undefined,
    went,
    when: section && reportReads(section),
    said: row.agrees === null ? undefined : row.agrees ? `${givenName} zegt: dit klopt.` : `${givenName} wil dit bespreken. Dat gaat mee.`,
  };
}

/** Why the mentor's own part does not go along yet. */
function holdOf(part: PartState | undefined, givenName: string): string | undefined {
  if (!part || part.agrees !== null) return undefined;
  return part.done
    ? `Jouw deel gaat mee zodra ${givenName} het las. Komt er geen antwoord, dan mag het ${READ_FIRST.days} dagen nadat ${givenName} het kon lezen.`
    : `Jouw deel is nog niet klaar. Het gaat pas mee als ${givenName} het heeft kunnen lezen.`;
}
