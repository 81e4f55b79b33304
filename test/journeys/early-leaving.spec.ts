import type TestAgent from 'supertest/lib/agent.js';
import { addClassmates } from '../support/classmates.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const KOK = '/intake/start/25003-bol-2026-08-24';

/** What a browser sends for these people of "Al doorgegeven". */
function tick(html: string, names: readonly string[]): Record<string, string[]> {
  const picks = [...html.matchAll(/name="al" value="([\da-f-]{36})"[^]*?<strong>([^<]+)<\/strong>[^]*?name="stond" value="([^"]+)"/g)];
  return { al: picks.filter(([, , name]) => names.includes(String(name))).map(([, id]) => String(id)), stond: picks.map(([, , , stood]) => String(stood)) };
}
const carried = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of html.matchAll(/type="hidden" name="(\w+)" value="([^"]+)"/g)) (fields[String(name)] ??= []).push(String(value));
  return fields;
};

describe('who starts and stops again', () => {
  let site: TestApp;
  let milan: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    await addClassmates(site.database, { count: 8, mentor: 'hanna@11br00.example', college: '21ME', crebo: '25003' });
    milan = await site.signedIn('milan');
  });
  afterAll(() => site.close());

  const page = async (): Promise<string> => (await milan.get(KOK).expect(200)).text;
  const post = (address: string, form: object) => milan.post(`${KOK}/${address}`).type('form').send(form);
  const statuses = () => site.database.asSuperuser("select status, count(*)::int from app.application where number like 'AK%' group by status order by status");
  const signals = async (day: string) => (await site.database.asSuperuser<{ kind: string }>(
    `select s.kind from app.signals_on('${day}') s join app.leaver l on l.id = s.leaver_id where l.number like 'K25003%' order by 1`)).map(({ kind }) => kind);

  it('are all there by one press, as of the start, and back by one more', async () => {
    const text = await page();
    expect(text).toContain('Alle 8 studenten zijn gestart</button>');
    const all = /name="allen" value="([^"]+)"/.exec(text)?.[1];
    await post('doorgeven', { allen: all, datum: '2026-08-24', doen: 'gestart' }).expect(303);
    expect(await statuses()).toEqual([{ status: 'started', count: 8 }]);
    await post('doorgeven', { allen: all, datum: '2026-08-24', doen: 'gestart' }).expect(303);
    const after = await page();
    expect(after).toContain(': 8 gestart, door Milan');
    expect(after).not.toContain('Alle 8 studenten zijn gestart</button>');
    await post('herstellen', { moment: /name="moment" value="([^"]+)"/.exec(after)?.[1]?.replaceAll('&#x3D;', '=') }).expect(303);
    expect(await statuses()).toEqual([{ status: 'admitted', count: 8 }]);
    await post('doorgeven', { allen: all, datum: '2026-08-24', doen: 'gestart' }).expect(303);
  });

  it('are reported in bulk with the day, and said to be early until 1 October', async () => {
    const { text } = await post('controleren', { ...tick(await page(), ['Klas Genoot 1', 'Klas Genoot 2']), doen: 'gestopt' }).expect(200);
    expect(text).toContain('Je geeft door dat 2 studenten zijn gestopt');
    expect(text).toContain('Wie stopt vóór 1 oktober 2026, telt als vroege uitval.');
    const wrong = await post('doorgeven', { ...carried(text), datum: '2026-08-24' }).expect(422);
    expect(wrong.text).toContain('Kies een dag na de start van deze studenten.');
    await post('doorgeven', { ...carried(text), datum: '2026-09-10' }).expect(303);
    expect(await statuses()).toEqual([{ status: 'deregistered', count: 2 }, { status: 'started', count: 6 }]);
    expect(await page()).toMatch(/7 gestart, 1 niet verschenen, 3 gestopt/);
    expect([await signals('2026-09-09'), await signals('2026-09-10')]).toEqual([[], ['dropped-out', 'dropped-out']]);
  });

  it('cannot stop without a start', async () => {
    const { text } = await post('controleren', { ...tick(await page(), ['Klas Genoot 1', 'Roos Koster']), doen: 'gestopt' }).expect(200);
    expect(text).toContain('Hier is niets meer door te geven');
  });

  it('are back when it was a mistake', async () => {
    await post('herstellen', tick(await page(), ['Klas Genoot 1'])).expect(303);
    expect(await statuses()).toEqual([{ status: 'deregistered', count: 1 }, { status: 'started', count: 7 }]);
    expect(await signals('2026-09-10')).toEqual(['dropped-out']);
  });

  it('count as early until the day of the calendar of the region, and after it no more', async () => {
    await site.database.asSuperuser("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2025-2026', 'early-leaver-until', '2026-09-12', '2026-09-01', now())");
    const { text } = await post('controleren', { ...tick(await page(), ['Klas Genoot 3']), doen: 'gestopt' }).expect(200);
    expect(text).toContain('Stoppen telt nu niet meer als vroege uitval.');
    await post('doorgeven', { ...carried(text), datum: '2026-09-13' }).expect(303);
    expect(await statuses()).toEqual([{ status: 'deregistered', count: 2 }, { status: 'started', count: 6 }]);
  });

  it('are no business of another college', async () => {
    const sanne = await site.signedIn('sanne');
    await sanne.post(`${KOK}/controleren`).type('form').send({ doen: 'gestopt', al: [] }).expect(404);
  });
});
