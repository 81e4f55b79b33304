import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { identityOf, isRunning } from './process.ts';

const PATIENCE_MS = 180_000;

/** One process at a time, across processes; what a killed one held is freed by who comes next. */
export async function withMutex<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !tryLink(file); ) {
    const holder = holderOf(file);
    if (holder && !isRunning(holder)) await free(file, holder);
    else await sleep(20);
    if (performance.now() > end) throw new CannotGoOn(`Een ander proces (${holder ?? 'onbekend'}) houdt ${file} te lang vast. Stop dat eerst.`);
  }
}

/** Freeing is done under a mutex named after the dead holder: otherwise a slow one would free what a new holder has just taken. */
async function free(file: string, holder: string): Promise<void> {
  await withMutex(`${file}.${holder}`, async () => {
    if (holderOf(file) === holder) fs.rmSync(file);
  });
}

/** A link appears whole or not at all, and never over another file. */
function tryLink(file: string): boolean {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    fs.writeFileSync(own, identityOf(process.pid));
    fs.linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(own, { force: true });
  }
}

function holderOf(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
