import fs from 'node:fs';
import path from 'node:path';
import { identityOf, isRunning } from './process.ts';

const KINDS = ['service', 'part', 'command'] as const;

/** A service has the folder to itself, as services go; its parts (web, worker) share it; commands come and go beside both. */
export type UserKind = (typeof KINDS)[number];

export interface User {
  readonly pid: number;
  readonly kind: UserKind;
}

let made = 0;

/** Who uses a data folder: one empty file each. Only touched under the folder's mutex. */
export class Users {
  constructor(private readonly folder: string) {
    fs.mkdirSync(folder, { recursive: true });
  }

  /** The ones that are alive; entries of the others are cleared away. */
  list(): User[] {
    const names = fs.readdirSync(this.folder);
    for (const name of names.filter(isGone)) this.remove(name);
    return names.filter((name) => !isGone(name)).map(read);
  }

  /** Returns the name to remove again. */
  add(kind: UserKind): string {
    const name = `${identityOf(process.pid)}.${kind}.${made++}`;
    fs.writeFileSync(path.join(this.folder, name), '');
    return name;
  }

  remove(name: string): void {
    fs.rmSync(path.join(this.folder, name), { force: true });
  }
}

const isGone = (name: string): boolean => !isRunning(name.split('.')[0] ?? '');

function read(name: string): User {
  const kind = KINDS.find((known) => known === name.split('.')[1]);
  return { pid: Number.parseInt(name, 10), kind: kind ?? 'command' };
}
