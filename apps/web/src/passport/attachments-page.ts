import type { Answer, AttachedFile, Attachment, OpenSection } from '#dossiers';
import { attachmentKinds, attachmentLimits, attachmentRefusals, paths, type AttachmentRefusal, type Question, type Section } from '#policy';

const KB = 1024;
const MB = KB * KB;

/** "2,4 MB", as people know it from their telephone. */
function sizeInWords(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))} kB`;
  return `${(bytes / MB).toLocaleString('nl-NL', { maximumFractionDigits: 1 })} MB`;
}

export const shownFile = ({ file, name, kind, size }: AttachedFile) => ({
  name,
  about: `${attachmentKinds.find(({ code }) => code === kind)?.dutch ?? kind}, ${sizeInWords(size)}`,
  href: paths.passportFile(file),
  removeHref: paths.passportFileRemove(file),
});

/** The files of an answer, to fetch at the address that is for who reads it. */
export const filesIn = (answer: Answer, hrefOf: (file: string) => string) =>
  typeof answer === 'string' ? [] : answer.filter((one): one is AttachedFile => typeof one === 'object' && 'file' in one).map((one) => ({ ...shownFile(one), href: hrefOf(one.file) }));

/** The files of one question: what is there, and a form for one more as long as there is room. */
export function attachmentsPage(section: Section, question: Question, { files }: OpenSection, refusal?: AttachmentRefusal) {
  const here = files.filter((file) => file.question === question.code);
  const text = attachmentRefusals.find(({ code }) => code === refusal)?.dutch;
  return {
    title: question.asks,
    section: 'Mijn paspoort',
    back: paths.passportSection(section.address),
    backText: `Terug naar ‘${section.dutch}’`,
    here: paths.passportFiles(section.address),
    label: here.length ? 'Kies nog een bestand' : 'Kies een bestand',
    name: section.dutch,
    hint: question.hint,
    files: here.map(shownFile),
    hasRoom: here.length < attachmentLimits.perQuestion,
    most: attachmentLimits.perQuestion,
    bytes: attachmentLimits.bytes,
    accept: attachmentKinds.map(({ type }) => type).join(),
    errors: text ? [{ field: 'bestand', text }] : [],
  };
}

/** Where files of this section are seen: on their own page, or below the section when no question asks for them any more. */
export const filesHome = ({ questions, address }: Section): string => (questions.some(({ type }) => type === 'file') ? paths.passportFiles(address) : paths.passportSection(address));

export const removePage = (section: Section, file: Attachment) => ({
  title: 'Haal je dit bestand weg?',
  section: 'Mijn paspoort',
  back: filesHome(section),
  here: paths.passportFileRemove(file.file),
  isShared: file.isShared,
  ...shownFile(file),
});
