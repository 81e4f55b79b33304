import fs from 'node:fs';
import net from 'node:net';
import type { Folder } from './folder.ts';

/** The same port as last time when it is free, so that open pools find the server again; otherwise another, kept for next time. */
export async function portFor(folder: Folder): Promise<number> {
  const last = fs.existsSync(folder.port) ? Number(fs.readFileSync(folder.port, 'utf8')) : 0;
  const port = (await tryPort(last)) ?? (await freePort());
  fs.writeFileSync(folder.port, String(port));
  return port;
}

/** A port that nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const port = await tryPort(0, host);
  if (port === undefined) throw new Error(`No free port on ${host}`);
  return port;
}

function tryPort(port: number, host = '127.0.0.1'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const { port: found } = server.address() as net.AddressInfo;
      server.close(() => resolve(found));
    });
  });
}
