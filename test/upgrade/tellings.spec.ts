import { install, migrations } from '#migrations';
import { prepareDatabase } from '#platform';
import { emptyDatabase } from '../support/fresh-database.ts';
import { TEST_SECRET } from '../support/template-database.ts';

const before = migrations.filter(({ name }) => Number(name.slice(-4)) < 33);

const LEAVER = `insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date)
  select id, '1', '2025-2026', 'Bo', 'Boom', 'bo', 'boom', 'boom bo', '2009-01-01' from app.organisation`;
const TOLD = 'select m.to_address, i.signal_id is not null as signal, i.kind, i.reason from app.mail_item i join app.mail m on m.id = i.mail_id order by 1, 4';

describe('an upgrade of what mails told', () => {
  it('keeps who was told of what', async () => {
    const database = await emptyDatabase();
    try {
      await prepareDatabase(database.ownerUrl, { migrations: before, install: [] }, TEST_SECRET);
      const sql = (text: string) => database.asSuperuser(text);
      await sql(`insert into app.signal_rule (code, rank, start_alert, mailed, turn) values ('no-show', 1, true, 'daily', 'mentor')`);
      await sql(`insert into app.organisation (code, name, kind) values ('10AA', 'School', 'vo')`);
      await sql(LEAVER);
      await sql(`insert into app.signal (leaver_id, kind, route, opened_on, kind_since) select id, 'no-show', 'mentor', '2026-09-14', '2026-09-14' from app.leaver`);
      await sql(`insert into app.mail (to_address, template, day) values ('mentor@school.example', 'digest', '2026-09-14'), ('bureau@zwolle.example', 'digest', '2026-09-14')`);
      await sql(`insert into app.mail_item (mail_id, signal_id, kind, reason)
        select m.id, s.id, 'no-show', case when to_address like 'mentor%' then 'mentor' else 'desk' end from app.mail m, app.signal s`);
      const told = await sql(TOLD);
      await prepareDatabase(database.ownerUrl, { migrations, install }, TEST_SECRET);
      expect(told).toHaveLength(2);
      expect(await sql(TOLD)).toEqual(told);
      expect(await sql('select from app.mail m join app.telling t on t.signal_id = any(m.about) and m.id = any(t.mail_ids)')).toHaveLength(2);
    } finally {
      await database.drop();
    }
  });
});
