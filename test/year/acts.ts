import { Cases, HandOvers, MentorNotes, RegionQueue, type Worker } from '#alerts';
import { Corrections } from '#dossiers';
import { invite, Leaving } from '#people';
import type { ActorKind } from '#platform';
import { caseChoices, mentorChoices, roleOf, type CaseChoice } from '#policy';
import type { World } from './world.ts';

type Said = readonly string[];

/** Somebody at work does what their page lets them do; anything but `done` is a fault of the test. */
export async function act(at: World, key: string, { by, words }: { by: string; words: Said }): Promise<void> {
  const [verb = '', more] = words;
  const done = by === 'student' ? await asStudent(at, key) : await doing(at, await workerOf(at, by), key, verb, more);
  if (done !== 'done' && done !== 'told') throw new Error(`${at.clock.today()} ${by} ${words.join(' ')} about ${key}: ${done}`);
}

async function doing(at: World, who: Worker, key: string, verb: string, more: string | undefined): Promise<string> {
  if (verb === 'leaves') return new Leaving(at.web, at.clock).end(who.actor, [(await workerOf(at, String(more))).memberId], { withoutSuccessor: true });
  const { leaver, of } = await found(at, key);
  if (mentorChoices.some(({ code }) => code === verb) && !of.desk(who)) {
    return new MentorNotes(at.web, at.clock).add(who, leaver, { choice: verb as (typeof mentorChoices)[number]['code'], destination: more });
  }
  if (verb === 'lets-in') return letIn(at, who, key, leaver);
  if (verb === 'answers-correction') return answered(at, who, leaver);
  const between = await betweenDesks(at, who, of.id, verb, more);
  if (between) return between;
  const cases = new Cases(at.web, at.clock);
  if (verb === 'picks-up') return cases.pickUp(who, of.id);
  if (verb === 'reopens') return cases.reopen(who, of.id, 'mistake');
  if (verb === 'gives') return new RegionQueue(at.web, at.clock).assign(who, of.id, await organisation(at, String(more)));
  if (!caseChoices.some(({ code }) => code === verb)) throw new Error(`Nobody can ${verb}`);
  return cases.choose(who, of.id, { choice: verb as CaseChoice, course: more as 'full-time' | 'bbl' | undefined });
}

async function betweenDesks(at: World, who: Worker, caseId: string, verb: string, more = ''): Promise<string | undefined> {
  const handOvers = new HandOvers(at.web, at.clock);
  if (verb === 'asks') return handOvers.ask(who, caseId, more.startsWith('region-') ? { region: more.slice(7) } : { desk: await organisation(at, more) }, 'Woont daar');
  if (verb === 'accepts') return handOvers.accept(who, caseId, more ? await organisation(at, more) : null);
  if (verb === 'refuses') return handOvers.refuse(who, caseId, 'Woont hier niet');
  return verb === 'takes-back' ? handOvers.withdraw(who, caseId) : undefined;
}

/** The mentor sends the welcome, and the young person comes in by it the same day. */
async function letIn(at: World, { actor }: Worker, key: string, leaver: string): Promise<string> {
  await at.sql("update app.leaver set email = $2 || '@leerling.example' where id = $1", [leaver, key]);
  const invited = await invite(at.web, actor, [leaver], at.clock.today());
  await at.sql("update app.membership set accepted_at = $2 where leaver_id = $1 and role = 'student'", [leaver, at.clock.now()]);
  return invited ? 'done' : 'gone';
}

async function asStudent(at: World, key: string): Promise<string> {
  const [row] = await at.sql<{ memberId: string; organisationId: string; leaverId: string }>(
    `select m.id as "memberId", m.organisation_id as "organisationId", l.id as "leaverId" from app.leaver l join app.membership m on m.leaver_id = l.id and m.role = 'student'
    where lower(l.given_name) = $1`, [key]);
  await new Corrections(at.web, at.clock).ask({ kind: 'student', ...row }, { about: 'personal', wrong: 'Mijn straat', better: 'Dorpsweg' });
  return 'done';
}

async function answered(at: World, { actor }: Worker, leaver: string): Promise<string> {
  const [row] = await at.sql<{ id: string }>('select id from app.correction_request where leaver_id = $1 and answer is null', [leaver]);
  return (await new Corrections(at.web, at.clock).answer(actor, leaver, { id: row!.id, answer: 'done', reason: '' })) ? 'done' : 'gone';
}

interface Found {
  readonly leaver: string;
  readonly of: { readonly id: string; desk(who: Worker): boolean };
}

/** The young person and the latest case about them. */
async function found(at: World, key: string): Promise<Found> {
  const [row] = await at.sql<{ leaver: string; id: string }>(
    `select l.id as leaver, c.id from app.leaver l left join app.desk_case c on c.leaver_id = l.id
    where lower(l.given_name) = $1 order by c.number desc nulls last limit 1`, [key]);
  return { leaver: row!.leaver, of: { id: row!.id, desk: ({ actor }) => actor.kind === 'desk' } };
}

async function organisation(at: World, code: string): Promise<string> {
  const [row] = await at.sql<{ id: string }>('select id from app.organisation where code = $1', [code]);
  return row!.id;
}

async function workerOf(at: World, key: string): Promise<Worker> {
  const [row] = await at.sql<{ memberId: string; organisationId: string; region: string; role: string }>(
    `select m.id as "memberId", o.id as "organisationId", o.region, m.role from app.membership m
    join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id where a.email like $1`, [`${key}@%`]);
  if (!row) throw new Error(`Nobody is called ${key}`);
  const { memberId, organisationId, region, role } = row;
  return { memberId, organisationId, actor: { kind: roleOf(role)?.actor as ActorKind, memberId, organisationId, region } };
}
