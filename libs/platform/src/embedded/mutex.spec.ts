import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withMutex } from './mutex.ts';
import { identityOf } from './process.ts';

describe('the mutex of a data folder', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mutex-'));
    file = path.join(folder, 'mutex');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('lets one in at a time and leaves nothing', async () => {
    let inside = 0;
    const visit = () =>
      withMutex(file, async () => {
        expect(++inside).toBe(1);
        await sleep(1);
        inside--;
      });
    await Promise.all(Array.from({ length: 10 }, visit));
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is free again when the work throws', async () => {
    await expect(withMutex(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withMutex(file, async () => 'in')).toBe('in');
  });

  it('is freed after a holder that was killed, and after who was killed while freeing', async () => {
    const [holder, freer] = [await deadIdentity(), await deadIdentity()];
    fs.writeFileSync(file, holder);
    fs.writeFileSync(`${file}.${holder}`, freer);
    expect(await Promise.all([1, 2, 3].map((n) => withMutex(file, async () => n)))).toEqual([1, 2, 3]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is freed after a holder whose number was given to another process', async () => {
    fs.writeFileSync(file, identityOf(process.pid).replace(/\d+$/, '1'));
    expect(await withMutex(file, async () => 'in')).toBe('in');
  });
});

async function deadIdentity(): Promise<string> {
  const child = spawn('sleep', ['60']);
  const identity = identityOf(Number(child.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  return identity;
}
