import { testApp, type TestApp } from '../support/test-app.ts';
import { deliverAbout } from './dossier-post.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

const FULL = { 'goes-well': 'Sem helpt anderen', 'works-well': 'Duidelijke stappen', advice: 'Ja, past goed', 'warm-handover': 'Nee', klaar: 'ja' };

/** From the button of the mentor to the mail server. */
describe('the mail that a part of the school is ready', () => {
  let site: TestApp;
  let office: PostOffice;

  beforeEach(async () => {
    [site, office] = await Promise.all([testApp(), openPostOffice()]);
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await fatima.post(`/leerlingen/${row?.id}/mentordeel`).type('form').send({ ...FULL, versie: 0 }).expect(303);
    await site.database.asSuperuser("delete from app.mail where template <> 'school-part-ready'");
  });
  afterEach(async () => {
    await office.stop();
    await site.close();
  });

  const deliver = () => deliverAbout(site, office);

  it('reaches the student in the words of a letter, and names nobody and nothing', async () => {
    await deliver();
    const [mail, ...others] = office.kept;
    expect(others).toEqual([]);
    expect(mail?.to?.[0]?.address).toBe('sem@leerling.example');
    expect(mail?.subject).toBe('Lees wat je mentor schreef');
    expect(mail?.from?.name).toBe('Overstap namens Het Kompas');
    expect(mail?.text).toContain('https://overstap.example/inloggen');
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/Sem |Fatima|helpt anderen|undefined/);
  });

  it('does not go twice', async () => {
    await deliver();
    await deliver();
    expect(office.kept).toHaveLength(1);
  });

  it('does not go to a student who may not come in any more', async () => {
    await site.database.asSuperuser("update app.membership m set ended_on = '2026-09-14' from app.account a where a.id = m.account_id and a.email = 'sem@leerling.example'");
    await deliver();
    expect(office.kept).toEqual([]);
  });
});
