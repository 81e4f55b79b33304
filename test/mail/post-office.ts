import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { SmtpSettings } from '#platform';

/** A mail server that accepts everything, except from those whose address says otherwise. */
export interface PostOffice {
  readonly smtp: SmtpSettings;
  /** What was kept, whatever the sender was told. */
  readonly kept: Email[];
  /** Everybody who connects hears 421. */
  closed: boolean;
  /** Sends away the next so many mails with 450. */
  greylist: number;
  stop(): Promise<void>;
  /** After stop: the same address again. */
  reopen(): Promise<void>;
}

type Reply = (error?: Error | null, said?: string) => void;

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode });

export async function openPostOffice(): Promise<PostOffice> {
  const kept: Email[] = [];
  let server = await listen(0);
  const { port } = server.server.address() as AddressInfo;
  const office: PostOffice = {
    smtp: { host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    kept,
    closed: false,
    greylist: 0,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
    reopen: async () => void (server = await listen(port)),
  };
  return office;

  function listen(at: number): Promise<SMTPServer> {
    const made = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 10,
      onConnect: (_session, reply) => reply(office.closed ? refusal(421, 'Too busy') : null),
      onRcptTo: ({ address }, _session, reply) => reply(refusedRecipient(address)),
      onData: (stream, session, reply) => void take(made, stream, session, reply),
    });
    made.on('error', () => undefined);
    made.server.on('connection', () => setImmediate(() => greetAtOnce(made)));
    return new Promise((listening) => made.listen(at, '127.0.0.1', () => listening(made)));
  }

  function refusedRecipient(address: string): Error | null {
    if (office.greylist > 0 && office.greylist--) return refusal(450, 'Greylisted, try again');
    return address.startsWith('unknown') ? refusal(550, `5.1.1 <${address}> unknown here`) : null;
  }

  async function take(from: SMTPServer, stream: Readable, session: SMTPServerSession, reply: Reply): Promise<void> {
    const [to = ''] = session.envelope.rcptTo.map(({ address }) => address);
    const raw = await buffer(stream).catch(() => undefined);
    if (!raw) return;
    if (to.startsWith('spam')) return reply(refusal(554, 'Looks like spam'));
    if (to.startsWith('drop-before')) return socketOf(from, session).destroy() as unknown as void;
    kept.push(await PostalMime.parse(raw));
    if (to.startsWith('hang')) return;
    if (to.startsWith('drop-after')) return socketOf(from, session).destroy() as unknown as void;
    reply(null, `Kept as ${kept.length}`);
  }
}

interface Connection {
  readonly id: string;
  readonly _socket: Socket;
  connectionReady(): void;
}

const connectionsOf = (server: SMTPServer): Connection[] => [...(server as unknown as { connections: Set<Connection> }).connections];

const socketOf = (server: SMTPServer, { id }: SMTPServerSession): Socket => connectionsOf(server).find((connection) => connection.id === id)!._socket;

/** The library keeps everybody waiting for a tenth of a second, to catch who talks too soon: half a minute in a year of mails. */
function greetAtOnce(server: SMTPServer): void {
  for (const connection of connectionsOf(server)) {
    if (Object.hasOwn(connection, 'connectionReady')) continue;
    connection.connectionReady();
    connection.connectionReady = () => undefined;
  }
}
