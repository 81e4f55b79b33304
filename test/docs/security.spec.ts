import fs from 'node:fs';

const text = fs.readFileSync('docs/security.md', 'utf8');

/** Requirements of levels 1 and 2 per chapter, counted in the table of ASVS 5.0.0. */
const COUNTS: Readonly<Record<string, number>> = {
  V1: 27, V2: 11, V3: 19, V4: 10, V5: 9, V6: 35, V7: 18, V8: 7, V9: 7, V10: 29, V11: 14, V12: 9, V13: 13, V14: 9, V15: 13, V16: 16,
};
const STATES = ['met', 'partly', 'not yet', 'operator', 'does not apply'];

interface Row {
  readonly chapter: string;
  readonly numbers: string[];
  readonly shownBy: string;
  readonly state: string;
}

const chapters = text.split(/^### (?=V\d+ )/m).slice(1);

function rowsOf(chapter: string): Row[] {
  const lines = chapter.split('\n## ')[0]!.split('\n').filter((line) => /^\| \d/.test(line));
  return lines.map((line) => {
    const [, numbers = '', , , shownBy = '', state = ''] = line.split('|').map((cell) => cell.trim());
    return { chapter: chapter.slice(0, chapter.indexOf(' ')), numbers: numbers.split(', ').flatMap(numbersIn), shownBy, state };
  });
}

/** `1.4.1–1.4.3` stands for three. */
function numbersIn(range: string): string[] {
  const [from = '', to = from] = range.split('–');
  const [section, first, last] = [from.slice(0, from.lastIndexOf('.')), Number(from.split('.').at(-1)), Number(to.split('.').at(-1))];
  return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
}

const rows = chapters.flatMap(rowsOf);

describe('docs/security.md', () => {
  it('answers each requirement of levels 1 and 2 once', () => {
    const counted = Object.fromEntries(chapters.map((chapter) => [chapter.slice(0, chapter.indexOf(' ')), rowsOf(chapter).flatMap(({ numbers }) => numbers).length]));
    expect(counted).toEqual(COUNTS);
    const numbers = rows.flatMap((row) => row.numbers);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    expect(rows.filter(({ chapter, numbers: own }) => !own.every((number) => number.startsWith(`${chapter.slice(1)}.`)))).toEqual([]);
  });

  it('gives each a state, and shows what is met', () => {
    expect(rows.filter(({ state }) => !STATES.includes(state))).toEqual([]);
    expect(rows.filter(({ state, shownBy }) => state === 'met' && !/`[\w./-]+`|^by (?:hand|reading)$/.test(shownBy))).toEqual([]);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/`((?:apps|libs|migrations|test|docs|bench|public)\/[^` ]+)`/g)].map(([, file]) => file!);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((file) => !fs.existsSync(file))).toEqual([]);
  });
});
