import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const KEPT = 2000;
const NAME = /^\d{15}-[0-9a-f-]{36}\.eml$/;

/** Mails as files, so that they outlive a restart and any process may look or add. */
export class MailboxStore {
  constructor(private readonly folder: string) {}

  /** There or not there, never half. The oldest make room. */
  async add(raw: Buffer): Promise<void> {
    // Real time, not that of the clock: the order in which they came must hold when the day is moved.
    const moment = Math.round((performance.timeOrigin + performance.now()) * 10);
    const id = `${String(moment).padStart(15, '0')}-${randomUUID()}`;
    const unfinished = path.join(this.folder, `${id}.part`);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(unfinished, raw, { mode: 0o600 });
    await rename(unfinished, this.fileOf(id));
    const superfluous = (await this.ids()).slice(KEPT);
    await Promise.all(superfluous.map((old) => rm(this.fileOf(old), { force: true })));
  }

  /** Newest first; none before the first mail. */
  async ids(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => NAME.test(name)).map((name) => name.slice(0, -4)).toSorted().toReversed();
  }

  /** Undefined when there is none, whatever the id looks like. */
  async read(id: string): Promise<Buffer | undefined> {
    if (!NAME.test(`${id}.eml`)) return undefined;
    return readFile(this.fileOf(id)).catch(() => undefined);
  }

  private fileOf(id: string): string {
    return path.join(this.folder, `${id}.eml`);
  }
}
