import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from '../support/test-app.ts';
import { fileSite, type deskFor } from './desk.ts';

const HEADER = 'leerlingnummer;schooljaar;uren_met_reden;uren_zonder_reden;gemeld_leerplicht';

describe('bringing presence', () => {
  let site: TestApp;
  let desk: ReturnType<typeof deskFor>;
  let lars: TestAgent;

  beforeAll(async () => {
    ({ site, desk, lars } = await fileSite());
  });
  afterAll(() => site.close());

  const stored = () => site.database.asSuperuser(`select l.number, p.school_year as year, hours_with_reason as reason, hours_without_reason as none, reported
    from app.presence p join app.leaver l on l.id = p.leaver_id order by 1, 2`);
  const sem = { number: '1001', year: '2025-2026', reason: 12, none: 3, reported: false };

  it('takes a file as schools send it, in their words, and twice without a change', async () => {
    const page = await desk.imported(lars, 'aanwezigheid.csv', ['Stamnr;Cursusjaar;Geoorloofd;Ongeoorloofd;Leerplicht', '1001;25-26;12;3;Nee']);
    expect(await desk.text(lars, page)).toContain('Geïmporteerd');
    expect(await stored()).toEqual([sem]);
    await desk.imported(lars, 'aanwezigheid.csv', [HEADER, '1001;2025-2026;12;3;nee']);
    expect(await stored()).toEqual([sem]);
  });

  it('changes only what a newer file names', async () => {
    await desk.imported(lars, 'aanwezigheid.csv', ['leerlingnummer;schooljaar;uren_met_reden', '1001;2025-2026;14']);
    expect(await stored()).toEqual([{ ...sem, reason: 14 }]);
  });

  it('refuses an earlier year, a pupil that is not known and what is no number, and says what to do', async () => {
    const page = await desk.brought(lars, 'aanwezigheid.csv', [HEADER, '1001;2023-2024;1;1;nee', '9999;2025-2026;1;1;nee', '1002;2025-2026;veel;1;nee', '1003;2025-2026;1;1;soms']);
    const text = await desk.text(lars, page);
    expect(text).toContain('Alleen dit schooljaar en het vorige tellen.');
    expect(text).toContain('Deze leerling kennen we niet.');
    expect(text).toContain('Dit is geen heel getal.');
    expect(text).toContain('Kies uit: ja, nee.');
  });

  it('says so of a column that it does not know', async () => {
    const page = await desk.brought(lars, 'aanwezigheid.csv', [`${HEADER};schoenmaat`, '1001;2025-2026;14;3;nee;43']);
    expect(await desk.text(lars, page)).toContain('schoenmaat');
  });

  it('goes again when the file is undone', async () => {
    const page = await desk.imported(lars, 'aanwezigheid.csv', [HEADER, '1001;2025-2026;20;3;nee', '1002;2025-2026;1;1;ja']);
    expect(await stored()).toHaveLength(2);
    expect(await desk.undone(lars, page)).toContain('Alles is weer zoals ervoor');
    expect(await stored()).toEqual([{ ...sem, reason: 14 }]);
  });

  it('shows who brought it nothing on the pages of leavers, and raises no signal', async () => {
    const [{ id } = { id: '' }] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where number = '1001' and email like 'sem@%'");
    expect((await lars.get(`/leerlingen/${id}`).expect(200)).text).not.toMatch(/afwezig|aanwezig/i);
  });
});
