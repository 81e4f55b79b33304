import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import type { SmtpSettings } from '../config/smtp-url.ts';
import type { Mailbox } from './mailbox.ts';

export interface ServedMailbox {
  readonly smtp: SmtpSettings;
  readonly stop: () => Promise<void>;
}

/** A mail server on this machine only, which keeps what it gets and sends nothing on: real SMTP up to the last step. */
export async function serveMailbox(mailbox: Mailbox): Promise<ServedMailbox> {
  const keep = callbackify(async (raw: Readable) => mailbox.add(await buffer(raw)));
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1000,
    onData: (stream, _session, done) => keep(stream, done),
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    smtp: { host: '127.0.0.1', port, secure: false, ignoreTLS: true },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
