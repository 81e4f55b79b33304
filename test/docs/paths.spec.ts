import fs from 'node:fs';
import path from 'node:path';

const pagesIn = (folder: string, recursive: boolean): string[] =>
  fs.readdirSync(folder, { recursive, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => path.join(folder, name));
const pages = [...pagesIn('.', false), ...['docs', 'libs', 'apps'].flatMap((folder) => pagesIn(folder, true))];
const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const textOf = (page: string): string => fs.readFileSync(page, 'utf8');

/** Everything that a page points to and that is not there, as "page: thing". */
function missing(find: (text: string, page: string) => string[]): string[] {
  return pages.flatMap((page) => find(textOf(page), page).map((thing) => `${page}: ${thing}`));
}


const isThere = (place: string): boolean => fs.existsSync(place);
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

describe('our pages', () => {
  it('link only to what exists', () => {
    const broken = missing((text, page) =>
      found(text, /\]\((?!https?:|#|mailto:)([^)#]+)/g).filter((to) => !isThere(path.join(path.dirname(page), to))),
    );
    expect(broken).toEqual([]);
  });

  it('name only files and folders that exist', () => {
    const places = /`((?:apps|libs|templates|migrations|test|bench|bin|docs|examples|public)(?:\/[\w.-]+)*\/?)(?: [^`]*)?`/g;
    expect(missing((text) => found(text, places).filter((place) => !isThere(place)))).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const unknown = (script: string): boolean => !(script in manifest.scripts);
    expect(missing((text) => found(text, /npm run ([\w:]+)/g).filter(unknown))).toEqual([]);
  });
});

describe('the commands in bin', () => {
  it.each(fs.readdirSync('bin'))('%s opens with a sentence that says what it is for', (name) => {
    expect(textOf(`bin/${name}`)).toMatch(/^#!.*\n(#|\/\/) [A-Z][^.]{10,}\./);
  });
});

describe('README.md', () => {
  it('stays under 90 lines', () => {
    expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThan(90);
  });
});

describe('decisions', () => {
  const records = fs.readdirSync('docs/adr').filter((name) => name.endsWith('.md'));

  it('have a number of their own, without gaps', () => {
    expect(records.sort().map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
  });

  it.each(records)('%s says when, whether it holds, and what gets worse', (record) => {
    const text = textOf(`docs/adr/${record}`);
    for (const part of ['Date: ', 'Status: ', '## Context', '## Options', '## Decision', '## What gets worse']) {
      expect(text).toContain(part);
    }
  });
});
