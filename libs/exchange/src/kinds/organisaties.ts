import { organisationKinds } from '#policy';
import { foldMunicipality } from '#transfers';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { refuseMunicipalitiesElsewhere, refuseOtherRegions } from '../bringing/checks.ts';
import { merge } from '../bringing/merge.ts';
import { code, text } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed, type Read, type Write } from './kind.ts';

const kinds = organisationKinds.map(({ code: kind, dutch }) => ({ code: kind, written: [kind, dutch] }));

export const organisaties: Kind = {
  name: 'organisaties',
  broughtFor: null,
  key: ['code'],
  columns: [
    needed('code', 'code', code, { also: ['organisatiecode'], loosely: ['brin', 'brinnummer', 'brincode'] }),
    needed('naam', 'name', text, { loosely: ['organisatie', 'organisatienaam', 'naam organisatie'] }),
    needed('soort', 'kind', oneOf(kinds, 'soort organisatie'), { loosely: ['type', 'soort organisatie'] }),
    column('gemeente', 'municipality', text, { loosely: ['gemeenten', 'gemeentes'] }),
    column('rmc_regio', 'region', text, { loosely: ['rmc', 'regio', 'rmc-regionummer', 'doorstroompuntregio'] }),
    column('vakantieregio', 'holiday_region', text, { loosely: ['schoolvakantieregio'] }),
  ],
  derived: { municipalities: 'text[]', folded: 'text[]' },
  derive,
  bring,
};

function derive(read: Read, write: Write): void {
  const names = read('municipality').split('|').map((name) => name.trim()).filter((name) => foldMunicipality(name) !== '');
  const byKey = new Map(names.map((name) => [foldMunicipality(name), name]));
  const keys = [...byKey.keys()].sort();
  write('folded', arrayLiteral(keys));
  write('municipalities', arrayLiteral(keys.map((key) => byKey.get(key) ?? '')));
}

const arrayLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`).join(',')}}`;

const MUNICIPALITIES_NOW = `(select coalesce(array_agg(m.folded order by m.folded collate "C"), '{}') from app.organisation_municipality m where m.organisation_id = t.id)`;

async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, present } = bringing;
  await refuseOtherRegions(bringing);
  await refuseMunicipalitiesElsewhere(bringing);
  const counts = await merge(bringing, {
    table: 'organisation',
    same: 'upper(t.code) = upper(s.code)',
    set: { name: 's.name', kind: 's.kind', region: 's.region', holiday_region: 's.holiday_region' },
    onlyNew: { code: 's.code' },
    aside: { municipalities: 's.municipalities', folded: 's.folded' },
    present: [...present],
    alsoDiffers: present.has('municipality') ? `s.folded is distinct from ${MUNICIPALITIES_NOW}` : undefined,
    params: [],
  });
  if (present.has('municipality')) {
    await keepMunicipalities(bringing);
    await replaceMunicipalities(bringing);
  }
  for (const [table, place] of [['leaver', 'school_id'], ['application', 'college_id']]) {
    await sql(`update app.${table} t set region = o.region from app.organisation o join change c on c.row_id = o.id
      where t.${place} = o.id and t.region is distinct from o.region`);
  }
  return { ...counts, waiting: 0 };
}

async function keepMunicipalities({ sql, deliveryId }: Bringing): Promise<void> {
  await sql(
    `update app.delivery_change c set before = before || jsonb_build_object('municipalities', (
      select coalesce(jsonb_agg(m), '[]') from app.organisation_municipality m where m.organisation_id = c.row_id))
    where c.delivery_id = $1 and c.table_name = 'organisation' and c.before is not null`,
    [deliveryId],
  );
}

async function replaceMunicipalities({ sql }: Bringing): Promise<void> {
  await sql('delete from app.organisation_municipality m using change c where m.organisation_id = c.row_id and m.folded <> all(c.folded)');
  await sql(`insert into app.organisation_municipality (organisation_id, municipality, folded)
    select c.row_id, town.name, town.folded from change c cross join unnest(c.municipalities, c.folded) as town (name, folded)
    on conflict (organisation_id, folded) do nothing`);
}
