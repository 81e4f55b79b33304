import { Cases, sweep } from '#alerts';
import { letterOn, memberOf, newcomer, noShow, one, toldOn } from './post.ts';
import { world, type World } from './world.ts';

/** Friday and the days after it: start alerts know no weekend. */
const [DAY, NEXT, AFTER] = ['2026-09-11', '2026-09-12', '2026-09-13'];

describe('a desk hears that a colleague let go of a case', () => {
  let at: World;
  let id: string;
  afterEach(() => at.close());

  /** Ingrid has a case and lets go of it; Kim is her colleague, Mark works at another desk. */
  async function released(): Promise<void> {
    at = await world([one('abdi', noShow)]);
    await newcomer(at, 'kim', 'LPA-Zwolle', 'attendance-officer');
    await sweep(at.tx, DAY);
    id = (await at.sql<{ id: string }>('select id from app.desk_case'))[0]!.id;
    const cases = new Cases(at.web, { today: () => DAY });
    const ingrid = await at.member('ingrid');
    await cases.pickUp(ingrid, id);
    await Promise.all([1, 2].map(() => cases.release(ingrid, id)));
  }

  it('the next morning, all of that desk and nobody else, without a name', async () => {
    await released();
    await sweep(at.tx, NEXT);
    expect(await toldOn(at, NEXT)).toEqual(['ingrid: released no-show', 'kim: released no-show']);
    const mail = await letterOn(at, 'kim', NEXT);
    if (mail === 'dropped') throw new Error('dropped');
    expect(mail.subject).toBe('1 zaak is weer vrij');
    expect(mail.text).toMatch(/Weer vrij bij jouw bureau\n- Niet verschenen: 1 uit Zwolle \(zaak 1001\)\nSpreek af wie de zaak oppakt, uiterlijk dinsdag 15 september 2026\./);
    expect(mail.text).not.toMatch(/Sem|Berg|2010/);
  });

  it('once; and again when it is let go again', async () => {
    await released();
    for (const day of [NEXT, NEXT, AFTER]) await sweep(at.tx, day);
    expect(await toldOn(at, AFTER)).toEqual([]);
    const cases = new Cases(at.web, { today: () => AFTER });
    const ingrid = await at.member('ingrid');
    await cases.pickUp(ingrid, id);
    await cases.release(ingrid, id);
    await sweep(at.tx, '2026-09-14');
    expect(await toldOn(at, '2026-09-14')).toEqual(['ingrid: released no-show', 'kim: released no-show']);
  });

  it('once too when it was let go before the digest of that day', async () => {
    await released();
    const cases = new Cases(at.web, { today: () => NEXT });
    const ingrid = await at.member('ingrid');
    await cases.pickUp(ingrid, id);
    await cases.release(ingrid, id);
    for (const day of [NEXT, AFTER]) await sweep(at.tx, day);
    expect([await toldOn(at, NEXT), await toldOn(at, AFTER)]).toEqual([['ingrid: released no-show', 'kim: released no-show'], []]);
  });

  it('and the region, when that mail did not arrive', async () => {
    await released();
    await sweep(at.tx, NEXT);
    await at.sql(`update app.mail set state = 'dead' where to_address like 'kim%' and day = '${NEXT}'`);
    await sweep(at.tx, AFTER);
    expect(await toldOn(at, AFTER)).toContain('gijs: region no-show');
  });

  it('not who left, nor anybody once a colleague took it or it went to another desk', async () => {
    await released();
    await sweep(at.tx, NEXT);
    await at.sql(`update app.membership set ended_on = '${NEXT}' where id = ${memberOf('ingrid')}`);
    expect(await letterOn(at, 'ingrid', NEXT)).toBe('dropped');
    await new Cases(at.web, { today: () => NEXT }).pickUp(await at.member('kim'), id);
    expect(await letterOn(at, 'kim', NEXT)).toBe('dropped');
    await at.sql("update app.desk_case c set desk_id = o.id, owner_id = null from app.organisation o where o.code = 'LPA-Kampen'");
    await sweep(at.tx, AFTER);
    expect(await toldOn(at, AFTER)).toEqual(['mark: desk no-show']);
  });

  it('also when who had it is frozen, and of a case whose signal is gone, when nobody picks it up in time', async () => {
    await released();
    await new Cases(at.web, { today: () => DAY }).pickUp(await at.member('ingrid'), id);
    await at.sql("update app.account set last_used_at = case when email like 'ingrid@%' then '2024-01-01' else now() end");
    await at.sql(`select app.freeze_unused('2025-01-01', '${DAY}')`);
    expect(await at.sql("select source, audience from app.event where kind = 'case-released' order by id desc limit 1")).toEqual([{ source: 'sweep', audience: 'desk' }]);
    await sweep(at.tx, NEXT);
    expect(await toldOn(at, NEXT)).toEqual(['kim: released no-show']);
    await at.sql(`update app.signal set closed_on = '${NEXT}', closed_because = 'no-reason'`);
    expect(await at.sql("select o.code, clock from app.overdue_on('2026-09-15') join app.organisation o on o.id = organisation_id")).toEqual([]);
    expect(await at.sql("select o.code, clock from app.overdue_on('2026-09-16') join app.organisation o on o.id = organisation_id")).toEqual([{ code: 'LPA-Zwolle', clock: 'pick-up' }]);
  });

  it('not again who picks up a case of another desk that was offered: they heard of it already', async () => {
    at = await world([one('abdi', noShow)]);
    await newcomer(at, 'kim', 'DSP-10', 'doorstroompunt-officer');
    await sweep(at.tx, DAY);
    id = (await at.sql<{ id: string }>('select id from app.desk_case'))[0]!.id;
    await at.sql("update app.desk_case c set offered_to = o.id from app.organisation o where o.code = 'DSP-10'");
    await sweep(at.tx, NEXT);
    expect(await toldOn(at, NEXT)).toContain('marloes: desk no-show');
    expect(await new Cases(at.web, { today: () => NEXT }).pickUp(await at.member('marloes'), id)).toBe('done');
    await sweep(at.tx, AFTER);
    expect((await toldOn(at, AFTER)).filter((line) => line.startsWith('marloes: desk'))).toEqual([]);
  });
});
