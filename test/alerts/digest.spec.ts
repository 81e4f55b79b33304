import { sweep } from '#alerts';
import { letterOn, noShow, one, placed, rejected, toldOn } from './post.ts';
import { leaver, world, type World } from './world.ts';
import type { Story } from '../personas/people.ts';

let at: World;
const living = async (...stories: Story[]): Promise<void> => {
  at = await world(stories);
};
afterEach(() => at.close());

const told = (day: string) => toldOn(at, day);
const letter = (to: string, day: string) => letterOn(at, to, day);
const sent = (day: string) => at.sql(`update app.mail set state = 'sent' where day = $1 and state = 'queued'`, [day]);

describe('who hears of an alert', () => {
  it.each([
    { what: 'a no-show at 16', story: one('abdi', noShow), hears: ['fatima: mentor no-show', 'ingrid: desk no-show', 'marloes: information no-show'] },
    { what: 'who stopped at 19', story: one('elif', [...placed, ['started', '2026-08-24'], ['deregistered', '2026-09-02']], { born: '2007-05-01' }), hears: ['fatima: mentor dropped-out', 'marloes: desk dropped-out'] },
    { what: 'no place at the start', story: leaver('noor', { municipality: 'Kampen' }), hears: ['fatima: mentor no-place-at-start', 'mark: desk no-place-at-start', 'marloes: information no-place-at-start'] },
    { what: 'an offer of help', story: one('luuk', noShow, { born: '2009-04-14', school: '12PR00', mentor: 'ria', type: 'pro', result: 'certificate' }), hears: ['marloes: help-offer no-show', 'ria: mentor no-show', 'wim: help-offer no-show'] },
    { what: 'a case without a desk', story: one('daan', noShow, { municipality: '' }), hears: ['fatima: mentor no-show', 'gijs: region no-show'] },
    { what: 'who has a startkwalificatie', story: one('finn', noShow, { type: 'havo' }), hears: ['fatima: mentor no-show'] },
    { what: 'another region', story: one('mila', noShow, { school: '30VE00', mentor: 'vera', municipality: 'Ermelo' }), hears: ['anna: information no-show', 'vera: mentor no-show', 'youssef: desk no-show'] },
    { what: 'a leaver without a mentor', story: one('sem', noShow, { mentor: 'nobody', municipality: '' }), hears: ['gijs: region no-show', 'lars: instead-of-mentor no-show'] },
  ])('$what', async ({ story, hears }) => {
    await living(story);
    await sweep(at.tx, '2026-09-15');
    expect(await told('2026-09-15')).toEqual(hears);
  });

  it.each([
    { why: 'has left', sql: `update app.membership m set ended_on = '2026-09-15' from app.account a where a.id = m.account_id and a.email like 'fatima%'` },
    { why: 'has an address that bounced', sql: `update app.account set mail_bounced_on = '2026-09-01' where email like 'fatima%'` },
  ])('the dean, when the mentor $why', async ({ sql }) => {
    await living(one('finn', noShow, { type: 'havo' }));
    await at.sql(sql);
    await sweep(at.tx, '2026-09-15');
    expect(await told('2026-09-15')).toEqual(['lars: instead-of-mentor no-show']);
  });

  it('the region, when nobody at the school or the desk can be reached', async () => {
    await living(one('abdi', noShow, { school: '11BR00', mentor: 'hanna' }));
    await at.sql(`update app.account set mail_bounced_on = '2026-09-01' where split_part(email, '@', 1) in ('hanna', 'niels', 'ingrid')`);
    await sweep(at.tx, '2026-09-15');
    expect(await told('2026-09-15')).toEqual(['gijs: region no-show', 'marloes: information no-show']);
  });

  it('one mail with everything, and nobody twice', async () => {
    await living(one('abdi', noShow), one('isa', noShow), one('daan', rejected), leaver('noor'));
    expect(await sweep(at.tx, '2026-09-14')).toMatchObject({ mails: 3 });
    expect(await told('2026-09-14')).toEqual([
      'fatima: mentor no-place-at-start x2', 'fatima: mentor no-show x2', 'ingrid: desk no-place-at-start x2', 'ingrid: desk no-show x2',
      'marloes: information no-place-at-start x2', 'marloes: information no-show x2',
    ]);
    expect(await sweep(at.tx, '2026-09-15')).toMatchObject({ mails: 0 });
  });

  it('tomorrow of what is found after the digest of today', async () => {
    await living(one('finn', noShow, { type: 'havo' }), one('bram', placed, { type: 'havo' }));
    await sweep(at.tx, '2026-08-27');
    await at.report('bram', 'no-show', '2026-08-27');
    expect(await sweep(at.tx, '2026-08-27')).toMatchObject({ opened: 1, mails: 0 });
    expect(await told('2026-08-27')).toEqual(['fatima: mentor no-show']);
    expect(await sweep(at.tx, '2026-08-28')).toMatchObject({ opened: 0, mails: 1 });
    expect(await told('2026-08-28')).toEqual(['fatima: mentor no-show']);
  });

  it('again when it has become something else', async () => {
    await living(one('isa', placed));
    await sweep(at.tx, '2026-09-08');
    await at.report('isa', 'no-show', '2026-09-09');
    await sweep(at.tx, '2026-09-10');
    expect(await told('2026-09-10')).toEqual(['fatima: mentor no-show', 'ingrid: desk no-show', 'marloes: information no-show']);
  });

  it('the Doorstroompunt to which somebody of 18 is offered', async () => {
    await living(one('elif', noShow, { born: '2008-09-15' }));
    await sweep(at.tx, '2026-09-14');
    await sweep(at.tx, '2026-09-15');
    expect(await told('2026-09-15')).toEqual(['marloes: desk no-show']);
  });
});

describe('what waits for Monday', () => {
  it('is told every Monday while it lasts, on the day after Easter Monday too; a last option gone is told at once', async () => {
    await living(leaver('noor'), one('daan', rejected));
    expect(await sweep(at.tx, '2026-04-01')).toMatchObject({ opened: 2, mails: 1 });
    expect(await told('2026-04-01')).toEqual(['fatima: mentor last-option-gone']);
    for (const day of ['2026-04-06', '2026-04-07', '2026-04-08', '2026-04-13']) await sweep(at.tx, day);
    expect(await told('2026-04-06')).toEqual([]);
    expect(await told('2026-04-07')).toEqual(['fatima: mentor not-applied']);
    expect(await told('2026-04-08')).toEqual([]);
    expect(await told('2026-04-13')).toEqual(['fatima: mentor not-applied']);
    await sweep(at.tx, '2026-06-01');
    expect(await told('2026-06-01')).toEqual(['fatima: mentor no-place-yet']);
  });
});

describe('a digest', () => {
  it('says what happened, how many, which cases and by when, without a name', async () => {
    await living(one('abdi', noShow), one('isa', noShow, { group: '4A' }), one('sem', noShow), leaver('noor', { municipality: 'Kampen' }));
    await sweep(at.tx, '2026-09-14');
    const mentor = await letter('fatima', '2026-09-14');
    const desk = await letter('ingrid', '2026-09-14');
    if (mentor === 'dropped' || desk === 'dropped') throw new Error('dropped');
    expect(mentor.subject).toBe('4 leerlingen hebben je nodig');
    expect(mentor.text).toContain('- Niet verschenen: 2 uit klas 4B en 1 uit klas 4A (zaken 1001, 1002 en 1003)');
    expect(mentor.text).toContain('uiterlijk woensdag 16 september 2026');
    expect(mentor.text).toContain('https://overstap.example/leerlingen');
    expect(mentor.text).toContain('Log in via de adresbalk: typ overstap.example.');
    expect(desk.subject).toBe('3 nieuwe meldingen: niet gestart');
    expect(desk.text).toContain('- Niet verschenen: 3 uit Zwolle (zaken ');
    for (const secret of ['Sem', 'Berg', '2010', '18-03', 'leerling.example']) {
      expect([mentor.text, mentor.html, mentor.subject, desk.text, desk.html].filter((text) => text.includes(secret))).toEqual([]);
    }
  });

  it('leaves out who started meanwhile, and is dropped when nobody is left', async () => {
    await living(one('abdi', noShow), one('isa', noShow));
    await sweep(at.tx, '2026-09-14');
    await at.report('abdi', 'started', '2026-09-14');
    expect(await letter('fatima', '2026-09-14')).toMatchObject({ subject: '1 leerling heeft je nodig' });
    await at.report('isa', 'started', '2026-09-16', '2026-09-14');
    expect(await letter('fatima', '2026-09-14')).toBe('dropped');
    expect(await letter('ingrid', '2026-09-14')).toBe('dropped');
  });

  it.each([
    { who: 'a mentor who handed the leaver over', to: 'fatima', sql: `update app.leaver set mentor_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'joost%')` },
    { who: 'a mentor who left', to: 'fatima', sql: `update app.membership m set ended_on = '2026-09-14' from app.account a where a.id = m.account_id and a.email like 'fatima%'` },
    { who: 'a desk that no longer has the case', to: 'ingrid', sql: `update app.desk_case set desk_id = null` },
    { who: 'the Doorstroompunt when the case is closed', to: 'marloes', sql: `update app.desk_case set closed_on = '2026-09-14'` },
    { who: 'an officer who left', to: 'ingrid', sql: `update app.membership m set ended_on = '2026-09-14' from app.account a where a.id = m.account_id and a.email like 'ingrid%'` },
  ])('does not go to $who', async ({ to, sql }) => {
    await living(one('abdi', noShow));
    await sweep(at.tx, '2026-09-14');
    await at.sql(sql);
    expect(await letter(to, '2026-09-14')).toBe('dropped');
  });

  it('that could not be delivered reaches the dean and the region the next day', async () => {
    await living(one('finn', rejected));
    await sweep(at.tx, '2026-04-01');
    await at.sql(`update app.mail set state = 'dead'`);
    await sweep(at.tx, '2026-04-02');
    expect(await told('2026-04-02')).toEqual(['fatima: mentor last-option-gone', 'lars: instead-of-mentor last-option-gone']);
    await sent('2026-04-02');
    expect(await sweep(at.tx, '2026-04-03')).toMatchObject({ mails: 0 });
  });

  it('of a desk that could not be delivered reaches the region the next day', async () => {
    await living(one('abdi', noShow));
    await sweep(at.tx, '2026-09-14');
    await at.sql(`update app.mail set state = 'dead' where to_address like 'ingrid%'`);
    await at.sql(`update app.account set mail_bounced_on = '2026-09-14' where email like 'ingrid%'`);
    await sweep(at.tx, '2026-09-15');
    expect(await told('2026-09-15')).toEqual(['gijs: region no-show']);
  });
});

describe('a programme of which nobody was reported', () => {
  const silent = (key: string): Story => one(key, [...placed, ['enrolled', '2026-06-20']]);

  it('is asked of the college and told to the region a week after the start, and once', async () => {
    await living(silent('sem'), silent('isa'));
    await sweep(at.tx, '2026-08-30');
    expect(await told('2026-08-30')).toEqual([]);
    await sweep(at.tx, '2026-08-31');
    expect(await told('2026-08-31')).toEqual(['gijs: region silence', 'sanne: college silence']);
    expect(await letter('sanne', '2026-08-31')).toMatchObject({
      subject: 'Wie is er gestart bij 1 opleiding?',
      text: expect.stringContaining('- School heeft niets doorgegeven: Timmerman (ROC Noordrand), 2 jongeren'),
    });
    expect(await sweep(at.tx, '2026-09-01')).toMatchObject({ mails: 0 });
  });

  it('is one line in the mails about its students', async () => {
    await living(silent('sem'), silent('isa'));
    await sweep(at.tx, '2026-09-07');
    expect(await letter('fatima', '2026-09-07')).toMatchObject({
      text: expect.stringContaining('- School heeft niets doorgegeven: Timmerman (ROC Noordrand), 2 jongeren (zaken 1001 en 1002)'),
    });
  });

  it('is no longer silent after one report, in the mails and on the cards', async () => {
    await living(silent('sem'), silent('isa'));
    await sweep(at.tx, '2026-09-07');
    const turns = () => at.sql('select turn, work_group from app.card order by turn nulls last');
    expect(await turns()).toEqual([{ turn: 'college', work_group: 'wait' }, { turn: 'college', work_group: 'wait' }]);
    await at.report('isa', 'started', '2026-09-07');
    expect(await letter('sanne', '2026-09-07')).toBe('dropped');
    expect(await turns()).toEqual([{ turn: 'mentor', work_group: 'act' }, { turn: null, work_group: 'fine' }]);
    expect(await letter('fatima', '2026-09-07')).toMatchObject({ text: expect.stringContaining('- Start niet bevestigd: 1 uit klas 4B') });
  });
});
