import type { Sql } from '#platform';

interface Question {
  /** Asks with the delivery as $1; a row is a yes. */
  readonly sql: string;
  readonly answer: string;
}

const MADE = (table: string): string => `(select row_id from app.delivery_change where delivery_id = $1 and table_name = '${table}' and before is null)`;

/** Leavers about whom this file says something. */
const LEAVERS = `(select row_id from app.delivery_change where delivery_id = $1 and table_name = 'leaver'
  union select coalesce(e.leaver_id, a.leaver_id) from app.event e left join app.application a on a.id = e.application_id where e.delivery_id = $1
  union select a.leaver_id from app.application a join app.delivery_change c on c.row_id = a.id where c.delivery_id = $1 and c.table_name = 'application')`;

const QUESTIONS: readonly Question[] = [
  {
    sql: `select from app.event e join app.delivery d on d.id = $1 where e.leaver_id in ${LEAVERS} and e.source = 'page' and e.known_at > d.ended_at
      and e.kind in ('contact-attempted', 'case-picked-up', 'case-closed', 'case-assigned', 'case-handed-over', 'case-reopened') limit 1`,
    answer: 'Terugdraaien kan niet meer: een mentor of bureau is met een leerling uit dit bestand aan het werk gegaan. Breng een verbeterd bestand.',
  },
  {
    sql: `select from app.signal where leaver_id in ${MADE('leaver')} limit 1`,
    answer: 'Terugdraaien kan niet meer: over een leerling uit dit bestand is al een signaal verstuurd. Breng een verbeterd bestand.',
  },
  {
    sql: `select from app.application a where (a.leaver_id in ${MADE('leaver')} or a.id in ${MADE('application')}) and a.tie in ('by-hand', 'nobody') limit 1`,
    answer: 'Terugdraaien kan niet meer: iemand van de regio heeft over een koppeling beslist. Breng een verbeterd bestand.',
  },
  {
    sql: `select from app.event e join app.event received on received.application_id = e.application_id and received.kind = 'application-received'
      where e.application_id in ${MADE('application')} and e.kind = 'status-reported' and e.source <> 'sweep' and e.known_at > received.known_at limit 1`,
    answer: 'Terugdraaien kan niet meer: er zijn al statussen doorgegeven van aanmeldingen uit dit bestand. Draai eerst die terug.',
  },
  {
    sql: `select from app.session where membership_id in ${MADE('membership')} limit 1`,
    answer: 'Terugdraaien kan niet meer: een medewerker uit dit bestand heeft al ingelogd. Breng een verbeterd bestand.',
  },
  {
    sql: `select from app.programme p join app.application a using (college_id, crebo, pathway, starts_on)
      join app.event e on e.application_id = a.id and e.kind = 'application-received' join app.delivery d on d.id = $1
      where p.id in ${MADE('programme')} and e.known_at > d.ended_at limit 1`,
    answer: 'Terugdraaien kan niet meer: er zijn al aanmeldingen voor een opleiding uit dit bestand. Breng een verbeterd bestand.',
  },
];

/** Why a delivery cannot be undone, in one sentence; nothing when it can. */
export async function whatWasBuiltOn(sql: Sql, deliveryId: string): Promise<string | undefined> {
  for (const { sql: question, answer } of QUESTIONS) {
    if ((await sql(question, [deliveryId])).length > 0) return answer;
  }
  return undefined;
}
