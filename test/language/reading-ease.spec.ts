import fs from 'node:fs';
import { Handlers, type HandlerRow } from '#people';
import { sections, wordFor, type AccessAct } from '#policy';
import { everybody, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { lengthOf, longestOf, readingEase, sentencesIn } from './reading-ease.ts';

const EASY = 65;
const LONGEST = 20;

/** Words of the trade that mean nothing to a student or parent (ux 1.4). */
const FORBIDDEN = /\b(no-?show|consent|ddd|okr|verzuim\w*|traject\w*|dossier\w*|akkoordverklaring\w*|intakegesprek-uitkomst)\b/i;

/** Names and roles of the people of the example, whom only a visitor of it sees. */
const EXAMPLE = /<ul class="o-cards">[^]*?<\/ul>/;

/** Beside what the addresses themselves tell: pages of one thing of somebody. */
const PARTS = sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine').flatMap(({ address }) => [`/paspoort/onderdelen/${address}`]);

/** Students with and without a parent's yes to ask, and parents before and after their answer. */
const PEOPLE = ['sem', 'noor', 'samira', 'omar'] as const satisfies readonly Person[];

/** Only staff get these; every other mail is read by a student or parent too. */
const TO_STAFF = [
  'digest', 'give-starts', 'invitation', 'late-cases', 'passports-shared', 'region-monitor', 'students-waiting', 'unusual-reading',
];
const MAILS = fs.readdirSync('templates/mails').flatMap((file) => /^(.+)\.html\.hbs$/.exec(file)?.[1] ?? []).filter((mail) => !TO_STAFF.includes(mail));

describe('what students and parents read', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const check = (sentences: readonly string[]): void => {
    expect(readingEase(sentences)).toBeGreaterThanOrEqual(EASY);
    const longest = longestOf(sentences);
    expect({ longest, words: lengthOf(longest) <= LONGEST }).toEqual({ longest, words: true });
    expect(sentences.filter((sentence) => FORBIDDEN.test(sentence))).toEqual([]);
  };

  it.each(PEOPLE)('is easy on every page that %s can open', async (person) => {
    const browser = await site.signedIn(person);
    const role = String(everybody.find(({ key }) => key === person)?.role);
    const open = ({ method, path, cell }: HandlerRow): boolean =>
      method === 'GET' && !/[:.]/.test(path) && (cell === 'public' || cell === 'signed-in' || wordFor(cell as AccessAct, role) !== 'never');
    const addresses = [...site.app.get(Handlers).all().filter(open).map(({ path }) => path), ...(role === 'student' ? PARTS : [])];
    const hard: object[] = [];
    for (const address of addresses) {
      const { status, type, text } = await browser.get(address);
      if (status !== 200 || type !== 'text/html') continue;
      const found = sentencesIn(text.replace(EXAMPLE, ''));
      const [ease, longest] = [Math.round(readingEase(found) * 10) / 10, longestOf(found)];
      const forbidden = found.filter((sentence) => FORBIDDEN.test(sentence));
      if (ease < EASY || lengthOf(longest) > LONGEST || forbidden.length) hard.push({ address, ease, longest, forbidden });
    }
    expect(hard).toEqual([]);
  });

  it.each(MAILS)('is easy in the mail %s', (mail) => {
    check(sentencesIn(fs.readFileSync(`templates/mails/${mail}.html.hbs`, 'utf8').replaceAll(/\{\{[^}]*\}\}/g, '')));
  });

  it('would notice a text of an office', () => {
    const office = ['De verwerkingsverantwoordelijke onderwijsinstelling informeert betrokkenen desgevraagd omtrent de gegevensuitwisseling betreffende begeleidingsbehoeften'];
    expect(readingEase(office)).toBeLessThan(0);
    expect(readingEase(['De kat zit op de mat.', 'Hij eet vis.'])).toBeGreaterThan(90);
  });
});
