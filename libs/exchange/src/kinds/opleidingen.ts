import { pathways } from '#policy';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { refuseUnknownOrganisation } from '../bringing/checks.ts';
import { merge } from '../bringing/merge.ts';
import { readDay } from '../values/dates.ts';
import { code, count, crebo, level, text } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed } from './kind.ts';

export const opleidingen: Kind = {
  name: 'opleidingen',
  broughtFor: null,
  organisationColumn: 'college',
  key: ['crebo', 'college', 'pathway', 'starts_on'],
  columns: [
    column('instelling', 'college', code, { loosely: ['brin', 'brinnummer', 'instellingscode', 'mbo-school'], filled: true }),
    needed('crebo', 'crebo', crebo, { also: ['crebonummer', 'crebocode', 'crebonr', 'opleidingscode'] }),
    column('opleiding', 'name', text, { loosely: ['naam', 'opleidingsnaam', 'naam opleiding', 'omschrijving'] }),
    column('niveau', 'level', level, { loosely: ['mbo-niveau', 'opleidingsniveau'], type: 'int' }),
    needed('leerweg', 'pathway', oneOf(pathways, 'leerweg'), { loosely: ['bol/bbl'] }),
    needed('startdatum', 'starts_on', readDay, { also: ['datum start'], loosely: ['start', 'begindatum', 'instroomdatum'], type: 'date' }),
    column('plaatsen', 'places', count, { loosely: ['aantal plaatsen', 'capaciteit'], type: 'int' }),
  ],
  bring,
};

async function bring(bringing: Bringing): Promise<Counts> {
  await refuseUnknownOrganisation(bringing, 'instelling', 'college', "o.kind = 'mbo'", 'Dit is geen mbo-school');
  const { present } = bringing;
  const counts = await merge(bringing, {
    table: 'programme',
    same: `t.college_id = (select o.id from app.organisation o where upper(o.code) = upper(s.college))
      and t.crebo = s.crebo and t.pathway = s.pathway and t.starts_on = s.starts_on`,
    set: { name: 'coalesce(s.name, t.name, s.crebo)', level: 's.level', places: 's.places' },
    onlyNew: {
      college_id: '(select o.id from app.organisation o where upper(o.code) = upper(s.college))',
      crebo: 's.crebo', pathway: 's.pathway', starts_on: 's.starts_on',
    },
    present: [...present],
    params: [],
  });
  await bringing.sql(`insert into touched_leaver select a.leaver_id from app.application a join app.programme p
    on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
    join change c on c.row_id = p.id where a.leaver_id is not null`);
  return { ...counts, waiting: 0 };
}
