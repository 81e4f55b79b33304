import type { Worker } from '#alerts';
import { openPool, Tx, type ActorKind, type Sql } from '#platform';
import { roleOf } from '#policy';
import { fillWith } from '../personas/fill.ts';
import type { Person, Story } from '../personas/people.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

/** The people of test/personas, with only these young people, as an alert sees them. */
export interface World {
  readonly database: FreshDatabase;
  /** As the worker. */
  readonly tx: Tx;
  /** As the pages. */
  readonly web: Tx;
  /** As the log-in that no policy holds. */
  readonly sql: Sql;
  /** A college reports on an application; what follows is settled on that day. */
  report(key: string, status: string, on: string, settledOn?: string): Promise<void>;
  /** A member of staff, as the web knows them. */
  member(person: Person): Promise<Worker>;
  close(): Promise<void>;
}

export async function world(stories: readonly Story[]): Promise<World> {
  const database = await freshDatabase();
  await fillWith(superuser(database.ownerUrl), stories);
  const pool = openPool(database.workerUrl, { max: 6, pipeline: true });
  const web = openPool(database.webUrl, { max: 6, pipeline: true });
  const sql: Sql = (text, values) => database.asSuperuser(text, values);
  return {
    database,
    tx: new Tx(pool, database.rolePrefix),
    web: new Tx(web, database.rolePrefix),
    sql,
    report: async (key, status, on, settledOn = on) => {
      const [application] = await sql<{ id: string }>(REPORT, [`${key}@leerling.example`, status, on]);
      await sql('select app.settle_applications($1, array[$2::uuid])', [settledOn, application?.id]);
    },
    member: async (person) => {
      const [row] = await sql<{ memberId: string; organisationId: string; region: string; role: string }>(MEMBER, [`${person}@%`]);
      if (!row) throw new Error(`Nobody is called ${person}`);
      const { memberId, organisationId, region, role } = row;
      return { memberId, organisationId, actor: { kind: roleOf(role)?.actor as ActorKind, memberId, organisationId, region } };
    },
    close: async () => {
      await Promise.all([pool.end(), web.end()]);
      await database.drop();
    },
  };
}

const MEMBER = `select m.id as "memberId", o.id as "organisationId", o.region, m.role
  from app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id where a.email like $1`;
const REPORT = `insert into app.event (application_id, kind, became, as_of, source)
  select a.id, 'status-reported', $2, $3, 'file' from app.application a join app.leaver l on l.id = a.leaver_id
  where l.email = $1 order by a.number limit 1 returning application_id as id`;

function superuser(ownerUrl: string): string {
  const url = new URL(String(process.env.TEST_SERVER_URL));
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}

const usual: Omit<Story, 'key'> = {
  name: ['Sem', 'van den', 'Berg'], born: '2010-03-18', school: '10KO00', number: '1', group: '4B', mentor: 'fatima',
  municipality: 'Zwolle', type: 'vmbo', result: 'passed', applications: [],
};

let number = 1;

/** Somebody of the usual kind (vmbo, 16, Zwolle, mentor Fatima), but for what is said here. */
export const leaver = (key: string, differs: Partial<Story> = {}): Story => ({ ...usual, key, number: String(number++), ...differs });

type Application = Story['applications'][number];

/** An application at ROC Noordrand that starts on 24 August, with what was reported. */
export const applied = (reported: Application['reported'], differs: Partial<Application> = {}): Application => ({
  college: '20NO', crebo: '25001', starts: '2026-08-24', applied: '2026-02-02', reported, ...differs,
});
