import { staffRoles } from '#policy';
import { familyName } from '#transfers';
import type { Bringing, Counts } from '../bringing/bringing.ts';
import { refuseUnknownOrganisation } from '../bringing/checks.ts';
import { code, email, text } from '../values/texts.ts';
import { oneOf } from '../values/words.ts';
import { column, type Kind, needed, type Read, type Write } from './kind.ts';

export const medewerkers: Kind = {
  name: 'medewerkers',
  broughtFor: null,
  organisationColumn: 'organisation',
  key: ['email', 'organisation', 'role'],
  columns: [
    needed('email', 'email', email, { also: ['e-mailadres', 'mailadres', 'mail'] }),
    column('roepnaam', 'given_name', text, { also: ['voornaam'] }),
    column('tussenvoegsel', 'name_prefix', text, { also: ['tussenvoegsels', 'voorvoegsel', 'voorvoegsels', 'tv', 'tussenv'] }),
    column('achternaam', 'family_name', text, { also: ['familienaam', 'geslachtsnaam'] }),
    column('organisatie', 'organisation', code, { loosely: ['organisatiecode', 'school', 'instelling', 'brin', 'brinnummer'], filled: true }),
    needed('rol', 'role', oneOf(staffRoles, 'rol'), { loosely: ['functie'] }),
    column('telefoon', 'phone', text, { loosely: ['telefoonnummer', 'tel', 'telnr', 'mobiel'] }),
  ],
  derive,
  bring,
};

function derive(read: Read, write: Write): void {
  const { prefix, family } = familyName(read('name_prefix'), read('family_name'));
  write('given_name', read('given_name'));
  write('name_prefix', prefix);
  write('family_name', family);
}

const NAME = ['given_name', 'name_prefix', 'family_name'];

/** On a page, a school or region does not rename who also works where it has no say. */
const WORKS_ELSEWHERE = `exists (select from app.membership x join app.organisation y on y.id = x.organisation_id
  where x.account_id = a.id and (y.id <> coalesce($1::uuid, y.id) or y.region is distinct from coalesce($2::text, y.region)))`;

/** Several rows may give one person several staffRoles; the person's own data are those of the first row. */
async function bring(bringing: Bringing): Promise<Counts> {
  const { sql, present, owner, region, memberId } = bringing;
  await refuseUnknownOrganisation(bringing, 'organisatie', 'organisation', 'true', '');
  await refuseRolesElsewhere(bringing);
  const changing = [...(present.has('family_name') || present.has('given_name') ? NAME : []), ...(present.has('phone') ? ['phone'] : [])];
  await sql('drop table if exists change');
  await sql(`create temp table change on commit drop as
    with person as (select distinct on (email) email, given_name, name_prefix, family_name, phone from good order by email, line)
    select s.line, s.role, o.id as organisation_id, p.*, a.id as account_id, m.id as membership_id, m.ended_on,
      a.id is not null and (${[...changing, 'email'].map((name) => `p.${name}`).join()}) is distinct from
        (${[...changing, 'email'].map((name) => `a.${name}`).join()}) and not ${WORKS_ELSEWHERE} as differs
    from good s join person p on p.email = s.email
    join app.organisation o on upper(o.code) = upper(s.organisation)
    left join app.account a on lower(a.email) = p.email
    left join app.membership m on m.account_id = a.id and m.organisation_id = o.id and m.role = s.role`, [memberId ? (owner?.id ?? null) : null, region]);
  return write(bringing, changing);
}

async function refuseRolesElsewhere({ sql }: Bringing): Promise<void> {
  await sql(
    `insert into refusal select s.line, 'rol', r.word, format('Bij %s (%s) bestaat de rol %s niet. Verbeter de rol of de organisatie.', o.name, o.kind, r.word)
    from staged s join app.organisation o on upper(o.code) = upper(s.organisation)
    join jsonb_to_recordset($1::jsonb) as r (code text, word text, at text[]) on r.code = s.role
    where s.fault is null and o.kind <> all(r.at) and not exists (select from refusal f where f.line = s.line)`,
    [JSON.stringify(staffRoles.map(({ code: role, written, at }) => ({ code: role, word: written[0], at })))],
  );
}

async function write({ sql, deliveryId }: Bringing, changing: readonly string[]): Promise<Counts> {
  if (deliveryId) await keepBefore(sql, deliveryId);
  await sql(
    `with made as (
      insert into app.account (email, given_name, name_prefix, family_name, phone)
      select distinct on (email) email, given_name, name_prefix, family_name, phone from change where account_id is null order by email, line
      returning id)
    insert into app.delivery_change (delivery_id, table_name, row_id) select $1::uuid, 'account', id from made where $1::uuid is not null`,
    [deliveryId],
  );
  const assignments = [...changing, 'email'].map((name) => `${name} = c.${name}`).join(', ');
  await sql(`update app.account a set ${assignments} from change c where a.id = c.account_id and c.differs`);
  await sql('update app.membership m set ended_on = null, accepted_at = null, invited_at = null, invitation_ends_at = null from change c where m.id = c.membership_id and c.ended_on is not null');
  await sql(
    `with joined as (
      insert into app.membership (account_id, organisation_id, role)
      select a.id, c.organisation_id, c.role from change c join app.account a on lower(a.email) = c.email where c.membership_id is null
      returning id)
    insert into app.delivery_change (delivery_id, table_name, row_id) select $1::uuid, 'membership', id from joined where $1::uuid is not null`,
    [deliveryId],
  );
  const [counted] = await sql<{ created: number; updated: number }>(`select count(*) filter (where membership_id is null)::int as created,
    count(*) filter (where membership_id is not null and (differs or ended_on is not null))::int as updated from change`);
  return { created: 0, updated: 0, ...counted, waiting: 0 };
}

async function keepBefore(sql: Bringing['sql'], deliveryId: string): Promise<void> {
  await sql(
    `insert into app.delivery_change (delivery_id, table_name, row_id, before)
    select $1::uuid, 'account', a.id, to_jsonb(a) from app.account a join (select distinct account_id from change where differs) c on a.id = c.account_id
    union all select $1::uuid, 'membership', m.id, to_jsonb(m) from change c join app.membership m on m.id = c.membership_id where c.ended_on is not null`,
    [deliveryId],
  );
}
