import { keepSummer, sweep } from '#alerts';
import { atDesks, type AtDesks } from '../support/at-desks.ts';

/** Ingrid of Leerplicht Zwolle has the case of Abdi; his school or its summer team tells something. Today is Monday 14 September 2026. */
describe('a case that somebody has, and of which another tells something', () => {
  let at: AtDesks;
  let caseId: string;
  let leaver: string;

  beforeEach(async () => {
    at = await atDesks();
    caseId = await at.caseOf('abdi');
    leaver = (await at.run<{ id: string }>("select id from app.leaver where given_name = 'Abdi'"))[0]!.id;
    await at.send('ingrid', `/niet-gestart/${caseId}/oppakken`);
  });
  afterEach(() => at.site.close());

  const html = async (person: Parameters<AtDesks['as']>[0], address: string): Promise<string> => (await (await at.as(person)).get(address).expect(200)).text;
  const works = () => at.send('fatima', `/leerlingen/${leaver}/notities`, { keuze: 'other-route', bestemming: 'work', bewijs: 'told-by-student', notitie: 'Bij de bakker' });
  const stands = async () => (await at.run('select closed_on, outcome, news_at is not null as news from app.desk_case where id = $1', [caseId]))[0];
  const signals = () => at.run('select kind from app.signal where leaver_id = $1 and closed_on is null', [leaver]);
  const mails = async (day: string) => (await at.run<{ to: string; id: string }>(
    "select split_part(m.to_address, '@', 1) as to, m.id from app.mail m join app.desk_case c on c.id = $1 and m.id = any(c.news_told_in) where m.day = $2", [caseId, day])).map(({ to }) => to);

  it('stays open when the mentor knows where the student went; the signal closes, and both are told', async () => {
    expect((await works()).status).toBe(303);
    expect(await html('fatima', `/leerlingen/${leaver}`)).toContain('Het bureau is hiermee bezig en leest waar de leerling heen gaat. De zaak blijft open.');
    expect(await signals()).toEqual([]);
    expect(await stands()).toEqual({ closed_on: null, outcome: null, news: true });
    expect(await html('ingrid', '/niet-gestart')).toMatch(/Abdi Hassan[^]{0,600}Nieuws/);
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Nieuw sinds je laatste bezoek[^]{0,200}Bestemming bekend: werk\.[^]{0,200}Fatima/);
    const again = await html('ingrid', `/niet-gestart/${caseId}`);
    expect(again).not.toContain('Nieuw sinds je laatste bezoek');
    expect(again).toContain('Bestemming bekend: werk.');
    expect(await html('ingrid', '/niet-gestart')).not.toMatch(/Abdi Hassan[^]{0,600}>Nieuws</);
    at.site.clock.standStill('2026-09-15');
    await sweep(at.site.worker, '2026-09-15');
    expect(await stands()).toMatchObject({ closed_on: null });
    expect((await at.send('ingrid', `/niet-gestart/${caseId}`, { uitkomst: 'works', notitie: '' })).status).toBe(303);
    expect(await stands()).toMatchObject({ outcome: 'work' });
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Zaak gesloten: gaat werken\.[^]{0,200}Leerplicht Zwolle/);
  });

  it('is told of once, in the digest of the next morning, by number and without a name', async () => {
    await works();
    at.site.clock.standStill('2026-09-15');
    await sweep(at.site.worker, '2026-09-15');
    expect(await mails('2026-09-15')).toEqual(['ingrid']);
    at.site.clock.standStill('2026-09-16');
    await sweep(at.site.worker, '2026-09-16');
    expect(await mails('2026-09-16')).toEqual([]);
  });

  it('is not told of in a weekend, nor to who read it before the mail', async () => {
    await works();
    at.site.clock.standStill('2026-09-19');
    await sweep(at.site.worker, '2026-09-19');
    expect(await mails('2026-09-19')).toEqual([]);
    await html('ingrid', `/niet-gestart/${caseId}`);
    at.site.clock.standStill('2026-09-21');
    await sweep(at.site.worker, '2026-09-21');
    expect(await mails('2026-09-21')).toEqual([]);
  });

  it('tells it again when the mentor takes it back, and the case goes on with the new alert', async () => {
    await works();
    await html('ingrid', `/niet-gestart/${caseId}`);
    await at.send('fatima', `/leerlingen/${leaver}/bestemming`);
    const [{ destination } = { destination: '' }] = await at.run('select destination from app.leaver where id = $1', [leaver]);
    expect(destination).toBeNull();
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Nieuw sinds je laatste bezoek[^]{0,200}bestemming gewist/);
    at.site.clock.standStill('2026-09-15');
    await sweep(at.site.worker, '2026-09-15');
    expect(await signals()).toEqual([{ kind: 'no-show' }]);
    expect(await at.run('select id from app.desk_case where leaver_id = $1', [leaver])).toEqual([{ id: caseId }]);
  });

  it('marks what a summer team heard too, and that it was taken back', async () => {
    const [team] = await at.run<{ id: string; school: string }>("select m.id, m.organisation_id as school from app.membership m join app.account a on a.id = m.account_id where a.email like 'zoe@%'");
    await at.send('lars', '/beheer/zomerteam', { organisatie: team!.school, wie: team!.id });
    await keepSummer(at.site.worker, { today: () => '2026-09-14', time: () => '12:00' });
    const [row] = await at.run<{ id: string }>('select id from app.summer_list where leaver_id = $1', [leaver]);
    await at.send('zoe', `/zomer/${row!.id}`, { uitkomst: 'goes-working', notitie: '' });
    expect(await stands()).toMatchObject({ closed_on: null, news: true });
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Nieuw sinds je laatste bezoek[^]{0,200}Zomerteam: gesproken: gaat werken\./);
    const [call] = await at.run<{ id: string }>('select id from app.summer_attempt where leaver_id = $1', [leaver]);
    await at.send('zoe', `/zomer/${row!.id}/ongedaan`, { poging: call!.id });
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Nieuw sinds je laatste bezoek[^]{0,300}teruggenomen/);
  });

  it('marks that another desk does not take it over, which stands on its page; and says to that desk that somebody has it', async () => {
    await at.send('ingrid', `/niet-gestart/${caseId}/overdragen`, { naar: await at.desk('LPA-Ermelo'), waarom: 'Woont nu daar.' });
    expect(await html('youssef', `/niet-gestart/${caseId}`)).toMatch(/Wie pakt het op\?<\/dt><dd>Iemand van dit bureau<span class="o-sub">Leerplicht Zwolle/);
    expect(await html('youssef', '/niet-gestart')).toMatch(/Abdi Hassan[^]{0,900}Leerplicht Zwolle/);
    expect((await at.send('youssef', `/niet-gestart/${caseId}/weigeren`, { reden: 'Hij woont hier niet.' })).status).toBe(303);
    expect(await html('ingrid', '/niet-gestart')).toMatch(/Abdi Hassan[^]{0,600}>Nieuws</);
    const page = await html('ingrid', `/niet-gestart/${caseId}`);
    expect(page).toContain('neemt de zaak niet over.');
    expect(page).not.toContain('Nieuw sinds je laatste bezoek');
    expect(await html('ingrid', '/niet-gestart')).not.toMatch(/Abdi Hassan[^]{0,600}>Nieuws</);
  });

  it('is no news to a colleague, nor to who has it next; nobody else may wipe it', async () => {
    await works();
    expect(await html('marloes', `/niet-gestart/${caseId}`)).not.toContain('Nieuw sinds je laatste bezoek');
    expect(await stands()).toMatchObject({ news: true });
    await at.send('ingrid', `/niet-gestart/${caseId}/loslaten`);
    expect(await stands()).toMatchObject({ news: false });
  });

  it('closes when a file tells that the student started, and names the college as who told it', async () => {
    await at.run(`insert into app.event (leaver_id, application_id, kind, became, as_of, audience, source)
      select a.leaver_id, a.id, 'status-reported', 'started', '2026-09-15', 'all', 'file' from app.application a where a.leaver_id = $1`, [leaver]);
    await at.run('select app.refresh_statuses(array(select a.id from app.application a where a.leaver_id = $1))', [leaver]);
    const [{ college } = { college: '' }] = await at.run<{ college: string }>('select o.name as college from app.application a join app.organisation o on o.id = a.college_id where a.leaver_id = $1', [leaver]);
    at.site.clock.standStill('2026-09-15');
    await sweep(at.site.worker, '2026-09-15');
    const page = await html('ingrid', `/niet-gestart/${caseId}`);
    expect(page).toMatch(new RegExp(`Zaak gesloten: gestart gemeld, volgt een [^<]*<span class="o-sub">${college}`));
    expect(await html('fatima', `/leerlingen/${leaver}`)).toContain('De zaak bij Leerplicht Zwolle is gesloten');
  });

  it('leaves a list that says that everybody started; a desk that never had a case reads that there are none yet', async () => {
    await at.send('ingrid', `/niet-gestart/${caseId}`, { uitkomst: 'works', notitie: '' });
    const list = async () => (await html('ingrid', '/niet-gestart')).replace(/\s+/g, ' ');
    await at.run("update app.desk_case set closed_on = '2026-09-14', outcome = 'work' where closed_on is null");
    expect(await list()).toContain('Iedereen is gestart of heeft een plan.');
    await at.run("update app.desk_case set desk_id = (select id from app.organisation where code = 'LPA-Kampen')");
    expect(await list()).toContain('Er zijn nog geen zaken.');
    expect(await list()).not.toContain('Iedereen is gestart');
  });

  it('closes when nobody has it, and in silence at a death', async () => {
    const other = await at.caseOf('isa');
    const [isa] = await at.run<{ id: string }>("select id from app.leaver where given_name = 'Isa'");
    await at.send('fatima', `/leerlingen/${isa!.id}/notities`, { keuze: 'other-route', bestemming: 'work', bewijs: 'told-by-student', notitie: '' });
    expect(await at.run('select outcome from app.desk_case where id = $1', [other])).toEqual([{ outcome: 'work' }]);
    await at.send('fatima', `/leerlingen/${leaver}/notities`, { keuze: 'deceased', bestemming: '', bewijs: '', notitie: '', zeker: 'ja' });
    expect((await at.run('select destination from app.leaver where id = $1', [leaver]))[0]).toEqual({ destination: 'deceased' });
    expect(await stands()).toMatchObject({ outcome: null, news: false });
    expect((await stands())?.closed_on).not.toBeNull();
  });
});
