import { earlierIn, removalOf, type Answers, type OpenSection } from '#dossiers';
import { questionsFor, type Section } from '#policy';
import { shownFile } from './attachments-page.ts';
import { inWords } from './in-words.ts';

type Typed = Readonly<Record<string, unknown>>;

/** What is not asked any more, as it was asked and answered: to leave, or to tick and take away. A file is taken away on a page of its own. */
export function earlierAnswers(section: Section, open: OpenSection, written: Answers, typed: Typed = {}): object[] {
  const stored = { ...open.answers, ...open.notes };
  const rows = earlierIn(section, open.schoolType, { ...stored, ...written }).map(({ code, asked, answer }) => ({
    id: removalOf(code), asked, text: inWords(answer), onlyMine: code in open.notes, files: [], isTicked: typed[removalOf(code)] !== undefined,
    typedAs: inWords(answer) === inWords(stored[code]?.answer) ? undefined : code,
  }));
  return [...rows, ...earlierFiles(section, open)];
}

function earlierFiles(section: Section, { schoolType, files }: OpenSection): object[] {
  const asked = new Set(questionsFor(section, schoolType).map(({ code }) => code));
  const left = files.filter(({ question }) => !asked.has(question));
  return [...new Set(left.map(({ question }) => question))].map((code) => {
    const found = left.filter(({ question }) => question === code);
    return { id: removalOf(code), asked: found[0]?.asked, files: found.map(shownFile) };
  });
}
