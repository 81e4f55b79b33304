import { openPool, Tx, type Actor } from '#platform';
import { deskFor } from '../files/desk.ts';
import type { Person } from '../personas/people.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

describe('somebody who pretends', () => {
  let site: TestApp;
  let web: Tx;
  let close: () => Promise<void>;

  beforeAll(async () => {
    site = await testApp();
    const pool = openPool(site.database.webUrl, { max: 2, pipeline: true });
    web = new Tx(pool, site.database.rolePrefix);
    close = () => pool.end();
  });
  afterAll(async () => {
    await close();
    await site.close();
  });

  async function actor(kind: Actor['kind'], person: Person): Promise<Actor & { memberId: string }> {
    const memberId = await memberOf(site.database, person);
    const [row] = await site.database.asSuperuser<{ organisation: string }>('select organisation_id as organisation from app.membership where id = $1', [memberId]);
    return { kind, memberId, organisationId: row?.organisation };
  }
  const say = (who: Actor, columns: string, select: string): Promise<unknown> =>
    web.run(who, (sql) => sql(`insert into app.event (source, organisation_id, member_id, as_of, ${columns}) ${select}`, [who.organisationId, who.memberId]));

  it('cannot end an alert as a mentor by saying that somebody started', async () => {
    const fatima = await actor('mentor', 'fatima');
    const started = "select 'page', $1::uuid, $2::uuid, date '2026-09-14', 'status-reported', 'started', a.id, a.leaver_id from app.application a where a.number = '20NO-abdi-25001'";
    await expect(say(fatima, 'kind, became, application_id, leaver_id', started)).rejects.toThrow('row-level security');
  });

  it('cannot take back as a college what another one said', async () => {
    const sanne = await actor('college', 'sanne');
    const [roos] = await site.database.asSuperuser<{ id: string }>("select e.id from app.event e join app.application a on a.id = e.application_id where a.number = '21ME-roos-25003' and e.became = 'no-show'");
    const retract = `select 'page', $1::uuid, $2::uuid, date '2026-09-14', 'status-retracted', a.id, ${roos?.id} from app.application a where a.number = '20NO-abdi-25001'`;
    await expect(say(sanne, 'kind, application_id, retracts', retract)).rejects.toThrow('row-level security');
  });

  it('gets no start alerts of another region by naming its municipality for a bureau of the own', async () => {
    const desk = deskFor(site);
    const gijs = await site.signedIn('gijs');
    const page = await desk.imported(gijs, 'organisaties.csv', ['code;naam;soort;gemeente;rmc_regio', 'AAA-Kaap;Kaap;leerplicht;Zwolle|Ermelo;10', 'LPA-Nieuw;Nieuw;leerplicht;Hattem;10']);
    expect(await desk.text(gijs, page)).toContain('Bij Ermelo hoort al een bureau van een andere regio: Leerplicht Ermelo.');
    expect(await desk.count("app.organisation where code = 'AAA-Kaap'")).toBe(0);
    expect(await desk.count("app.organisation where code = 'LPA-Nieuw'")).toBe(1);
    expect(await desk.count("app.municipality_desk d join app.organisation o on o.id = d.leerplicht_id where d.folded = 'ermelo' and o.code = 'LPA-Ermelo'")).toBe(1);
  });

  it('finds no function of the worker that everybody may call, and none that looks for tables elsewhere', async () => {
    const open = await site.database.asSuperuser<{ name: string }>(`select oid::regprocedure::text as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
      and (proacl is null or proacl::text ~ '[{,]=X' or 'search_path=app, pg_temp' = any(proconfig) is not true)`);
    expect(open).toEqual([]);
  });
});
