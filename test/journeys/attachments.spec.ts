import type TestAgent from 'supertest/lib/agent.js';
import { forgetRemovedFiles } from '#dossiers';
import { type ActorKind, openPool, Tx } from '#platform';
import type { Person } from '../personas/people.ts';
import { jpeg, pdf, png } from '../support/sample-files.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const SECTION = '/paspoort/onderdelen/waarom-deze-opleiding';
const FILES = `${SECTION}/bestanden`;

describe('files in a passport', () => {
  let site: TestApp;
  let sem: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
  });
  afterAll(() => site.close());

  const send = (bytes: Buffer, name: string, browser = sem) => browser.post(FILES).attach('bestand', bytes, name);
  const refusal = async (bytes: Buffer, name: string): Promise<string> => {
    const { text } = await send(bytes, name).expect(422);
    expect(text).toContain('<title>Fout: ');
    return /href="#bestand">([^<]+)</.exec(text)?.[1] ?? '';
  };
  const fileNamed = async (name: string): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.attachment where name = $1 and removed_at is null', [name]);
    return String(row?.id);
  };
  const leaverId = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email like 'sem@%'");
    return String(row?.id);
  };
  const application = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email like 'sem@%'");
    return String(row?.id);
  };
  const download = (browser: TestAgent, address: string) => browser.get(address).buffer(true).parse((answer, done) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  });

  it('are added on a page of their own, after what was typed is saved', async () => {
    await sem.post(SECTION).type('form').send({ wants: 'Kok', versie: 0, meer: 'bestanden' }).expect(303).expect('location', FILES);
    await send(pdf(), 'Mijn brief é.pdf').expect(303).expect('location', FILES);
    expect((await sem.get(FILES)).text).toMatch(/Je bestand staat erbij\.[\s\S]*Mijn brief é\.pdf[\s\S]*pdf, 1 kB/);
    const { text } = await sem.get(SECTION);
    expect(text).toContain('Kok');
    expect(text).toContain('Mijn brief é.pdf');
    expect(text).toContain('Bestanden toevoegen of weghalen');
  });

  it('come back as they were, as a download that no browser opens as a page', async () => {
    const answer = await download(sem, `/paspoort/bestanden/${await fileNamed('Mijn brief é.pdf')}/ophalen`).expect(200);
    expect(answer.body).toEqual(pdf());
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Mijn brief e.pdf"; filename*=UTF-8''Mijn%20brief%20%C3%A9.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  it('are refused in plain words, and nothing that was there goes', async () => {
    expect(await refusal(Buffer.alloc(0), 'leeg.pdf')).toBe('Dit bestand is leeg. Kies een ander bestand.');
    expect(await refusal(Buffer.from('<html><script>alert(1)</script>'), 'brief.pdf')).toBe('Dit bestand kunnen we niet gebruiken. Kies een pdf of een foto (jpg of png).');
    expect(await refusal(Buffer.from('PK\x03\x04'), 'brief.docx')).toContain('Bewaar het daar als pdf');
    expect(await refusal(pdf({ extra: '/Encrypt 1 0 R ' }), 'brief.pdf')).toContain('wachtwoord');
    expect(await refusal(Buffer.concat([pdf(), Buffer.alloc(11 * 1024 * 1024)]), 'groot.pdf')).toContain('hoogstens 10 MB');
    expect(await refusal(pdf(), 'nog een keer.pdf')).toBe('Dit bestand staat er al.');
    const { text } = await sem.post(FILES).type('form').send('').expect(422);
    expect(text).toContain('Kies eerst een bestand.');
    expect((await sem.get(FILES)).text).toContain('Mijn brief é.pdf');
  });

  it('are at most three to a question', async () => {
    await send(jpeg(), 'foto.jpeg').expect(303);
    await send(png(), '../../<b>scherm.png').expect(303);
    const { text } = await sem.get(FILES);
    expect(text).toContain('bscherm.png');
    expect(text).not.toContain('type="file"');
    expect(await refusal(png({ width: 2 }), 'vierde.png')).toContain('hoogste aantal');
  });

  it('are at most three, also when many come at once', async () => {
    const mila = await site.signedIn('mila');
    const sent = await Promise.all([11, 12, 13, 14, 15].map((width) => send(png({ width }), `plaat-${width}.png`, mila)));
    expect(sent.filter(({ status }) => status === 303)).toHaveLength(3);
  });

  it('are asked once more before they go', async () => {
    const id = await fileNamed('foto.jpg');
    expect((await sem.get(`/paspoort/bestanden/${id}/weghalen`).expect(200)).text).toContain('Haal je dit bestand weg?');
    await sem.post(`/paspoort/bestanden/${id}/weghalen`).expect(303).expect('location', FILES);
    expect((await sem.get(FILES)).text).toContain('Het bestand is weggehaald.');
    await sem.get(`/paspoort/bestanden/${id}/ophalen`).expect(404);
    await send(jpeg(), 'foto.jpeg').expect(303);
  });

  it('are asked for nowhere else', async () => {
    await sem.get('/paspoort/onderdelen/thuis-en-gezondheid/bestanden').expect(404);
    await sem.get('/paspoort/onderdelen/deel-van-mentor/bestanden').expect(404);
    expect((await sem.get('/paspoort/onderdelen/wat-kan-ik/bestanden').expect(200)).text).toContain('certificaten');
  });

  it('stay with who added them, and a parent in sight', async () => {
    const noor = await site.signedIn('noor');
    await send(png({ height: 3 }), 'van-noor.png', noor).expect(303);
    await send(png({ height: 4 }), 'van-abdi.png', await site.signedIn('abdi')).expect(303);
    const [ofSem, ofNoor, ofAbdi] = [await fileNamed('Mijn brief é.pdf'), await fileNamed('van-noor.png'), await fileNamed('van-abdi.png')];
    await (await site.signedIn('omar')).get(`/paspoort/bestanden/${ofAbdi}/ophalen`).expect(404);
    await (await site.signedIn('samira')).get(`/paspoort/bestanden/${ofNoor}/ophalen`).expect(200);
    for (const person of ['noor', 'abdi', 'samira', 'omar', 'fatima', 'lars', 'sanne', 'okan'] as const) {
      const browser = await site.signedIn(person);
      await browser.get(`/paspoort/bestanden/${ofSem}/ophalen`).expect(404);
      await browser.post(`/paspoort/bestanden/${ofSem}/weghalen`).expect(404);
    }
    const lines = await site.database.asSuperuser("select person, what, way, sections from app.reading where what = 'file-fetched'");
    expect(lines).toEqual([{ person: 'Samira', what: 'file-fetched', way: 'export', sections: ['why-this-course', 'attachment'] }]);
  });

  it('are for the mentor once the student opens that part, and only then', async () => {
    const address = `/leerlingen/${await leaverId()}/bestanden/${await fileNamed('foto.jpg')}`;
    const fatima = await site.signedIn('fatima');
    await fatima.get(address).expect(404);
    await site.database.asSuperuser("insert into app.opened_section (leaver_id, section, opened_at) values ($1, 'why-this-course', now())", [await leaverId()]);
    await fatima.get(address).expect(200);
    expect((await fatima.get(`/leerlingen/${await leaverId()}/paspoort`).expect(200)).text).toContain(`href="${address}" download>foto.jpg</a>`);
    for (const person of ['joost', 'lars', 'zoe', 'vera'] as const) await (await site.signedIn(person)).get(address).expect(404);
    await site.database.asSuperuser('delete from app.opened_section');
    await fatima.get(address).expect(404);
  });

  describe('once shared', () => {
    let address: string;
    let file: string;

    const share = async (): Promise<void> => {
      await sem.post(SECTION).type('form').send({ wants: 'Kok', why: 'Lekker', explored: 'Open dag bezocht', sure: 'Heel zeker', [`delen-${await application()}`]: 'yes', klaar: 'ja', versie: 1 }).expect(303);
      await again();
    };
    const again = async (): Promise<void> => {
      await asSem("select app.share_passport((select jsonb_agg(jsonb_build_object('application', application_id, 'section', section, 'version', version, 'early', early, 'text', 'Ja')) from app.my_shareable($1)), $1, now())", ['2026-09-14']);
    };
    const asSem = async (text: string, values: unknown[]): Promise<void> => {
      const pool = openPool(site.database.webUrl, { max: 1, pipeline: true });
      const memberId = await memberOf(site.database, 'sem');
      await new Tx(pool, site.database.rolePrefix).run({ kind: 'student', memberId, leaverId: await leaverId() }, (sql) => sql(text, values));
      await pool.end();
    };

    beforeAll(async () => {
      await share();
      file = await fileNamed('Mijn brief é.pdf');
      address = `/intake/${await application()}/bestanden/${file}`;
    });

    it('stand in the copy, with the question as it was asked', async () => {
      const [row] = await site.database.asSuperuser<{ letter: object; files: string[] }>("select contents->'letter' as letter, files from app.share where state = 'given' and section = 'why-this-course'");
      expect(row?.letter).toMatchObject({ asked: 'Je motivatiebrief of portfolio', answer: expect.arrayContaining([{ file, name: 'Mijn brief é.pdf', kind: 'pdf', size: pdf().length }]) });
      expect(row?.files).toContain(file);
    });

    it('are on the page of the college, and in the own copy by name', async () => {
      expect((await (await site.signedIn('sanne')).get(`/intake/${await application()}`).expect(200)).text).toContain(`href="${address}" download>Mijn brief é.pdf</a>`);
      const { body } = await sem.get('/paspoort/kopie/gegevens.json').expect(200);
      expect(JSON.stringify(body)).toContain(JSON.stringify({ name: 'Mijn brief é.pdf', kind: 'application/pdf', size: pdf().length }));
    });

    it('are for the college of that application, with a line in the log that the student sees', async () => {
      const answer = await download(await site.signedIn('sanne'), address).expect(200);
      expect(answer.body).toEqual(pdf());
      const mine = (await sem.get('/paspoort/wie-leest-mee')).text;
      expect(mine).toMatch(/Bestand bij het paspoort gedownload[^]{0,200}Waarom deze opleiding\?, een bestand bij het paspoort/);
      const log = (await (await site.signedIn('petra')).get('/beheer/logboek?kant=leerlingen').expect(200)).text;
      expect(log).toContain('Bestand bij het paspoort gedownload');
      expect(log).not.toContain('Waarom deze opleiding');
    });

    it('are for nobody else, whatever the address', async () => {
      for (const person of ['milan', 'tess', 'fatima', 'ingrid', 'marloes', 'gijs', 'sem', 'noor'] as const) await (await site.signedIn(person)).get(address).expect(404);
      await (await site.signedIn('sanne')).get(`/intake/${await application()}/bestanden/${await fileNamed('van-noor.png')}`).expect(404);
      await (await site.signedIn('sanne')).get(address.replace(/intake\/[^/]+/, `intake/${file}`)).expect(404);
    });

    it('are rows for nobody else in the database either', async () => {
      const pool = openPool(site.database.webUrl, { max: 1, pipeline: true });
      const tx = new Tx(pool, site.database.rolePrefix);
      const names = async (kind: ActorKind, person: Person): Promise<string[]> => {
        const [about] = await site.database.asSuperuser<{ organisationId: string; leaverId: string | null }>(
          `select organisation_id as "organisationId", app.leaver_in_sight(m, '2026-09-14') as "leaverId" from app.membership m where id = $1`, [await memberOf(site.database, person)]);
        const actor = { kind, day: '2026-09-14', organisationId: about?.organisationId, leaverId: about?.leaverId ?? undefined, memberId: await memberOf(site.database, person) };
        return (await tx.read<{ name: string }>(actor, { text: 'select name from app.attachment where contents is not null order by 1' })).map(({ name }) => name);
      };
      expect(await names('college', 'sanne')).toEqual(['Mijn brief é.pdf', 'bscherm.png', 'foto.jpg']);
      expect(await names('student', 'noor')).toEqual(['van-noor.png']);
      expect(await names('guardian', 'samira')).toEqual(['van-noor.png']);
      for (const [kind, person] of [['college', 'milan'], ['college', 'tess'], ['guardian', 'omar'], ['mentor', 'fatima'], ['school', 'lars']] as const) {
        expect({ person, names: await names(kind, person) }).toEqual({ person, names: [] });
      }
      await pool.end();
    });

    it('stay readable for the college when the student takes them away, until a new copy is shared', async () => {
      expect((await sem.get(`/paspoort/bestanden/${file}/weghalen`)).text).toContain('Dit bestand is gedeeld.');
      await sem.post(`/paspoort/bestanden/${file}/weghalen`).expect(303);
      await forgetRemovedFiles(site.worker);
      const sanne = await site.signedIn('sanne');
      await sanne.get(address).expect(200);
      await again();
      await sanne.get(address).expect(404);
    });

    it('are gone to the last byte once nobody may read them', async () => {
      expect(await forgetRemovedFiles(site.worker)).toBe(1);
      const [row] = await site.database.asSuperuser('select name, contents from app.attachment where id = $1', [file]);
      expect(row).toEqual({ name: '', contents: null });
      expect(await forgetRemovedFiles(site.worker)).toBe(0);
    });

    it('close for the college on the next click when sharing stops', async () => {
      const other = `/intake/${await application()}/bestanden/${await fileNamed('foto.jpg')}`;
      const sanne = await site.signedIn('sanne');
      await sanne.get(other).expect(200);
      await asSem('select app.stop_sharing($1, current_date, now())', [await application()]);
      await sanne.get(other).expect(404);
      expect((await sem.get(`/paspoort/bestanden/${await fileNamed('foto.jpg')}/weghalen`)).text).not.toContain('Dit bestand is gedeeld.');
    });
  });

  it('cannot be sent without end', async () => {
    await site.database.asSuperuser("update app.attempt_count set tries = 30, ends_at = clock_timestamp() + interval '15 minutes' where what = 'file-added'");
    await send(pdf({ extra: '/Nieuw true ' }), 'nog.pdf').expect(429);
  });
});
