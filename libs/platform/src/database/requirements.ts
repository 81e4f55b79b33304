import type { ClientBase } from 'pg';
import { CannotGoOn } from '../lifecycle/cannot-go-on.ts';
import { log } from '../log/log.ts';

const OLDEST = 15;

/** Role names are cut off at 63 bytes, and the longest suffix is `_as_student`. */
const LONGEST_NAME = 48;

interface Facts {
  readonly name: string;
  readonly version: number;
  readonly owns: boolean;
  readonly creates_roles: boolean;
  readonly superuser: boolean;
}

const FACTS = `
  select current_database() as name, current_setting('server_version_num')::int / 10000 as version,
    pg_has_role(current_user, datdba, 'usage') as owns, rolcreaterole or rolsuper as creates_roles, rolsuper as superuser
  from pg_database, pg_roles where datname = current_database() and rolname = current_user`;

/** What Overstap asks of a database that somebody else made, in one sentence when it is not so. */
export async function checkRequirements(client: ClientBase): Promise<void> {
  const { rows } = await client.query<Facts>(FACTS);
  const wrong = rows[0] && complaint(rows[0]);
  if (wrong) throw new CannotGoOn(wrong);
  if (rows[0]?.superuser) log.warn('DATABASE_URL logt in als superuser: geef de database liever een eigenaar met alleen CREATEROLE.');
}

function complaint({ name, version, owns, creates_roles }: Facts): string | undefined {
  if (version < OLDEST) return `De server van DATABASE_URL is PostgreSQL ${version}; Overstap heeft ${OLDEST} of nieuwer nodig.`;
  if (!owns) return 'De gebruiker van DATABASE_URL is niet de eigenaar van de database: wijs hem aan met ALTER DATABASE … OWNER TO ….';
  if (!creates_roles) return 'De gebruiker van DATABASE_URL mag geen rollen maken: geef dat recht met ALTER ROLE … CREATEROLE.';
  if (Buffer.byteLength(name) > LONGEST_NAME) return `De naam van de database is te lang: neem er een van hoogstens ${LONGEST_NAME} tekens.`;
  return undefined;
}
