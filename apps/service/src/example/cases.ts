import { CasePlans, CaseSupport, HandOvers, handOverTargets, SupportOffers, type OfferWords, type Worker } from '#alerts';
import { addDays, addWorkingDays, WORKER, type Tx } from '#platform';
import { somebody } from './acts.ts';

const OFFERS: readonly OfferWords[] = [
  { kind: 'plus-programme', name: 'Plus op de Wijk', municipality: '', contact: '038 200 30 10', forWhom: '16 tot 23 jaar, die meer hulp nodig heeft', validUntil: null },
  { kind: 'switch-team', name: 'Schakelteam', municipality: '', contact: '038 200 30 20', forWhom: 'wie zonder opleiding zit', validUntil: null },
  { kind: 'youth-team', name: 'Jongerenteam', municipality: 'Zwolle', contact: '038 200 30 30', forWhom: 'hulp bij geld, wonen of thuis', validUntil: null },
  { kind: 'buddy', name: 'Maatje naar school', municipality: '', contact: '038 200 30 40', forWhom: 'wie er alleen niet komt', validUntil: null },
  { kind: 'work-placement', name: 'Werkleerplek in de bouw', municipality: 'Kampen', contact: '038 200 30 50', forWhom: 'vanaf 16 jaar', validUntil: null },
];

interface Held extends Record<string, unknown> {
  readonly id: string;
  readonly officer: string;
  readonly role: string;
  readonly desk: string;
  readonly region: string;
}

/** The region has something to offer; one young person has an intake behind them, one is on the way, and of one another desk is asked. */
export async function workOnCases(worker: Tx, web: Tx, day: string): Promise<void> {
  await writeOffers(worker, web, day);
  const [planned, started, given] = await worker.run(WORKER, (sql) => sql<Held>(HELD));
  if (planned) await plan(web, planned, day, { intake: addDays(day, -1), trajectory: null });
  if (started) await plan(web, started, day, { intake: addDays(day, -4), trajectory: addDays(day, -1) });
  if (given) await ask(web, given, day);
}

async function writeOffers(worker: Tx, web: Tx, day: string): Promise<void> {
  const administrators = await worker.run(WORKER, (sql) => sql<{ id: string; organisation: string; region: string }>(ADMINISTRATORS));
  for (const { id, organisation, region } of administrators) {
    const { actor } = somebody(id, 'region-administrator', organisation, region);
    for (const words of OFFERS) await new SupportOffers(web, { today: () => addDays(day, -30) }).add(actor, words);
  }
}

const officerOf = ({ officer, role, desk, region }: Held): Worker => somebody(officer, role, desk, region);

async function plan(web: Tx, held: Held, day: string, { intake, trajectory }: { intake: string; trajectory: string | null }): Promise<void> {
  const [who, clock] = [officerOf(held), { today: (): string => day }];
  const text = trajectory ? 'Begint met twee dagen in de week bij het schakelteam. Daarna kijken we naar een opleiding.' : 'Wil wel naar school, weet niet welke richting. Samen naar de open dag.';
  await new CasePlans(web, clock).save(who, held.id, { plan: text, nextOn: addWorkingDays(day, 3), steps: { intake, trajectory, 'trajectory-ended': null } });
  const offers = await new SupportOffers(web, clock).all(who.actor);
  const offer = offers.find(({ kind }) => kind === (trajectory ? 'switch-team' : 'buddy'));
  const support = new CaseSupport(web, clock);
  if (offer) await support.offer(who, held.id, offer.id);
  const [line] = await support.lines(who.actor, held.id);
  if (line && trajectory) await support.step(who, held.id, line.id, 'accepted');
}

async function ask(web: Tx, held: Held, day: string): Promise<void> {
  const who = officerOf(held);
  const other = (await handOverTargets(web, who.actor)).find(({ deskId, isOfRegion }) => deskId && isOfRegion);
  if (other?.deskId) await new HandOvers(web, { today: () => day }).ask(who, held.id, { desk: other.deskId }, 'Woont sinds deze week bij een tante in jullie gemeente.');
}

const ADMINISTRATORS = `select distinct on (o.region) m.id, o.id as organisation, o.region from app.membership m join app.organisation o on o.id = m.organisation_id
  where m.role = 'region-administrator' and m.ended_on is null order by o.region, m.id`;
const HELD = `select c.id, m.id as officer, m.role, o.id as desk, o.region from app.desk_case c join app.membership m on m.id = c.owner_id
  join app.organisation o on o.id = c.desk_id where c.closed_on is null and c.last_attempt_on is not null and c.contacted_on is not null order by c.number limit 3`;
