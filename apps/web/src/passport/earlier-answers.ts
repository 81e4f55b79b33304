import { earlierIn, removalOf, type OpenSection } from '#dossiers';
import { questionsFor, type Section } from '#policy';
import { shownFile } from './attachments-page.ts';
import { inWords } from './in-words.ts';

type Typed = Readonly<Record<string, unknown>>;

/** What is not asked any more, as it was asked and answered: to leave, or to tick and take away. A file is taken away on a page of its own. */
export const earlierAnswers = (section: Section, open: OpenSection, typed: Typed = {}): object[] => [
  ...earlierIn(section, open.schoolType, { ...open.answers, ...open.notes }).map(({ code, asked, answer }) => ({
    id: removalOf(code), asked, text: inWords(answer), onlyMine: code in open.notes, files: [], isTicked: typed[removalOf(code)] !== undefined,
  })),
  ...earlierFiles(section, open),
];

function earlierFiles(section: Section, { schoolType, files }: OpenSection): object[] {
  const asked = new Set(questionsFor(section, schoolType).map(({ code }) => code));
  const left = files.filter(({ question }) => !asked.has(question));
  return [...new Set(left.map(({ question }) => question))].map((code) => {
    const found = left.filter(({ question }) => question === code);
    return { id: removalOf(code), asked: found[0]?.asked, files: found.map(shownFile) };
  });
}
