import { sweep } from '#alerts';
import { Starts } from '#transfers';
import { applied, leaver, world, type World } from '../alerts/world.ts';

const placed = applied([['admitted', '2026-05-12'], ['enrolled', '2026-06-20']]);
const now = new Date();
const starts = (moment = now): Starts => new Starts(at.web, { today: () => '2026-09-08', now: () => moment });

let at: World;
let ids: string[];
const standing = async () => (await at.sql<{ line: string }>(`select l.email || ' ' || a.status || ' ' || a.status_on as line
  from app.application a join app.leaver l on l.id = a.leaver_id order by length(l.number), l.number`)).map(({ line }) => line.replace('@leerling.example', ''));

describe('reporting who started', () => {
  beforeEach(async () => {
    at = await world([leaver('sem', { applications: [placed] }), leaver('isa', { applications: [placed] })]);
    await sweep(at.tx, '2026-09-07');
    ids = (await at.sql<{ id: string }>('select a.id from app.application a join app.leaver l on l.id = a.leaver_id order by length(l.number), l.number')).map(({ id }) => id);
  });
  afterEach(() => at.close());

  it('is done in bulk, once however often it is sent, and closes signal and case', async () => {
    const sanne = await at.member('sanne');
    const counts = await Promise.all([1, 2, 3].map(() => starts().report(sanne, ids, 'started', '2026-08-24')));
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, 0, 2]);
    expect(await standing()).toEqual(['sem started 2026-08-24', 'isa started 2026-08-24']);
    expect(await at.sql('select distinct closed_because from app.signal')).toEqual([{ closed_because: 'started' }]);
    expect(await at.sql('select distinct outcome, closed_on::text from app.desk_case')).toEqual([{ outcome: 'full-time', closed_on: '2026-09-08' }]);
  });

  it('is taken back within a day, and then holds as before', async () => {
    const sanne = await at.member('sanne');
    await starts().report(sanne, ids, 'no-show', '2026-09-08');
    expect(await starts().retract(sanne, ids.slice(0, 1))).toBe(1);
    expect(await starts().retract(sanne, ids.slice(0, 1))).toBe(0);
    expect(await standing()).toEqual(['sem enrolled 2026-06-20', 'isa no-show 2026-09-08']);
    const nextDay = new Date(now.getTime() + 25 * 3_600_000);
    expect(await starts(nextDay).retract(sanne, ids)).toBe(0);
  });

  it('takes back nothing that came by file', async () => {
    expect(await starts().retract(await at.member('sanne'), ids)).toBe(0);
  });

  it('is nothing for a start that lies ahead', async () => {
    const sanne = await at.member('sanne');
    expect(() => starts().report(sanne, ids, 'started', '2026-09-09')).toThrow('lies ahead');
  });

  it.each(['milan', 'tess'] as const)('is not for %s of another college', async (person) => {
    expect(await starts().report(await at.member(person), ids, 'started')).toBe(0);
    expect(await standing()).toEqual(['sem enrolled 2026-06-20', 'isa enrolled 2026-06-20']);
  });
});
