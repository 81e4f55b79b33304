import { mailsOf } from '#alerts';
import { dossierMails } from '#dossiers';
import { Clock, render, type MailPage } from '#platform';
import { paths } from '#policy';
import { DAY, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const WORD = /\bmentor(en)?\b/i;
const PAGES = [paths.passport, paths.openedToMentor, paths.mentorsPart, paths.supportPart, paths.mySchool, paths.presence, paths.passportCheck, paths.ownHandover, paths.readersOfMe, paths.ownGuardians,
  paths.ownTransfer, paths.ownChoiceAdd, paths.ownRights, paths.ownErasing, paths.ownCopy, paths.passportPrint, paths.ownCoach, paths.passportSection('thuis-en-gezondheid'), paths.passportSection('over-mij')];

/** What stands on the page or in the mail, without addresses and codes. */
const readable = (html: string): string => html.replaceAll(/<(script|style|textarea)[^]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, ' ');

/** Sem, Isa and Samira as if Het Kompas were an mbo that they leave for another one. */
describe('for who leaves an mbo', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser("update app.organisation set kind = 'mbo' where code = '10KO00'");
    await site.database.asSuperuser(`insert into app.section_text select id, 'mentor-part', 1, '{"goes-well": {"asked": "Wat gaat goed?", "answer": "Helpt anderen"}}', true, now() from app.leaver where email = 'sem@leerling.example'`);
  });
  afterAll(() => site.close());

  it.each(['sem', 'noor', 'samira'] as Person[])('no page of %s speaks of a mentor', async (person) => {
    const browser = await site.signedIn(person);
    const found: string[] = [];
    for (const path of PAGES) {
      const { text, status } = await browser.get(path);
      const around = status === 200 && /.{0,40}\bmentor(en)?\b.{0,40}/i.exec(readable(text))?.[0];
      if (around) found.push(`${path}: ${around}`);
    }
    expect(found).toEqual([]);
  });

  it('the passport names the study coach', async () => {
    const { text } = await (await site.signedIn('sem')).get(paths.passport).expect(200);
    expect(text).toContain('Deel van je studieloopbaanbegeleider');
    expect(text).toContain('Mag je studieloopbaanbegeleider meelezen?');
  });

  it('neither does a copy of the passport', async () => {
    const { text } = await (await site.signedIn('sem')).get(paths.ownCopyJson).expect(200);
    expect(text).toContain('Deel van je studieloopbaanbegeleider');
    expect(text).not.toMatch(/(je|de) mentor\b(?!-)/i);
  });

  it('neither does a letter with a code, or the mail that a reminder will be', async () => {
    const fatima = await site.signedIn('fatima');
    const letter = await fatima.post(paths.leaversLetters).type('form').send({ klas: '4B' }).expect(200);
    const remind = await fatima.get(paths.leaversRemind).expect(200);
    expect(letter.text).toContain('Vraag je studieloopbaanbegeleider om een nieuwe.');
    expect(remind.text).toContain('Je studieloopbaanbegeleider stuurt je een herinnering');
    for (const { text } of [letter, remind]) expect(WORD.test(readable(text))).toBe(false);
  });

  it('what somebody typed themselves stays as it was', async () => {
    const browser = await site.signedIn('sem');
    await browser.post(paths.ownRights).type('form').send({ over: 'other', fout: 'Mijn mentor heet anders', goed: 'Zij heet nu Bos' }).expect(303);
    expect((await browser.get(paths.ownRights).expect(200)).text).toContain('Mijn mentor heet anders');
  });

  it('no mail to a student or parent does', async () => {
    const clock = new Clock({ today: DAY });
    const at = new URL('https://overstap.example');
    const { handlers } = mailsOf(clock, at, dossierMails(clock, at));
    const found: string[] = [];
    for (const [template, person] of [['welcome-student', 'sem'], ['passport-shared', 'sem'], ['sharing-changed', 'sem'], ['school-report-sent', 'sem'], ['guardian-invited', 'samira']] as const) {
      const [mail] = await site.database.asSuperuser<{ id: string }>(
        `insert into app.mail (template, to_address, day, page, account_id, organisation_id) select $1, a.email, $2, '{}', a.id, m.organisation_id from app.account a join app.membership m on m.account_id = a.id where a.email like $3 limit 1 returning id`, [template, DAY, `${person}@%`]);
      const page = await site.worker.run({ kind: 'worker' }, (sql) => handlers.get(template)!(sql, { id: String(mail?.id), template, to: '', day: DAY, page: {} }));
      expect(page).not.toBe('dropped');
      const said = ['subject.txt', 'txt', 'html'].map((kind) => readable(render(`mails/${template}.${kind}`, page as object, (page as MailPage).reword))).join('\n');
      if (WORD.test(said)) found.push(template);
      if (template === 'welcome-student') expect(said).toContain('Je studieloopbaanbegeleider helpt je');
    }
    expect(found).toEqual([]);
  });
});
