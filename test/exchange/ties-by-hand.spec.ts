import { bytesSource, importFiles, kindOf } from '#exchange';
import { type Actor, openPool, Tx, WORKER } from '#platform';
import { waitingTies } from '#transfers';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

const DAY = '2026-06-15';
const FILES = {
  organisaties: 'code;naam;soort;rmc_regio\n90AK00;Kompas;vo;10\n91BL00;Brug;vo;10\n90XM;Regiocollege;mbo;10\nDSP-10;Doorstroompunt;doorstroompunt;10\nDSP-11;Doorstroompunt;doorstroompunt;11\n',
  medewerkers: 'email;organisatie;rol\nr@tien.example;DSP-10;regiobeheerder\nr@elf.example;DSP-11;regiobeheerder\n',
  'leerlingen-90AK00': 'leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum\n1;Sem;;Jansen;01-02-2010\n2;Sem;;Jansen;01-02-2010\n3;Bo;de;Vries;03-04-2010\n4;Aya;;Kaya;05-06-2010\n',
  'leerlingen-91BL00': 'leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum\n9;Aya;;Kaya;05-06-2010\n',
  'aanmeldingen-90XM': `aanmeldnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;vooropleiding;crebo;leerweg;startdatum;aangemeld_op
A;Sem;;Jansen;01-02-2010;90AK00;90001;BOL;24-08-2026;01-11-2025
B;Bo;;Vries, de;04-03-2010;90AK;90001;BOL;24-08-2026;01-11-2025
C;Niemand;;Bekend;01-01-2001;;90001;BOL;24-08-2026;01-11-2025
D;Aya;;Kaya;05-06-2010;91BL;90001;BOL;01-02-2027;01-11-2025
E;Aya;;Kaya;05-06-2010;91BL;90001;BOL;23-08-2027;01-11-2025
`,
  'statussen-90XM': 'aanmeldnummer;status;per_datum\nB;gestart;01-06-2026\n',
};

describe('tying by hand', () => {
  let database: FreshDatabase;
  let web: Tx;
  let worker: Tx;
  let ours: Actor;
  let theirs: Actor;
  const pools: { end(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    const opened = [openPool(database.webUrl, { max: 2, pipeline: true }), openPool(database.workerUrl, { max: 2, pipeline: false })] as const;
    pools.push(...opened);
    web = new Tx(opened[0], database.rolePrefix);
    worker = new Tx(opened[1], database.rolePrefix);
    for (const name of Object.keys(FILES)) await bring(name);
    [ours, theirs] = [await administrator('DSP-10', '10'), await administrator('DSP-11', '11')];
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.drop();
  });

  const bring = (name: string) =>
    importFiles(worker, { kind: kindOf(name.split('-')[0]!)!, day: DAY, year: '2025-2026', files: [bytesSource(`${name}.csv`, Buffer.from(FILES[name as keyof typeof FILES]))] });

  async function administrator(code: string, region: string): Promise<Actor> {
    const [row] = await database.asSuperuser<{ memberId: string; organisationId: string }>(
      `select m.id as "memberId", o.id as "organisationId" from app.membership m join app.organisation o on o.id = m.organisation_id where o.code = $1`, [code]);
    return { kind: 'region', region, ...row };
  }

  const waiting = (): Promise<unknown> => worker.run(WORKER, waitingTies);
  const id = async (table: string, number: string): Promise<unknown> => (await database.asSuperuser(`select id from app.${table} where number = $1`, [number]))[0]?.id;
  const ask = async (who: Actor, call: string, ...values: unknown[]): Promise<unknown> => (await web.run(who, (sql) => sql(`select ${call} as done`, values)))[0]?.done;
  const tie = async (who: Actor, application: string, leaver: string): Promise<unknown> =>
    ask(who, 'app.tie_by_hand($1, $2, $3)', await id('application', application), await id('leaver', leaver), DAY);

  it('says who it may be and what differs', async () => {
    expect(await waiting()).toEqual([
      { application: 'A', candidates: [{ school: '90AK00', number: '1', why: 'meer leerlingen passen' }, { school: '90AK00', number: '2', why: 'meer leerlingen passen' }] },
      { application: 'B', candidates: [{ school: '90AK00', number: '3', why: 'dag en maand omgewisseld' }] },
      { application: 'C', candidates: [] },
      { application: 'E', candidates: [] },
    ]);
  });

  it('lets only the own region choose, and only among the candidates', async () => {
    expect(await tie(theirs, 'B', '3')).toBe(false);
    expect(await tie(ours, 'B', '1')).toBe(false);
    expect(await tie(ours, 'B', '3')).toBe(true);
    const [card] = await database.asSuperuser('select phase, applications from app.card join app.leaver l on l.id = leaver_id where number = $1', ['3']);
    expect(card).toEqual({ phase: 'started', applications: 1 });
  });

  it('keeps what a person decided when files come again', async () => {
    expect(await ask(ours, 'app.tie_nobody($1, $2)', await id('application', 'C'), DAY)).toBe(true);
    await bring('leerlingen-90AK00');
    await bring('aanmeldingen-90XM');
    expect(await database.asSuperuser("select number, tie from app.application where tie in ('by-hand', 'nobody') order by number")).toEqual([{ number: 'B', tie: 'by-hand' }, { number: 'C', tie: 'nobody' }]);
  });

  it('undoes a tie with what was reported, and does not make it again by itself', async () => {
    expect(await ask(theirs, 'app.untie($1, $2)', await id('application', 'D'), DAY)).toBe(false);
    expect(await ask(ours, 'app.untie($1, $2)', await id('application', 'D'), DAY)).toBe(true);
    expect(await ask(ours, 'app.untie($1, $2)', await id('application', 'B'), DAY)).toBe(true);
    await bring('aanmeldingen-90XM');
    expect(await waiting()).toEqual(expect.arrayContaining([
      { application: 'D', candidates: [{ school: '90AK00', number: '4', why: 'andere school' }, { school: '91BL00', number: '9', why: 'eerder losgemaakt' }] },
    ]));
    const [card] = await database.asSuperuser('select phase, applications from app.card join app.leaver l on l.id = leaver_id where number = $1', ['3']);
    expect(card).toEqual({ phase: 'choosing', applications: 0 });
  });

  it('asks both schools about one person at two of them', async () => {
    const pairs = await database.asSuperuser('select l.number, o.number as other from app.duplicate_leavers d join app.leaver l on l.id = leaver_id join app.leaver o on o.id = other_id order by 1');
    expect(pairs).toEqual([{ number: '4', other: '9' }, { number: '9', other: '4' }]);
  });
});
