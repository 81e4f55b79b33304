import { setTimeout as sleep } from 'node:timers/promises';
import { Closers } from './closers.ts';

describe('what was opened', () => {
  it('closes in the opposite order, and who closes at the same time waits for all of it', async () => {
    const closed: string[] = [];
    const closers = new Closers();
    closers.add(() => sleep(5).then(() => closed.push('database')));
    closers.add(() => closed.push('pools'));
    const seen = async (): Promise<string[]> => closers.close().then(() => [...closed]);
    const all = ['pools', 'database'];
    expect(await Promise.all([seen(), seen()])).toEqual([all, all]);
  });

  it('closes what was opened after a close that is still busy', async () => {
    const closed: string[] = [];
    const closers = new Closers();
    closers.add(() => closed.push('pools'));
    const first = closers.close();
    closers.add(() => closed.push('late'));
    await Promise.all([first, closers.close()]);
    expect(closed.toSorted()).toEqual(['late', 'pools']);
  });
});
