import type { DeadMail } from '#platform';
import { openMailRoom, type MailRoom } from './mail-room.ts';

describe('a mail server that', () => {
  let room: MailRoom;

  beforeEach(async () => {
    room = await openMailRoom();
  });
  afterEach(() => room.close());

  it('asks to come back later is asked again after a growing gap', async () => {
    await room.queue('mentor@school.example');
    const { mailer } = await room.sender();
    const gaps: number[] = [];
    for (room.office.greylist = 3; room.office.greylist; ) {
      expect(await mailer.deliver()).toEqual({ sent: 0, retrying: 1, failed: 0 });
      gaps.push((await room.mails())[0]!.gap);
      await room.pass('15 minutes');
    }
    expect(gaps.map((gap, n) => gap > 44 * 2 ** n && gap < 76 * 2 ** n)).toEqual([true, true, true]);
    await mailer.deliver();
    expect((await room.mails())[0]).toMatchObject({ state: 'sent', attempts: 4, last_error: null });
    expect(room.office.kept).toHaveLength(1);
  });

  it('does not know the address is not asked again, and somebody hears of it in its own words', async () => {
    const heard: DeadMail[] = [];
    const id = await room.queue('unknown@school.example');
    const { mailer } = await room.sender({ whenDead: async (_sql, mail) => void heard.push(mail) });
    expect(await mailer.deliver()).toEqual({ sent: 0, retrying: 0, failed: 1 });
    expect(await room.mails()).toEqual([
      expect.objectContaining({
        state: 'dead',
        last_error: 'De mailserver weigert dit adres: 550 5.1.1 <unknown@school.example> unknown here',
      }),
    ]);
    expect(heard).toEqual([{ id, addressRefused: true }]);
    await room.pass('4 days');
    expect(await mailer.deliver()).toEqual({ sent: 0, retrying: 0, failed: 0 });
  });

  it('refuses the text is not taken for one that does not know the address', async () => {
    const heard: DeadMail[] = [];
    const id = await room.queue('spam@school.example');
    const { mailer } = await room.sender({ whenDead: async (_sql, mail) => void heard.push(mail) });
    await mailer.deliver();
    expect(heard).toEqual([{ id, addressRefused: false }]);
  });

  it('says 421 to whoever connects costs no mail a try', async () => {
    await room.queue('mentor@school.example');
    room.office.closed = true;
    const { mailer } = await room.sender();
    expect(await mailer.deliverAll()).toEqual({ sent: 0, retrying: 1, failed: 0 });
    expect((await room.mails())[0]).toMatchObject({ state: 'queued', attempts: 0 });
    room.office.closed = false;
    expect(await (await room.sender()).mailer.deliver()).toMatchObject({ sent: 1 });
  });

  it('is down for a while gets everything once it is back', async () => {
    await room.queueAll(50, (n) => `mentor${n}@school.example`);
    await room.office.stop();
    const { mailer } = await room.sender();
    expect(await mailer.deliverAll()).toEqual({ sent: 0, retrying: 50, failed: 0 });
    await room.office.reopen();
    expect(await (await room.sender()).mailer.deliver()).toMatchObject({ sent: 50 });
    expect(room.office.kept).toHaveLength(50);
  });

  it.each(['drop-before', 'drop-after', 'hang'])('breaks off (%s) gets the same mail again, under the same Message-ID', async (fault) => {
    const id = await room.queue(`${fault}@school.example`);
    await room.queue('mentor@other.example');
    const { mailer } = await room.sender();
    expect(await mailer.deliver()).toEqual({ sent: 1, retrying: 1, failed: 0 });
    expect((await room.mails()).find((mail) => mail.id === id)).toMatchObject({ state: 'queued', may_have_arrived: true });
    await room.pass('2 minutes');
    await mailer.deliver();
    const copies = room.office.kept.filter(({ to }) => to![0]!.address!.startsWith(fault));
    expect(new Set(copies.map(({ messageId }) => messageId))).toEqual(new Set(fault === 'drop-before' ? [] : [`<mail-${id}@overstap.example>`]));
  });

  it('never takes a mail in three days is given up; the reason says that it may have arrived', async () => {
    await room.queue('drop-after@school.example');
    const { mailer } = await room.sender();
    await mailer.deliver();
    await room.pass('71 hours');
    expect(await mailer.deliver()).toMatchObject({ retrying: 1 });
    await room.pass('4 hours');
    expect(await mailer.deliver()).toMatchObject({ failed: 1 });
    expect((await room.mails())[0]!.last_error).toBe(
      'Drie dagen lang niet gelukt. De verbinding met de mailserver brak af. Misschien is de mail toch aangekomen.',
    );
  });

  it('hangs for one destination does not hold up the others', async () => {
    await room.queueAll(30, (n) => `hang${n}@dead.example`);
    await room.queueAll(120, (n) => `mentor${n}@school.example`);
    const { mailer, stop } = await room.sender({ patience: 60_000 });
    const delivering = mailer.deliver();
    while (room.office.kept.filter(({ to }) => to![0]!.address!.startsWith('mentor')).length < 120) await new Promise((soon) => setTimeout(soon, 10));
    await stop();
    expect(await delivering).toMatchObject({ sent: 120, failed: 0 });
  });
});
