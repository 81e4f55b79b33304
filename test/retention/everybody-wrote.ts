import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { reportStatus } from '../support/intake.ts';
import type { TestApp } from '../support/test-app.ts';

const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

/** Everybody around Sem types this word wherever they can write something about him, before he starts after all. */
export async function everybodyWrites(site: TestApp, word: string): Promise<void> {
  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const [row] = await run<{ id: string; leaver: string }>("select a.id, a.leaver_id as leaver from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
  const { id, leaver } = row!;
  const [sem, fatima, sanne] = await Promise.all((['sem', 'fatima', 'sanne'] satisfies Person[]).map((person) => site.signedIn(person)));
  const send = (browser: TestAgent | undefined, address: string, form: object) => browser!.post(address).type('form').send(form).expect(303);
  const read = async (browser: TestAgent | undefined, address: string): Promise<string> => (await browser!.get(address).expect(200)).text;

  await run("update app.application set status = 'intake-invited', starts_on = '2026-11-02' where id = $1", [id]);
  const page = await read(sanne, `/intake/${id}`);
  await send(sanne, `/intake/${id}/uitkomst`, { stond: hidden(page, 'stond'), gezien: hidden(page, 'gezien'), uitkomst: 'planned', dag: '2026-09-21', tijd: '10:30', plaats: word, toelichting: word });
  await reportStatus(site.database, id, 'intake-held', '2026-09-14');
  await send(sanne, `/intake/${id}/terugkoppeling`, { erbij: word });

  await send(sem, '/paspoort/warme-overdracht', { aanmelding: id, onderwerpen: 'what-helps', met: word, bereik: word });
  await send(sanne, `/intake/${id}/warme-overdracht`, { doe: 'geweest', geweest: '2026-09-14', afspraken: word });

  const [member] = await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = 'sem@leerling.example'");
  await send(sanne, `/gesprekken/${id}`, { doe: 'plannen', dag: '2026-10-26', tijd: '10:30', plaats: word, doel: 'start', wie: member?.id, adres: `${word}@gemeente.example`, gemeente: word });
  await send(sanne, `/gesprekken/${id}`, { doe: 'afspraken', afspraken: word });
  await send(fatima, `/gesprekken/${id}`, { doe: 'anders', anders: `${word}, en bellen`, gezien: hidden(await read(fatima, `/gesprekken/${id}`), 'gezien') });

  const part = `/leerlingen/${leaver}/mentordeel`;
  await send(fatima, part, { 'goes-well': word, 'works-well': word, advice: 'Ja, past goed', 'warm-handover': 'Nee', klaar: 'ja', versie: hidden(await read(fatima, part), 'versie') });
  await send(sem, '/paspoort/deel-van-mentor', { klopt: 'nee', reden: word, versie: hidden(await read(sem, '/paspoort/deel-van-mentor'), 'versie') });

  await send(sem, '/paspoort/rechten', { over: 'my-school', fout: word, goed: word });
  await send(fatima, `/leerlingen/${leaver}/verbeteringen`, { verzoek: hidden(await read(fatima, `/leerlingen/${leaver}/verbeteringen`), 'verzoek'), antwoord: 'not-done', reden: word });
  await sem!.post('/ouder-uitnodigen').type('form').send({ naam: word, adres: `${word}@thuis.example` }).expect(200);
  const [college] = await run<{ id: string }>("select id from app.organisation where code = '21ME'");
  await send(sem, '/aanmeldingen/toevoegen', { mbo: college?.id, opleiding: '', anders: word, soort: 'planned', dag: '' });

  await run("update app.application set starts_on = '2026-08-24' where id = $1", [id]);
  await reportStatus(site.database, id, 'started', '2026-09-14');
}
