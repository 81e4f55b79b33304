import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { openFolder } from './folder.ts';

describe('the data folder', () => {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'overstap-folder-'));
  afterAll(() => fs.rmSync(made, { recursive: true }));

  it('is made with all folders above it, for nobody else to read', () => {
    const folder = path.join(made, 'one', 'two');
    expect(openFolder(folder).root).toBe(folder);
    expect(fs.statSync(folder).mode & 0o077).toBe(0);
    expect(() => openFolder(folder)).not.toThrow();
  });

  it.each(['/proc/nowhere/data', path.join(import.meta.dirname, 'folder.ts', 'data')])('is refused with a sentence where no folder can be made: %s', (folder) => {
    expect(() => openFolder(folder)).toThrow(CannotGoOn);
    expect(() => openFolder(folder)).toThrow('Kies een andere met OVERSTAP_DATA.');
  });
});
