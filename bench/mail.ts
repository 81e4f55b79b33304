// Outbox to SMTP against a bare nodemailer pool that sends the same mails, in turn (goal P8: at least 0.9).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import nodemailer from 'nodemailer';
import { asQueued, Clock, openMail, render } from '#platform';
import { benchDatabase } from './support/database.ts';

const [MAILS, ROUNDS, CONNECTIONS] = [2000, 3, 10];
const mailFrom = 'Overstap <overstap@overstap.example>';
const page = { link: 'https://overstap.example/inloggen/link/abc', code: 'ABCD-EFGH', minutes: 15 };

const sink = fork(new URL('support/sink.mjs', import.meta.url));
const [port] = (await once(sink, 'message')) as [number];
const smtp = { host: '127.0.0.1', port, secure: false, ignoreTLS: true };

const database = await benchDatabase();
const config = { smtp, mailFrom, dataFolder: '' };
const handlers = new Map([['sign-in', asQueued]]);
const mail = await openMail({ config, database, clock: new Clock(), handlers, whenDead: async () => undefined, connections: CONNECTIONS });

const addressOf = (n: number): string => `mentor${n}@school${n % 40}.example`;
const addresses = Array.from({ length: MAILS }, (_, n) => addressOf(n));

async function perSecond(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (MAILS * 1000) / (performance.now() - start);
}

async function pool(): Promise<void> {
  const transport = nodemailer.createTransport({ pool: true, maxConnections: CONNECTIONS, ...smtp });
  const fill = (kind: string): string => render(`mails/sign-in.${kind}`, page);
  await Promise.all(
    addresses.map((to) => transport.sendMail({ from: mailFrom, to, subject: fill('subject.txt').trim(), text: fill('txt'), html: fill('html') })),
  );
  transport.close();
}

async function outbox(): Promise<void> {
  const { sent } = await mail.mailer.deliver();
  if (sent !== MAILS) throw new Error(`${sent} sent`);
}

const queue = (): Promise<unknown> =>
  database.ask(`insert into app.mail (to_address, template, day, page) select unnest($1::text[]), 'sign-in', '2026-09-14', $2`, [addresses, page]);

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const rates: { pool: number; outbox: number }[] = [];
for (let round = 0; round <= ROUNDS; round++) {
  await queue();
  const rate = { pool: await perSecond(pool), outbox: await perSecond(outbox) };
  if (round) rates.push(rate);
}
const ratio = median(rates.map((rate) => rate.outbox / rate.pool));
const [poolRate, outboxRate] = [median(rates.map((rate) => rate.pool)), median(rates.map((rate) => rate.outbox))];
console.log(
  `${ratio >= 0.9 ? 'pass' : 'fail'}  P8  outbox to SMTP ${outboxRate.toFixed(0)}/s, bare pool ${poolRate.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (goal 0.90)`,
);
await mail.stop();
await database.close();
sink.disconnect();
