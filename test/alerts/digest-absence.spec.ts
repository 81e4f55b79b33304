import { sweep } from '#alerts';
import { newcomer, noShow, one, placed, rejected, toldOn } from './post.ts';
import { leaver, world, type World } from './world.ts';
import type { Story } from '../personas/people.ts';

let at: World;
const living = async (...stories: Story[]): Promise<void> => {
  at = await world(stories);
};
afterEach(() => at.close());

const told = (day: string) => toldOn(at, day);

describe('who hears of an alert while somebody is away', () => {
  it('the dean too, of what becomes an alert while the mentor is away', async () => {
    await living(one('finn', noShow, { type: 'havo' }), one('bram', placed, { type: 'havo' }), one('daan', rejected));
    await sweep(at.tx, '2026-08-27');
    await at.sql(`insert into app.mail_setting (member_id, away_from, away_until) select m.id, '2026-08-28', '2026-09-01' from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima%'`);
    await at.report('bram', 'no-show', '2026-08-28');
    await sweep(at.tx, '2026-08-28');
    expect(await told('2026-08-28')).toEqual(['fatima: mentor no-show', 'lars: instead-of-mentor no-show']);
    await sweep(at.tx, '2026-08-31');
    expect(await told('2026-08-31')).toEqual([]);
  });

  const away = (person: string) => at.sql(`insert into app.mail_setting (member_id, away_from, away_until) select m.id, '2026-08-28', '2026-09-04' from app.membership m join app.account a on a.id = m.account_id where a.email like '${person}@%'`);

  it('the region too, when mentor and dean are both away', async () => {
    await living(one('bram', placed, { type: 'havo' }));
    await sweep(at.tx, '2026-08-27');
    for (const person of ['fatima', 'lars']) await away(person);
    await at.report('bram', 'no-show', '2026-08-28');
    await sweep(at.tx, '2026-08-28');
    expect(await told('2026-08-28')).toEqual(['fatima: mentor no-show', 'gijs: region no-show', 'lars: instead-of-mentor no-show']);
  });

  it('the dean too, when who stands in for the mentor is away', async () => {
    await living(one('bram', placed, { type: 'havo' }));
    await sweep(at.tx, '2026-08-27');
    await at.sql(`insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on, made_by)
      select m.organisation_id, m.id, k.id, 'leave', '2026-08-20', '2026-09-30', k.id from app.membership m join app.account a on a.id = m.account_id and a.email like 'fatima@%',
        app.membership k join app.account b on b.id = k.account_id and b.email like 'joost@%'`);
    await away('joost');
    await at.report('bram', 'no-show', '2026-08-28');
    await sweep(at.tx, '2026-08-28');
    expect(await told('2026-08-28')).toEqual(['joost: mentor no-show', 'lars: instead-of-mentor no-show']);
  });

  it('everybody at the desk, when the owner of the case is away; the region, when nobody is there', async () => {
    await living(leaver('noor'), one('isa', placed));
    await sweep(at.tx, '2026-08-27');
    await at.report('isa', 'no-show', '2026-08-27');
    await sweep(at.tx, '2026-08-28');
    await at.sql(`update app.desk_case set owner_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'ingrid@%')`);
    await at.sql(`update app.signal set kind_since = '2026-08-31' where kind = 'no-show'`);
    await away('ingrid');
    const hears = () => at.sql<{ who: string }>("select split_part(r.email, '@', 1) || ': ' || r.reason as who from app.recipients_on('2026-08-31') r join app.signal s on s.id = r.signal_id and s.kind = 'no-show' where r.reason in ('desk', 'region') order by 1");
    expect(await hears()).toEqual([{ who: 'gijs: region' }, { who: 'ingrid: desk' }]);
    await newcomer(at, 'kim', 'LPA-Zwolle', 'attendance-officer');
    expect(await hears()).toEqual([{ who: 'ingrid: desk' }, { who: 'kim: desk' }]);
  });
});
