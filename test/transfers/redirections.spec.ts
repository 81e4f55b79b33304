import { redirectionsOf } from '#transfers';
import { applied, leaver, world, type World } from '../alerts/world.ts';

let at: World;
const ids = async (): Promise<string[]> => (await at.sql<{ id: string }>('select id from app.application order by crebo')).map(({ id }) => id);
const told = async (person: 'fatima' | 'sanne' | 'hanna' | 'milan') => [...(await redirectionsOf(at.web, (await at.member(person)).actor, await ids())).values()];

describe('a redirected application', () => {
  beforeEach(async () => {
    at = await world([leaver('isa', { applications: [applied([['redirected', '2026-03-10']]), applied([], { crebo: '25002', applied: '2026-03-12' })] })]);
  });
  afterEach(() => at.close());

  it.each(['fatima', 'sanne'] as const)('leads %s to the next application that the same college reported, and back', async (person) => {
    expect(await told(person)).toEqual([{ to: 'Logistiek medewerker, niveau 2' }, { from: 'Timmerman' }]);
  });

  it.each(['hanna', 'milan'] as const)('is nothing for %s', async (person) => {
    expect(await told(person)).toEqual([]);
  });

  it('leads to the programme that the college named, also when nobody applied there', async () => {
    await at.sql(`insert into app.programme (college_id, crebo, name, level, pathway, starts_on) select id, '25077', 'Hovenier', 2, 'bol', '2026-08-24' from app.organisation where code = '20NO'`);
    await at.sql(`insert into app.intake_record (application_id, what, programme_id, recorded_on, at) select a.id, 'redirected', p.id, '2026-03-10', now() from app.application a, app.programme p where a.crebo = '25001' and p.crebo = '25077'`);
    expect(await told('fatima')).toEqual([{ to: 'Hovenier, niveau 2' }]);
  });

  it('leads nowhere when the other application was there before', async () => {
    await at.sql("update app.application set applied_on = '2026-02-01' where crebo = '25002'");
    expect(await told('fatima')).toEqual([]);
  });
});
