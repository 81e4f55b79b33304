import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';
import { deliverAbout } from './dossier-post.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

interface Wanted {
  readonly template: string;
  /** What Fatima does about Sem, so that it is queued. */
  readonly because: (fatima: TestAgent, sem: string) => Promise<void>;
  readonly subject: string;
  readonly link: string;
  /** Beside names, what it must not say. */
  readonly secret: string;
}

/** From the button of the mentor to the mail server: the right student gets it, once, and nobody who may not come in any more. */
export function mailsSem({ template, because, subject, link, secret }: Wanted): void {
  let site: TestApp;
  let office: PostOffice;

  beforeEach(async () => {
    [site, office] = await Promise.all([testApp(), openPostOffice()]);
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await because(await site.signedIn('fatima'), String(row?.id));
    await site.database.asSuperuser('delete from app.mail where template <> $1', [template]);
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
    expect(mail?.subject).toBe(subject);
    expect(mail?.from?.name).toBe('Overstap namens Het Kompas');
    expect(mail?.text).toContain(link);
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(new RegExp(`Sem |Fatima|${secret}|undefined`));
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
}
