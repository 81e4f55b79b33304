import net, { type AddressInfo } from 'node:net';
import { openPool, withClient } from './pool.ts';

const LOGGED_IN = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))]);
const ENDING = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0'));

describe('a pool', () => {
  it('outlives a database that ends in the breath in which it lets somebody in', async () => {
    const database = net.createServer((socket) => socket.once('data', () => socket.end(Buffer.concat([LOGGED_IN, ENDING]))));
    await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
    const pool = openPool(`postgres://somebody@127.0.0.1:${(database.address() as AddressInfo).port}/overstap`, { max: 1, pipeline: false });
    await expect(withClient(pool, (client) => client.query('select 1'))).rejects.toThrow('not queryable');
    await pool.end();
    database.close();
  });
});

/** As PostgreSQL's protocol has it: a letter, the length of what follows with itself, and what follows. */
function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}
