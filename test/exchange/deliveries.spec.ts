import { bringDelivery, refusedRows, wantImport, wantUndo, workDeliveries } from '#exchange';
import { type Actor, openPool, Tx } from '#platform';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { regionIn, type Region } from './example-region.ts';

const NOW = (): Date => new Date();
const DAY = '2026-06-15';
const CLASS = 'leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas';

interface Shown extends Record<string, unknown> {
  readonly state: string;
  readonly problem: string | null;
  readonly report: Record<string, unknown>;
}

describe('bringing a file on a page', () => {
  let database: FreshDatabase;
  let region: Region;
  let web: Tx;
  let worker: Tx;
  const pools: { end(): Promise<void> }[] = [];
  const actors: Record<string, Actor> = {};

  beforeAll(async () => {
    database = await freshDatabase();
    region = regionIn(database);
    for (const kind of ['organisaties', 'medewerkers', 'leerlingen', 'aanmeldingen']) await region.bring(kind, '2026-01-01');
    const opened = [openPool(database.webUrl, { max: 2, pipeline: true }), openPool(database.workerUrl, { max: 2, pipeline: false })] as const;
    pools.push(...opened);
    web = new Tx(opened[0], database.rolePrefix);
    worker = new Tx(opened[1], database.rolePrefix);
    Object.assign(actors, { dean: await actor('school', 'careers-dean', '90AK00'), other: await actor('school', 'careers-dean', '91BL00'), intake: await actor('college', 'intake-officer', '90XM') });
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await region.close();
    await database.drop();
  });

  async function actor(kind: Actor['kind'], role: string, code: string): Promise<Actor> {
    const [row] = await database.asSuperuser<{ memberId: string; organisationId: string }>(
      `select m.id as "memberId", o.id as "organisationId" from app.membership m join app.organisation o on o.id = m.organisation_id where m.role = $1 and o.code = $2`,
      [role, code],
    );
    return { kind, ...row };
  }

  const upload = (who: Actor, kind: string, text: string): Promise<string | null> =>
    web.run(who, (sql) => bringDelivery(sql, who, { kind, organisationId: String(who.organisationId), fileName: `${kind}.csv`, year: kind === 'leerlingen' ? '2025-2026' : null, size: text.length, content: [Buffer.from(text)] }));
  const work = (): Promise<number> => workDeliveries(worker, { day: DAY, now: NOW() });
  const shown = async (who: Actor, id: string | null): Promise<Shown | undefined> =>
    (await web.read<Shown>(who, { text: 'select state, problem, report from app.delivery where id = $1', values: [id] }))[0];
  const ask = (who: Actor, id: string | null): Promise<boolean> => web.run(who, (sql) => wantImport(sql, String(id), false));
  const undoIt = (who: Actor, id: string | null): Promise<boolean> => web.run(who, (sql) => wantUndo(sql, String(id), new Date(NOW().getTime() - 86_400_000)));
  const leavers = (): Promise<unknown[]> => database.asSuperuser('select * from app.leaver order by id');
  const applications = (): Promise<unknown[]> => database.asSuperuser('select * from app.application order by id');

  const bringIn = async (who: Actor, kind: string, text: string): Promise<string | null> => {
    const id = await upload(who, kind, text);
    await work();
    await ask(who, id);
    await work();
    return id;
  };

  it('shows what would happen before anything does', async () => {
    const before = await leavers();
    const id = await upload(actors.dean!, 'leerlingen', `${CLASS};hobby\n1;Sem;;Jansen;1-2-10;4A;dammen\n2;Bo;;Kok;31-02-2010;4A;\n`);
    await work();
    expect(await shown(actors.dean!, id)).toMatchObject({
      state: 'checked', problem: null,
      report: { rows: 2, created: 1, updated: 0, refused: 1, unknownColumns: ['hobby'], missing: 0, firstRows: [['1', 'Sem', '', 'Jansen', '1-2-10', '4A', 'dammen'], ['2', 'Bo', '', 'Kok', '31-02-2010', '4A', '']] },
    });
    expect(await leavers()).toEqual(before);
  });

  it('brings it in when that is asked, and puts everything back when that is asked', async () => {
    const before = await leavers();
    const [known] = before as { number: string; given_name: string; family_name: string; name_prefix: string }[];
    const id = await bringIn(actors.dean!, 'leerlingen', `${CLASS}\n1;Sem;;Jansen;1-2-10;4A\n${known!.number};Anders;;Heten;1-2-10;4Z\n`);
    expect(await shown(actors.dean!, id)).toMatchObject({ state: 'done', problem: null });
    expect(await leavers()).not.toEqual(before);
    expect(await undoIt(actors.dean!, id)).toBe(true);
    await work();
    expect(await shown(actors.dean!, id)).toMatchObject({ state: 'undone', problem: null });
    expect(await leavers()).toEqual(before);
  });

  it('puts applications, their ties and what was reported back', async () => {
    const before = await applications();
    const id = await bringIn(actors.intake!, 'statussen', 'aanmeldnummer;status;per_datum\n90XM-10030;gestart;24-08-2026\n90XM-999;gestart;24-08-2026\n');
    expect(await shown(actors.intake!, id)).toMatchObject({ state: 'done', report: { created: 1, waiting: 1 } });
    expect(await applications()).not.toEqual(before);
    await undoIt(actors.intake!, id);
    await work();
    expect(await shown(actors.intake!, id)).toMatchObject({ state: 'undone' });
    expect(await applications()).toEqual(before);
    expect(await database.asSuperuser('select * from app.waiting_status')).toEqual([]);
  });

  it('keeps what somebody went on from, and says so', async () => {
    const first = await bringIn(actors.dean!, 'leerlingen', `${CLASS}\n7;Sem;;Jansen;1-2-10;4A\n`);
    await bringIn(actors.dean!, 'leerlingen', `${CLASS}\n7;Sem;;Jansen;1-2-10;4B\n`);
    await undoIt(actors.dean!, first);
    await work();
    expect(await shown(actors.dean!, first)).toMatchObject({ state: 'done', problem: expect.stringContaining('verder gewerkt') });
  });

  it('makes nobody anew of a school year whose leavers became counts', async () => {
    const old = (await database.asSuperuser<{ year: string }>("select school_year as year from app.calendar where early_leaver_until + interval '2 years' <= $1 order by 1 limit 1", [DAY]))[0]?.year;
    const file = (number: string) => `${CLASS};schooljaar\n${number};Sem;;Jansen;1-2-10;4A;${old}\n`;
    expect(await shown(actors.dean!, await bringIn(actors.dean!, 'leerlingen', file('801')))).toMatchObject({ report: { created: 1, refused: 0 } });
    await database.asSuperuser("update app.leaver set number = id::text, given_name = '', anonymous_on = $1 where number = '801'", [DAY]);
    expect(await shown(actors.dean!, await bringIn(actors.dean!, 'leerlingen', file('801')))).toMatchObject({ report: { created: 0, refused: 1 } });
    expect(await database.asSuperuser("select from app.leaver where number = '801'")).toEqual([]);
  });

  it('brings nobody back by an old file of applications: what became a count stays one', async () => {
    const file = (number: string, starts = '1-8-2022') => `aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;crebo;leerweg;startdatum;aangemeld_op\n${number};Vroeger;;Bekend;1-2-2004;25180;bol;${starts};1-3-2022\n`;
    const known = () => database.asSuperuser("select number from app.application where family_name = 'Bekend' order by number");
    expect(await shown(actors.intake!, await bringIn(actors.intake!, 'aanmeldingen', file('OUD-1')))).toMatchObject({ report: { created: 1, refused: 0 } });
    expect(await database.asSuperuser("select from app.applications_past($1) join app.application a on a.id = application_id where a.number = 'OUD-1'", [DAY])).toHaveLength(1);
    await database.asSuperuser("update app.application set number = id::text, family_name = '', anonymous_on = $1 where number = 'OUD-1'", [DAY]);
    const again = await bringIn(actors.intake!, 'aanmeldingen', file('OUD-1'));
    expect(await shown(actors.intake!, again)).toMatchObject({ report: { created: 0, refused: 1 } });
    expect(await known()).toEqual([]);
    expect(await shown(actors.intake!, await bringIn(actors.intake!, 'aanmeldingen', file('OUD-1', '1-8-2026')))).toMatchObject({ report: { created: 1, refused: 0 } });
    await database.asSuperuser("delete from app.event where application_id in (select id from app.application where number = 'OUD-1' or anonymous_on is not null)");
    await database.asSuperuser("delete from app.application where number = 'OUD-1' or anonymous_on is not null");
  });

  it('gives the refused rows back as a file that can be mended and brought again', async () => {
    const id = await upload(actors.dean!, 'leerlingen', `${CLASS}\n1;=Sem;;"de;Vries";31-02-2010;4A\n2;Bo;;Kok;1-2-10;4A\n3;Kim;;Kok;;4A`);
    await work();
    let text = '';
    for await (const part of refusedRows(web, actors.dean!, String(id))) text += part;
    expect(text.split('\r\n')).toEqual([
      `\ufeff${CLASS};reden`,
      "1;'=Sem;;\"de;Vries\";31-02-2010;4A;geboortedatum: Deze dag bestaat niet. Schrijf de datum als dd-mm-jjjj.",
      '3;Kim;;Kok;;4A;geboortedatum: Vul geboortedatum in.',
      '',
    ]);
  });

  it('says in one sentence why a file cannot go in', async () => {
    const id = await upload(actors.dean!, 'leerlingen', 'naam;klas\nSem;4A\n');
    await work();
    expect(await shown(actors.dean!, id)).toMatchObject({ state: 'refused', problem: expect.stringContaining('leerlingnummer') });
  });

  it('hides the files of one school from every other organisation', async () => {
    const id = await upload(actors.dean!, 'leerlingen', `${CLASS}\n`);
    for (const who of [actors.other!, actors.intake!]) {
      expect(await shown(who, id)).toBeUndefined();
      expect(await ask(who, id)).toBe(false);
      expect(await web.read(who, { text: 'select part from app.delivery_part where delivery_id = $1', values: [id] })).toEqual([]);
    }
    expect(await upload(actors.dean!, 'statussen', 'x')).toBeNull();
    const foreign = { ...actors.dean!, organisationId: actors.other!.organisationId } as Actor;
    expect(await web.run(actors.dean!, (sql) => bringDelivery(sql, actors.dean!, { kind: 'leerlingen', organisationId: String(foreign.organisationId), fileName: 'x', year: null, size: 1, content: [Buffer.from('x')] }))).toBeNull();
  });
});
