import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { buildOnce, serversOn, useFolder } from '../../../../test/support/folder-user.ts';

describe('processes on one data folder', () => {
  let folder: string;

  beforeAll(buildOnce);
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(fs.existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir(), 'overstap-join-'));
  });
  afterEach(() => {
    for (const pid of serversOn(folder)) process.kill(pid, 'SIGKILL');
    fs.rmSync(folder, { recursive: true });
  });

  it('share one server when they start at the same moment, and the last one out stops it', async () => {
    const [one, two] = await Promise.all([useFolder(folder, 'command'), useFolder(folder, 'command')]);
    expect(two.url).toBe(one.url);
    expect([one.how, two.how].sort()).toEqual(['joined', 'started']);
    await one.leave();
    expect(await answers(two.url)).toBe(true);
    await two.leave();
    expect(serversOn(folder)).toEqual([]);
    expect(fs.readdirSync(path.join(folder, 'users'))).toEqual([]);
  });

  it('take over the server of one that was killed, and stop it', async () => {
    const killed = await useFolder(folder, 'service');
    await killed.kill();
    expect(serversOn(folder)).toHaveLength(1);
    const next = await useFolder(folder, 'service');
    expect(next).toMatchObject({ how: 'joined', url: killed.url });
    await next.leave();
    expect(serversOn(folder)).toEqual([]);
  });

  it('refuse a second service and leave the first alone', async () => {
    const first = await useFolder(folder, 'service');
    await expect(useFolder(folder, 'service')).rejects.toThrow(`Overstap draait al op de map ${folder} (proces ${first.pid}).`);
    expect(await answers(first.url)).toBe(true);
    await first.leave();
    expect(serversOn(folder)).toEqual([]);
  });

  it('let a command finish when the service goes first', async () => {
    const service = await useFolder(folder, 'service');
    const command = await useFolder(folder, 'command');
    await service.leave();
    expect(await answers(command.url)).toBe(true);
    await command.leave();
    expect(serversOn(folder)).toEqual([]);
  });

  it('keep the server up under a service, at the same address', async () => {
    const service = await useFolder(folder, 'service');
    const [before] = serversOn(folder);
    process.kill(Number(before), 'SIGKILL');
    while ([before, undefined].includes(serversOn(folder)[0]) || !(await answers(service.url))) await sleep(50);
    await service.leave();
    expect(serversOn(folder)).toEqual([]);
  });

  it('begin anew when making the database was broken off', async () => {
    fs.mkdirSync(path.join(folder, 'initdb-broken'));
    fs.writeFileSync(path.join(folder, 'initdb-broken/PG_VERSION'), '18\n');
    const user = await useFolder(folder, 'command');
    expect(await answers(user.url)).toBe(true);
    await user.leave();
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('initdb-'))).toEqual([]);
  });

  it('say so when the folder is of another PostgreSQL', async () => {
    fs.mkdirSync(path.join(folder, 'data'));
    fs.writeFileSync(path.join(folder, 'data/PG_VERSION'), '17\n');
    await expect(useFolder(folder, 'command')).rejects.toThrow('is van PostgreSQL 17');
  });
});

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('select 1')).rowCount === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
