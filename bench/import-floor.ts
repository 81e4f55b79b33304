import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FreshDatabase } from '../test/support/fresh-database.ts';

const COLUMNS = 'leerlingnummer roepnaam tussenvoegsel achternaam geslacht geboortedatum straat postcode gemeente email schoolsoort leerweg leerjaar klas mentor ouder_naam ouder_email'.split(' ');

/** The same table and indexes without policies, and the same questions of each row, in SQL alone: no fold, no events, no cards. */
export async function prepareFloor(database: FreshDatabase): Promise<void> {
  await database.asSuperuser('create table public.floor_leaver (like app.leaver including all)');
  await database.asSuperuser('grant all on public.floor_leaver to public');
}

const VALID = `
create temp table checked on commit drop as
select s.*, case
    when leerlingnummer = '' then 'Vul leerlingnummer in.'
    when achternaam = '' then 'Vul achternaam in.'
    when geslacht not in ('', 'V', 'M', 'X') then 'Dit is geen geslacht dat we kennen.'
    when schoolsoort not in ('', 'vmbo', 'havo', 'vwo', 'pro', 'vso', 'vavo', 'isk', 'mbo', 'geen') then 'Dit is geen schoolsoort.'
    when leerweg not in ('', 'bb', 'kb', 'gl', 'tl') then 'Dit is geen leerweg die we kennen.'
    when email <> '' and email !~ '^[^@ ]+@[^@ ]+[.][^@ ]+$' then 'Dit is geen e-mailadres.'
    when geboortedatum !~ '^[0-9]{2}-[0-9]{2}-[0-9]{4}$' then 'Dit is geen datum.'
    when split_part(geboortedatum, '-', 1)::int > extract(day from (make_date(split_part(geboortedatum, '-', 3)::int, split_part(geboortedatum, '-', 2)::int, 1) + interval '1 month - 1 day')) then 'Deze dag bestaat niet.'
  end as fault
from raw s`;

const VALUES = `select '00000000-0000-0000-0000-000000000001'::uuid as school_id, leerlingnummer as number, '2025-2026' as school_year,
  roepnaam as given_name, tussenvoegsel as name_prefix, achternaam as family_name, lower(roepnaam) as folded_given,
  lower(tussenvoegsel || achternaam) as folded_family, lower(achternaam || ' ' || roepnaam) as sort_name, lower(geslacht) as gender,
  to_date(geboortedatum, 'DD-MM-YYYY') as birth_date, straat as street, postcode, gemeente as municipality, lower(gemeente) as municipality_folded,
  email, schoolsoort as school_type, leerweg as track, leerjaar as grade, klas as class, mentor as mentor_email, ouder_naam as guardian_name,
  ouder_email as guardian_email, '10' as region from checked where fault is null`;

const NAMES = 'school_id number school_year given_name name_prefix family_name folded_given folded_family sort_name gender birth_date street postcode municipality municipality_folded email school_type track grade class mentor_email guardian_name guardian_email region'.split(' ');
const REST = NAMES.slice(3);

/** COPY, checks with a sentence, difference first, then insert and update: what set-based SQL can do at best. */
export async function floorImport(pool: Pool, content: Buffer): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table raw (${COLUMNS.map((name) => `${name} text`).join(', ')}) on commit drop`);
    await pipeline(Readable.from([content]), client.query(copyFrom("copy raw from stdin (format csv, delimiter ';', header, null '\\N')")));
    await client.query(VALID);
    await client.query('analyze checked');
    await client.query('select leerlingnummer from checked where fault is null group by 1 having count(*) > 1');
    await client.query(`create temp table different on commit drop as select v.*, t.id from (${VALUES}) v left join public.floor_leaver t
      on (t.school_id, t.number, t.school_year) = (v.school_id, v.number, v.school_year)
      where t.id is null or (${REST.map((name) => `v.${name}`).join()}) is distinct from (${REST.map((name) => `t.${name}`).join()})`);
    await client.query(`insert into public.floor_leaver (${NAMES.join()}) select ${NAMES.join()} from different where id is null`);
    await client.query(`update public.floor_leaver t set ${REST.map((name) => `${name} = d.${name}`).join()} from different d where d.id = t.id`);
    await client.query('select * from checked where fault is not null');
    await client.query('commit');
  } finally {
    client.release();
  }
}
