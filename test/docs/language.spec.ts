import fs from 'node:fs';
import path from 'node:path';
import * as policy from '#policy';

const LONGEST = 20;
/** Words that nobody outside the office uses, or that blame who filled in a form. */
const forbidden = /\b(no-show|consent|DDD|OKR|verzuim\w*|traject\w*|akkoordverklaring|verplicht veld|ongeldige?)\b/i;
/** Keys of policy rows that people read on a page or in a mail; the others are for who reads the rules. */
const READ = new Set(['dutch', 'sentence', 'without', 'asks', 'mentorDoes', 'one', 'more']);

const templates = fs
  .readdirSync('templates', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.hbs'))
  .map((name) => [name, visible(fs.readFileSync(path.join('templates', name), 'utf8'))] as const);

/** What a template says by itself, a line per block; what is filled in counts as one word. */
function visible(source: string): string {
  const said = [...source.matchAll(/\{\{>[^}]*\}\}/g)].flatMap(([part]) => [...part.matchAll(/\b(?:text|next|label|legend|hint)="([^"]+)"/g)].map(([, text]) => text!));
  const page = source
    .replace(/\{\{!--[^]*?--\}\}/g, '')
    .replace(/\{\{plural \S+ "([^"]*)" "([^"]*)"\}\}/g, '7 $2')
    .replace(/\{\{[#/>][^}]*\}\}|\{\{else[^}]*\}\}/g, '\n')
    .replace(/\{\{[^}]*\}\}/g, 'iets')
    .replace(/<\/?(?:a|b|strong|span|q)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n');
  return [page, ...said].join('\n');
}

const sentencesOf = (text: string): string[] => text.split(/\n|(?<=[.!?:])\s/).map((sentence) => sentence.trim());

/** Every Dutch label in what policy exports, however deep. */
function labelsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return READ.has(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => labelsIn(inner, Array.isArray(value) ? key : name));
}

const labels = labelsIn({ ...policy });

describe('the Dutch on our pages and in our mails', () => {
  it('is really read here', () => {
    expect(templates.map(([, text]) => text).join('\n')).toContain('Je hebt geen wachtwoord nodig.');
    expect(labels).toEqual(expect.arrayContaining(['Niet verschenen', 'bel vandaag', '# leerlingen hebben je nodig']));
  });

  it.each(templates)('%s has no word that people stumble over', (_name, text) => {
    expect(forbidden.exec(text)?.[0]).toBeUndefined();
  });

  it.each(templates)('%s has no sentence of more than 20 words', (_name, text) => {
    expect(sentencesOf(text).filter((sentence) => sentence.split(/\s+/).length > LONGEST)).toEqual([]);
  });

  it('has no such word or sentence in the labels of the rules', () => {
    expect(labels.filter((label) => forbidden.test(label))).toEqual([]);
    expect(labels.flatMap(sentencesOf).filter((sentence) => sentence.split(/\s+/).length > LONGEST)).toEqual([]);
  });
});
