import { openPool, Tx, WORKER, type MailHandler } from '#platform';
import { openMailRoom, type MailRoom } from './mail-room.ts';

describe('a mail in the outbox', () => {
  let room: MailRoom;

  beforeEach(async () => {
    room = await openMailRoom();
  });
  afterEach(() => room.close());

  it('goes out once, as text and as HTML, under a Message-ID that is its own', async () => {
    const id = await room.queue('mentor@school.example');
    const { mailer } = await room.sender();
    expect(await mailer.deliver()).toEqual({ sent: 1, retrying: 0, failed: 0 });
    expect(await mailer.deliver()).toEqual({ sent: 0, retrying: 0, failed: 0 });
    const [mail, ...others] = room.office.kept;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ messageId: `<mail-${id}@overstap.example>`, subject: 'Inloggen bij Overstap' });
    expect(mail!.from).toEqual({ name: 'Overstap', address: 'overstap@overstap.example' });
    expect(mail!.text).toContain('https://overstap.example/inloggen/link/abc');
    expect(mail!.html).toContain('href="https://overstap.example/inloggen/link/abc"');
    expect(mail!.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
    expect(await room.mails()).toEqual([expect.objectContaining({ state: 'sent', server_said: '250 Kept as 1', attempts: 1 })]);
  });

  it('does not exist when the change that it tells of is rolled back', async () => {
    const pool = openPool(room.database.workerUrl, { max: 1, pipeline: false });
    const tx = new Tx(pool, room.database.rolePrefix);
    const failing = tx.run(WORKER, async (sql) => {
      await sql(`insert into app.mail (to_address, template, day) values ('mentor@school.example', 'sign-in', '2026-09-14')`);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    await pool.end();
    await (await room.sender()).mailer.deliver();
    expect(room.office.kept).toEqual([]);
  });

  it('is looked at once more before it goes, and dropped when there is nothing left to tell', async () => {
    const lookAgain: MailHandler = async (_sql, { to }) => (to.startsWith('late') ? 'dropped' : { link: 'https://fresh.example', code: 'x', minutes: 1 });
    await room.queue('late@school.example');
    await room.queue('mentor@school.example');
    const { mailer } = await room.sender({ handlers: new Map([['sign-in', lookAgain]]) });
    await mailer.deliver();
    expect(room.office.kept.map(({ to, text }) => [to![0]!.address, text!.includes('https://fresh.example')])).toEqual([['mentor@school.example', true]]);
    expect((await room.mails()).map(({ to_address, state }) => [to_address, state])).toEqual([
      ['late@school.example', 'dropped'],
      ['mentor@school.example', 'sent'],
    ]);
  });

  it('goes although the page of another cannot be made; that one is tried again', async () => {
    const sometimes: MailHandler = async (sql, { to, page }) => (to.startsWith('broken') ? (await sql('select 1/0'))[0]! : page);
    await room.queue('broken@school.example');
    await room.queue('mentor@school.example');
    const { mailer } = await room.sender({ handlers: new Map([['sign-in', sometimes]]) });
    expect(await mailer.deliver()).toEqual({ sent: 1, retrying: 1, failed: 0 });
    expect((await room.mails())[0]).toMatchObject({ state: 'queued', last_error: 'De mail kon niet worden gemaakt.' });
  });

  it('that holds a secret keeps it no longer than needed', async () => {
    await room.queue('mentor@school.example', { expires: '15 minutes' });
    await room.queue('unknown@school.example', { expires: '15 minutes' });
    await (await room.sender()).mailer.deliver();
    expect((await room.mails()).map(({ state, page }) => [state, page])).toEqual([
      ['sent', {}],
      ['dead', {}],
    ]);
  });

  it('that holds a link which no longer works is not sent', async () => {
    await room.queue('mentor@school.example', { expires: '15 minutes' });
    await room.pass('16 minutes');
    await (await room.sender()).mailer.deliver();
    expect(await room.mails()).toEqual([expect.objectContaining({ state: 'dropped', page: {} })]);
    expect(room.office.kept).toEqual([]);
  });

  it('cannot be given another recipient or header by a name or an address', async () => {
    const evil = 'School\r\nBcc: thief@evil.example';
    await room.queue('mentor@school.example', { page: { link: 'x', code: 'x', minutes: 1, onBehalfOf: evil } });
    await room.queue('a@school.example, thief@evil.example');
    await room.queue('a@school.example\r\nRCPT TO:<thief@evil.example>');
    await (await room.sender()).mailer.deliver();
    expect(room.office.kept).toHaveLength(1);
    expect(room.office.kept[0]!.bcc).toBeUndefined();
    expect(room.office.kept[0]!.from).toMatchObject({ address: 'overstap@overstap.example' });
    expect((await room.mails()).filter(({ state }) => state === 'dead')).toHaveLength(2);
  });

  it('goes out once when two workers send at the same time', async () => {
    await room.queueAll(300, (n) => `mentor${n}@school${n % 7}.example`);
    const senders = await Promise.all([room.sender({ patience: 5000 }), room.sender({ patience: 5000 })]);
    const delivered = await Promise.all(senders.map(({ mailer }) => mailer.deliver()));
    expect(delivered[0]!.sent + delivered[1]!.sent).toBe(300);
    expect(new Set(room.office.kept.map(({ messageId }) => messageId)).size).toBe(300);
    expect(room.office.kept).toHaveLength(300);
  });
});
