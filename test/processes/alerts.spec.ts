import fs from 'node:fs';
import { useFolder, type FolderUser } from '../support/folder-user.ts';
import { overstap, usedFolder } from '../support/programs.ts';

let OVERSTAP_DATA: string;
let server: FolderUser;
const call = (...words: string[]) => overstap(words, { OVERSTAP_DATA, OVERSTAP_TODAY: '2026-09-15' });
const zeros = { checked: 0, opened: 0, escalated: 0, closed: 0, mails: 0 };

describe('bin/overstap signals and sweep', () => {
  beforeAll(async () => {
    OVERSTAP_DATA = await usedFolder();
    server = await useFolder(OVERSTAP_DATA, 'command');
  });
  afterAll(async () => {
    await server.leave();
    fs.rmSync(OVERSTAP_DATA, { recursive: true });
  });

  it('ask about a day and sweep it, today when none is named', async () => {
    const asked = await call('signals', '--on', '2026-09-14', '--year', '2025-2026', '--json');
    expect(JSON.parse(asked.out)).toEqual({ on: '2026-09-14', checked: 0, signals: [] });
    const swept = await call('sweep', '--on', '2026-09-14', '--json');
    expect(JSON.parse(swept.out)).toEqual({ on: '2026-09-14', ...zeros });
    const today = await call('sweep', '--json');
    expect(JSON.parse(today.out)).toEqual({ on: '2026-09-15', ...zeros });
  });

  it('tell a person in Dutch', async () => {
    expect((await call('signals', '--on', '2026-09-14')).out).toBe('2026-09-14: 0 van 0 leerlingen met een signaal\n');
    expect((await call('sweep')).out).toContain('0 nieuw');
  });

  it.each([
    { words: ['signals'], says: 'Welke dag?' },
    { words: ['signals', '--on', '14-09-2026'], says: '14-09-2026 is geen dag.' },
    { words: ['signals', '--on', '2026-09-31'], says: '2026-09-31 is geen dag.' },
    { words: ['signals', '--on', '2026-09-14', '--school', '00ZZ00'], says: 'De school 00ZZ00 is niet bekend.' },
    { words: ['signals', '--on', '2026-09-14', '--year', '2025-2027'], says: '2025-2027 is geen schooljaar.' },
    { words: ['sweep', '--on', 'gisteren'], says: 'gisteren is geen dag.' },
    { words: ['sweep', '--on', '2026-09-13'], says: 'Er is al geveegd tot en met 2026-09-15.' },
  ])('refuse $words with code 2 and a sentence', async ({ words, says }) => {
    expect(await call(...words, '--json')).toEqual({ code: 2, out: '', err: expect.stringContaining(says) });
  });
});
