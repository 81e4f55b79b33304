import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildOnce, serversOn } from '../support/folder-user.ts';
import { dataFolder, overstap, startService, stopFirstStart, usedFolder } from '../support/programs.ts';

describe('the service', () => {
  let OVERSTAP_DATA: string;

  beforeAll(buildOnce);
  beforeEach(async () => {
    OVERSTAP_DATA = await usedFolder();
  });
  afterEach(() => {
    for (const pid of serversOn(OVERSTAP_DATA)) process.kill(pid, 'SIGKILL');
    fs.rmSync(OVERSTAP_DATA, { recursive: true });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('answers when it says so, and ends with its database on %s', async (signal) => {
    const service = await startService({ OVERSTAP_DATA });
    expect(service.address).toMatch(/^http:\/\/localhost:[1-9]\d*$/);
    for (const path of ['/gezond', '/gereed']) expect(await ask(service.address + path)).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await service.end(signal)).toBe(0);
    expect(serversOn(OVERSTAP_DATA)).toEqual([]);
  });

  it('outlives its database, says so, and starts it again', async () => {
    const service = await startService({ OVERSTAP_DATA });
    const health = async (): Promise<number> => (await ask(`${service.address}/gezond`)).status;
    process.kill(Number(serversOn(OVERSTAP_DATA)[0]), 'SIGKILL');
    expect(await health()).toBe(503);
    while ((await health()) !== 200) await sleep(100);
    expect(await service.end('SIGINT')).toBe(0);
    expect(serversOn(OVERSTAP_DATA)).toEqual([]);
  });

  it('shares its database with a command, which a second service may not', async () => {
    const service = await startService({ OVERSTAP_DATA });
    await expect(startService({ OVERSTAP_DATA })).rejects.toThrow(/^Overstap draait al op de map .* \(proces \d+\)\..*\n$/);
    expect(await overstap(['migrate', '--json'], { OVERSTAP_DATA })).toMatchObject({ code: 0, out: '{"applied":[]}\n' });
    expect((await ask(`${service.address}/gezond`)).status).toBe(200);
    expect(await service.end('SIGINT')).toBe(0);
  });

  it('can be split into pages and work in the background, but not run beside its parts', async () => {
    const web = await startService({ OVERSTAP_DATA, OVERSTAP_ROLE: 'web' });
    const worker = await startService({ OVERSTAP_DATA, OVERSTAP_ROLE: 'worker' });
    await expect(startService({ OVERSTAP_DATA })).rejects.toThrow('Overstap draait al op de map');
    expect((await ask(`${web.address}/gezond`)).status).toBe(200);
    expect([await web.end('SIGTERM'), await worker.end('SIGTERM')]).toEqual([0, 0]);
    expect(serversOn(OVERSTAP_DATA)).toEqual([]);
  });

  it('keeps its database open when a command has another SESSION_SECRET', async () => {
    const service = await startService({ OVERSTAP_DATA, SESSION_SECRET: 'a'.repeat(32) });
    expect((await overstap(['migrate'], { OVERSTAP_DATA })).code).toBe(0);
    process.kill(Number(serversOn(OVERSTAP_DATA)[0]), 'SIGKILL');
    while ((await ask(`${service.address}/gezond`)).status !== 200) await sleep(100);
    expect(await service.end('SIGINT')).toBe(0);
  });

  it('names the port that is taken before it fills the example, and leaves nothing running', async () => {
    const service = await startService({ OVERSTAP_DATA });
    const other = dataFolder();
    const { port } = new URL(service.address);
    await expect(startService({ OVERSTAP_DATA: other, PORT: port, OVERSTAP_DEMO: 'region', SMTP_URL: '' })).rejects.toThrow(new RegExp(`^Poort ${port} is al in gebruik`));
    expect(serversOn(other)).toEqual([]);
    fs.rmSync(other, { recursive: true });
    await service.end('SIGINT');
  });

  it.each([['SIGTERM', 'data'], ['SIGINT', 'secret']] as const)('leaves no database running when it gets %s while it starts for the first time (%s)', async (signal, file) => {
    const empty = dataFolder();
    expect(await stopFirstStart(empty, file, signal)).toBe('');
    while (serversOn(empty).length) await sleep(50);
    const service = await startService({ OVERSTAP_DATA: empty });
    expect(await service.end('SIGINT')).toBe(0);
    fs.rmSync(empty, { recursive: true });
  });

  it('stops before it starts anything when a setting is wrong', async () => {
    const empty = dataFolder();
    await expect(startService({ OVERSTAP_DATA: empty, OVERSTAP_ROLE: 'wrok' })).rejects.toThrow('OVERSTAP_ROLE kan alleen all, web of worker zijn.');
    expect(fs.readdirSync(empty)).toEqual([]);
    fs.rmdirSync(empty);
  });
});

async function ask(url: string): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url);
  return { status: answer.status, body: await answer.json() };
}
