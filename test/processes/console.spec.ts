import fs from 'node:fs';
import path from 'node:path';
import { migrations } from '#migrations';
import { serversOn, useFolder } from '../support/folder-user.ts';
import { dataFolder, overstap, usedFolder } from '../support/programs.ts';

const OVERSTAP_DATA = dataFolder();
const call = (...words: string[]) => overstap(words, { OVERSTAP_DATA });

describe('bin/overstap', () => {
  afterAll(() => fs.rmSync(OVERSTAP_DATA, { recursive: true }));

  it('builds the schema once, also when two begin at the same moment, and leaves nothing running', async () => {
    const both = await Promise.all([call('migrate', '--json'), call('migrate', '--json')]);
    const applied = both.flatMap(({ out }) => (JSON.parse(out) as { applied: string[] }).applied);
    expect(applied).toEqual(migrations.map(({ name }) => name));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(serversOn(OVERSTAP_DATA)).toEqual([]);
  });

  it('tells a person in Dutch', async () => {
    expect(await call('migrate')).toEqual({ code: 0, out: 'De database was al bij.\n', err: '' });
  });

  it.each([
    { words: ['--help'], says: 'bin/overstap OPDRACHT' },
    { words: ['migrate', '--help'], says: 'Gebruik: bin/overstap migrate' },
  ])('explains itself: $words', async ({ words, says }) => {
    expect(await call(...words)).toEqual({ code: 0, out: expect.stringContaining(says), err: '' });
  });

  it.each([
    { words: [], says: 'bin/overstap OPDRACHT' },
    { words: ['verhuis'], says: 'De opdracht verhuis bestaat niet.' },
    { words: ['migrate', '--snel'], says: 'De optie --snel bestaat hier niet.' },
    { words: ['migrate', '--json=ja'], says: 'De optie --json neemt geen waarde.' },
    { words: ['migrate', 'alles'], says: 'migrate neemt geen argumenten.' },
  ])('refuses wrong use with code 2 and a sentence: $words', async ({ words, says }) => {
    expect(await call(...words)).toEqual({ code: 2, out: '', err: expect.stringContaining(says) });
  });

  it('refuses a wrong setting with code 2', async () => {
    const { code, err } = await overstap(['migrate'], { OVERSTAP_DATA, LOG_LEVEL: 'luid' });
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^LOG_LEVEL kan alleen .*\n$/) });
  });

  it('says with code 3 that a database cannot be reached, and not with which password', async () => {
    const settings = { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/x', SESSION_SECRET: 'x'.repeat(32) };
    const { code, out, err } = await overstap(['migrate', '--json'], settings);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('De database is niet bereikbaar');
    expect(err).not.toContain('geheim');
  });

  it('makes an account and hands out a link that works once, a quarter of an hour long', async () => {
    const folder = await usedFolder();
    const server = await useFolder(folder, 'command');
    const ask = (...words: string[]) => overstap(words, { OVERSTAP_DATA: folder });
    try {
      await ask('import', 'organisaties', path.resolve('examples/ijssel-vecht/organisaties.csv'));
      const added = await ask('account', 'add', 'Decaan@School.example', '--role', 'decaan', '--for', '90AK00', '--json');
      expect(JSON.parse(added.out)).toEqual({ email: 'decaan@school.example', role: 'decaan', for: '90AK00' });
      const made = JSON.parse((await ask('account', 'link', 'decaan@school.example', '--json')).out) as { link: string };
      expect(made.link).toMatch(/^http:\/\/localhost:3000\/inloggen\/link\/[\w-]{43}$/);
      expect(await ask('account', 'add', 'x@school.example', '--role', 'baas', '--for', '90AK00')).toMatchObject({ code: 2 });
      expect(await ask('account', 'add', 'x@school.example', '--role', 'intaker', '--for', '90AK00')).toMatchObject({ code: 2 });
      expect(await ask('account', 'link', 'niemand@school.example')).toMatchObject({ code: 3, out: '' });
      expect(await overstap(['account', 'link', 'decaan@school.example'], { OVERSTAP_DATA: folder, PORT: '0' })).toMatchObject({ code: 2, out: '' });
      expect(JSON.parse((await ask('account', 'reset-second-factor', 'Decaan@school.example', '--json')).out)).toEqual({ email: 'decaan@school.example', reset: true });
      expect(await ask('account', 'reset-second-factor', 'niemand@school.example')).toMatchObject({ code: 3, out: '' });
      expect(await ask('account', 'unbind', 'decaan@school.example')).toMatchObject({ code: 0, out: expect.stringContaining('zat niet aan een aanmelddienst vast') });
      expect(await ask('account', 'unbind', 'niemand@school.example')).toMatchObject({ code: 3, out: '' });
    } finally {
      await server.leave();
      fs.rmSync(folder, { recursive: true });
    }
  });
});
