import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Browsers open a connection before they need it. One that never asked anything is not idle to Node, which then waits a minute for it when
 * the server stops. Gives what closes those; who waits for an answer gets it.
 */
export function closesUnused(server: Server): () => void {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }) => unused.delete(socket));
  return () => {
    for (const socket of unused) socket.destroy();
  };
}
