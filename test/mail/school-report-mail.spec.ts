import { testApp, type TestApp } from '../support/test-app.ts';
import { deliverAbout } from './dossier-post.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';


/** From the button of the mentor to the mail server. */
describe('the mail that the school sent its part', () => {
  let site: TestApp;
  let office: PostOffice;

  beforeEach(async () => {
    [site, office] = await Promise.all([testApp(), openPostOffice()]);
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    const page = `/leerlingen/${row?.id}/deel-van-school`;
    const { text } = await fatima.get(page).expect(200);
    const [application, seal] = ['aanmelding', 'gezien'].map((name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1]);
    for (const _ of [1, 2]) await fatima.post(page).type('form').send({ aanmelding: application, gezien: seal, doe: 'stuur' }).expect(303);
    await site.database.asSuperuser("delete from app.mail where template <> 'school-report-sent'");
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
    expect(mail?.subject).toBe('Je school stuurde haar deel');
    expect(mail?.from?.name).toBe('Overstap namens Het Kompas');
    expect(mail?.text).toContain('https://overstap.example/paspoort/wie-leest-mee');
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/Sem |Fatima|ROC|Timmerman|undefined/);
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
