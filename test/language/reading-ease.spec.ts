import fs from 'node:fs';
import { sections } from '#policy';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { lengthOf, longestOf, readingEase, sentencesIn } from './reading-ease.ts';

const EASY = 65;
const LONGEST = 20;

/** Words of the trade that mean nothing to a student or parent (ux 1.4). */
const FORBIDDEN = /\b(no-?show|consent|ddd|okr|verzuim\w*|traject\w*|dossier\w*|akkoordverklaring\w*|intakegesprek-uitkomst)\b/i;

const PAGES: readonly (readonly [Person, string])[] = [
  ...sections.filter(({ writer, stands }) => writer === 'student' && stands === 'mine').map(({ address }): [Person, string] => ['sem', `/paspoort/onderdelen/${address}`]),
  ['sem', '/paspoort'], ['noor', '/paspoort'], ['sem', '/paspoort/controleren'], ['noor', '/paspoort/controleren'], ['sem', '/paspoort/deel-van-mentor'], ['sem', '/paspoort/wie-leest-mee'],
  ['sem', '/paspoort/mentor-leest-mee'], ['sem', '/paspoort/mijn-school'], ['sem', '/paspoort/kopie'], ['sem', '/aanmeldingen'], ['noor', '/aanmeldingen'], ['sem', '/ouder-uitnodigen'], ['noor', '/ouder-uitnodigen'],
  ['sem', '/account'], ['samira', '/aanmeldingen'], ['samira', '/akkoord'], ['omar', '/akkoord'],
];

const MAILS = ['intake-news', 'school-part-ready', 'passport-waits', 'apply-in-time', 'passport-shared', 'passport-ends', 'guardian-asked', 'guardian-asked-again', 'guardian-answered', 'guardian-replied', 'sharing-changed', 'welcome-student', 'guardian-invited'];

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

  it.each(PAGES)('is easy on what %s sees at %s', async (person, address) => {
    const { text } = await (await site.signedIn(person)).get(address).expect(200);
    check(sentencesIn(text));
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
