import { testApp, type TestApp } from '../support/test-app.ts';

describe('the own mail settings', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const kept = (person: string) =>
    site.database.asSuperuser<{ choices: object; from: string | null; until: string | null }>(
      'select s.choices, s.away_from::text as from, s.away_until::text as until from app.mail_setting s join app.membership m on m.id = s.member_id join app.account a on a.id = m.account_id where a.email like $1',
      [`${person}@%`],
    );
  const isChosen = (text: string, field: string, value: string): boolean => new RegExp(`name="${field}" value="${value}" checked`).test(text);

  it('are found from the own account, and all on until somebody chooses', async () => {
    const fatima = await site.signedIn('fatima');
    expect((await fatima.get('/account').expect(200)).text).toContain('href="/account/mail"');
    const { text } = await fatima.get('/account/mail').expect(200);
    expect(text).toContain('Leerlingen die jou nodig hebben');
    expect(isChosen(text, 'maandag', 'always') && isChosen(text, 'nieuws', 'always')).toBe(true);
    expect(text).toContain('Meldingen dat een jongere niet is gestart, krijg je altijd');
    expect(text).not.toContain('niet-gestart"');
    expect(await kept('fatima')).toEqual([]);
  });

  it('are kept with a word that they are, also when it is pressed twice', async () => {
    const fatima = await site.signedIn('fatima');
    for (const time of [1, 2]) {
      await fatima.post('/account/mail').type('form').send({ maandag: 'never', nieuws: 'always' }).expect(303).expect('location', '/account/mail');
      expect({ time, text: (await fatima.get('/account/mail').expect(200)).text }).toMatchObject({ time, text: expect.stringContaining('Opgeslagen.') });
    }
    expect(isChosen((await fatima.get('/account/mail')).text, 'maandag', 'never')).toBe(true);
    expect(await kept('fatima')).toMatchObject([{ choices: { 'monday-list': 'never', 'urgent-news': 'always' } }]);
  });

  it('take no word that is not offered, and say so beside the question', async () => {
    const fatima = await site.signedIn('fatima');
    const { text } = await fatima.post('/account/mail').type('form').send({ maandag: 'weekly', nieuws: 'never' }).expect(422);
    expect(text).toContain('Kies of je deze mail wilt.');
    expect(isChosen(text, 'nieuws', 'never')).toBe(true);
    await fatima.post('/account/mail').type('form').send('').expect(422);
    expect(await kept('fatima')).toMatchObject([{ choices: { 'monday-list': 'never', 'urgent-news': 'always' } }]);
  });

  it('are of one role of one person: a colleague keeps what they had', async () => {
    const joost = await site.signedIn('joost');
    expect(isChosen((await joost.get('/account/mail').expect(200)).text, 'maandag', 'always')).toBe(true);
    await joost.post('/account/mail').type('form').send({ maandag: 'always', nieuws: 'always', stand: 'never' }).expect(303);
    expect((await kept('joost'))[0]?.choices).not.toHaveProperty('school-standing');
    expect(await kept('fatima')).toMatchObject([{ choices: { 'monday-list': 'never' } }]);
  });

  it('hold an absence until a day, and end it early', async () => {
    const fatima = await site.signedIn('fatima');
    for (const tot of ['', 'morgen', '2026-09-13', '2027-12-01']) await fatima.post('/account/mail/afwezig').type('form').send({ tot }).expect(422);
    await fatima.post('/account/mail/afwezig').type('form').send({ tot: '2026-09-18' }).expect(303);
    expect((await fatima.get('/account/mail').expect(200)).text).toContain('Je bent er niet tot en met 18 september.');
    expect(await kept('fatima')).toMatchObject([{ from: '2026-09-14', until: '2026-09-18', choices: { 'monday-list': 'never' } }]);
    await fatima.post('/account/mail/terug').type('form').send('').expect(303);
    expect(await kept('fatima')).toMatchObject([{ from: null, until: null }]);
  });

  it('show somebody without reminders that there is nothing to choose', async () => {
    const { text } = await (await site.signedIn('petra')).get('/account/mail').expect(200);
    expect(text).toContain('Wij sturen jou geen herinneringen.');
    expect(text).not.toContain('Ik ben er niet tot en met');
    await (await site.signedIn('petra')).post('/account/mail/afwezig').type('form').send({ tot: '2026-09-18' }).expect(404);
  });
});
