import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { closesUnused } from './unused-connections.ts';

it('closes a connection that asked nothing, and lets who asked have the answer', async () => {
  let answer = (): void => undefined;
  const server = http.createServer((_request, reply) => void (answer = () => reply.end('klaar')));
  const close = closesUnused(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const unused = net.connect(port, '127.0.0.1');
  await new Promise((connected) => unused.once('connect', connected));
  const asked = fetch(`http://127.0.0.1:${port}/`);
  await new Promise((received) => server.once('request', received));
  const gone = new Promise((closed) => unused.once('close', closed));
  const stopped = new Promise((done) => server.close(done));
  close();
  await gone;
  answer();
  expect(await (await asked).text()).toBe('klaar');
  await stopped;
});
