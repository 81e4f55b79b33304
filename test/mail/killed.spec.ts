import { setTimeout as sleep } from 'node:timers/promises';
import { buildOnce } from '../support/folder-user.ts';
import { openMailRoom, type MailRoom } from './mail-room.ts';
import { startSending, type SendingProcess } from './sending-process.ts';

const [MAILS, KILLS, CONNECTIONS] = [240, 3, 10];

describe('a worker that is killed while it sends', () => {
  let room: MailRoom;

  beforeAll(buildOnce);
  beforeEach(async () => {
    room = await openMailRoom();
  });
  afterEach(() => room.close());

  const start = (): SendingProcess => startSending(room.office.smtp, room.database, { leaseSeconds: 1 });
  const keptAtLeast = async (count: number): Promise<void> => {
    while (room.office.kept.length < count) await sleep(5);
  };

  it('loses no mail, and no mail gets a second Message-ID', async () => {
    await room.queueAll(MAILS, (n) => `mentor${n}@school${n % 9}.example`);
    let sending = start();
    for (let kill = 1; kill <= KILLS; kill++) {
      await keptAtLeast((kill * MAILS) / (KILLS + 1));
      const next = start();
      await sending.kill();
      sending = next;
    }
    while ((await room.mails()).some(({ state }) => state !== 'sent')) await sleep(50);
    await sending.kill();
    const expected = (await room.mails()).map(({ id, to_address }) => `${String(to_address)} <mail-${id}@overstap.example>`);
    const copies = room.office.kept.map(({ to, messageId }) => `${to![0]!.address} ${messageId}`);
    expect(new Set(copies)).toEqual(new Set(expected));
    expect(copies.length - MAILS).toBeLessThanOrEqual(KILLS * CONNECTIONS);
  });
});
