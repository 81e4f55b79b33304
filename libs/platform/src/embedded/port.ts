import fs from 'node:fs';
import { portOn } from '../lifecycle/listening.ts';
import type { Folder } from './folder.ts';

const HERE = '127.0.0.1';

/** The same port as last time when it is free, so that open pools find the server again; otherwise another, kept for next time. */
export async function portFor(folder: Folder): Promise<number> {
  const last = fs.existsSync(folder.port) ? Number(fs.readFileSync(folder.port, 'utf8')) : 0;
  const port = await portOn(HERE, last).catch(() => portOn(HERE, 0));
  fs.writeFileSync(folder.port, String(port));
  return port;
}
