import net from 'node:net';
import { CannotGoOn } from './cannot-go-on.ts';

/** The port on which a server could listen at this moment: the one asked for, or a free one for 0. Throws, for people, why there is none. */
export function portOn(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => {
      const { port: found } = server.address() as net.AddressInfo;
      server.close(() => resolve(found));
    });
  });
}

export function cannotListen(error: unknown, host: string, port: number): CannotGoOn {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return new CannotGoOn(`Poort ${port} is al in gebruik: kies een andere met PORT, of stop wie hem gebruikt.`);
  if (code === 'EACCES') return new CannotGoOn(`Poort ${port} is hier niet toegestaan: kies er met PORT een boven 1023.`);
  return new CannotGoOn(`Op ${host} kan niet worden geluisterd (${code ?? 'onbekend'}): kijk HOST en PORT na.`);
}
