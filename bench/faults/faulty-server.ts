import net, { type AddressInfo, type Socket } from 'node:net';

const FAULTS = ['450', '550', 'hang', 'drop-before', 'drop-after', 'slow'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyServer {
  readonly port: number;
  /** How often each Message-ID was kept. */
  readonly kept: Map<string, number>;
  /** Message-IDs refused for good, by recipient. */
  readonly refused: Set<string>;
  readonly stop: () => void;
}

interface Talk {
  readonly socket: Socket;
  rest: string;
  inText: boolean;
  recipient: string;
  fault?: Fault;
}

const SLOW_MS = 1500;

/** A mail server that keeps what it gets and goes wrong as often as it is told to: one of the faults, in that share of the mails. */
export async function openFaultyServer(share: number): Promise<FaultyServer> {
  const kept = new Map<string, number>();
  const refused = new Set<string>();
  const server = net.createServer((socket) => greet({ socket, rest: '', inText: false, recipient: '' }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, kept, refused, stop: () => void server.close() };

  function greet(talk: Talk): void {
    talk.socket.setNoDelay(true).on('error', () => undefined);
    talk.socket.on('data', (chunk) => {
      talk.rest += chunk.toString('latin1');
      while (talk.inText ? endText(talk) : command(talk));
    });
    talk.socket.write('220 faulty\r\n');
  }

  function command(talk: Talk): boolean {
    const end = talk.rest.indexOf('\r\n');
    if (end < 0) return false;
    const line = talk.rest.slice(0, end);
    talk.rest = talk.rest.slice(end + 2);
    talk.socket.write(`${answer(talk, line)}\r\n`);
    return true;
  }

  function answer(talk: Talk, line: string): string {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') return '250-faulty\r\n250 PIPELINING';
    if (word === 'RCPT') return recipient(talk, line);
    if (word !== 'DATA') return word === 'QUIT' ? '221 bye' : '250 ok';
    if (!talk.recipient) return '503 no recipient';
    talk.inText = true;
    return '354 go';
  }

  function recipient(talk: Talk, line: string): string {
    const address = /<(.*)>/.exec(line)?.[1] ?? '';
    talk.fault = Math.random() < share ? FAULTS[Math.floor(Math.random() * FAULTS.length)] : undefined;
    talk.recipient = talk.fault === '450' || talk.fault === '550' ? '' : address;
    if (talk.fault === '550') refused.add(address);
    if (talk.recipient) return '250 ok';
    return talk.fault === '550' ? '550 5.1.1 unknown' : '450 4.2.0 greylisted';
  }

  function endText(talk: Talk): boolean {
    const end = talk.rest.indexOf('\r\n.\r\n');
    if (end < 0) return false;
    const text = talk.rest.slice(0, end);
    talk.rest = talk.rest.slice(end + 5);
    talk.inText = false;
    const { fault, socket } = talk;
    if (fault === 'drop-before') return socket.destroy().connecting;
    const id = /^Message-ID: (.*)$/im.exec(text)?.[1]?.trim() ?? '';
    kept.set(id, (kept.get(id) ?? 0) + 1);
    if (fault === 'hang') return false;
    if (fault === 'drop-after') return socket.destroy().connecting;
    setTimeout(() => socket.write('250 kept\r\n'), fault === 'slow' ? SLOW_MS : 0);
    return true;
  }
}
