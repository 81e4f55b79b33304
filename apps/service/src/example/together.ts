import { Agreements, Tables } from '#alerts';
import { addDays, WORKER, type Tx } from '#platform';

interface Dean extends Record<string, unknown> {
  readonly id: string;
  readonly organisation: string;
  readonly region: string;
}

/** Days ago that each school of the example sat together. */
const DAYS_AGO = 4;

/** An Overstaptafel at each school, with something agreed about the first on its list. */
export async function workTogether(worker: Tx, web: Tx, day: string): Promise<void> {
  const deans = await worker.run(WORKER, (sql) => sql<Dean>(DEANS));
  for (const dean of deans) await sitTogether(web, dean, addDays(day, -DAYS_AGO));
}

async function sitTogether(web: Tx, { id, organisation, region }: Dean, day: string): Promise<void> {
  const who = { memberId: id, organisationId: organisation, actor: { kind: 'school' as const, memberId: id, organisationId: organisation, region } };
  const table = await new Tables(web).open(who, { heldOn: day, attendees: 'De decaan\nDe teamleider\nLeerplicht van de gemeente' });
  const agreements = new Agreements(web, { today: () => day });
  const [first] = await web.read<{ id: string; leaver: string }>(who.actor, { text: FIRST, values: [table] });
  if (!first) return;
  const [owner] = await agreements.owners(who.actor, first.leaver);
  if (owner) await agreements.make(who, first.id, { what: 'Bel thuis en vraag wat er nodig is', ownerId: owner.id, ownerName: owner.name, dueOn: addDays(day, 3) });
  await agreements.make(who, first.id, { what: 'Ga langs als bellen niet lukt', ownerName: 'Leerplicht van de gemeente', dueOn: addDays(day, 10) });
}

const DEANS = `select distinct on (m.organisation_id) m.id, m.organisation_id as organisation, o.region from app.membership m join app.organisation o on o.id = m.organisation_id
  where m.role = 'careers-dean' and m.ended_on is null order by m.organisation_id, m.id`;
const FIRST = 'select id, leaver_id as leaver from app.table_place where table_id = $1 order by place limit 1';
