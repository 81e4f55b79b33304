import { answersFrom, guardianLinks, Passports, ReadingFirst, SchoolParts, Sharing } from '#dossiers';
import { WORKER, type Actor, type Clock, type Tx } from '#platform';
import { agreedText, DECIDES_ALONE_AT, sections, type Section } from '#policy';

interface Somebody extends Record<string, unknown> {
  readonly leaver: string;
  readonly member: string;
  readonly school: string;
  readonly region: string;
  readonly schoolType: string;
  readonly mentor: string;
  /** Decides alone, or has a parent who can be asked. */
  readonly shares: boolean;
}

/** What a student who works well with wood and less well with clocks writes, by section. */
const WORDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'who-am-i': { 'in-my-words': 'Ik ben rustig en help graag. In het weekend werk ik bij mijn oom in de schuur.', 'free-time': 'Voetbal en klussen.', 'learns-best': ['Door te doen'] },
  'what-i-can': { 'good-at': 'Ik maak graag dingen van hout. Ik werk netjes.', 'proud-of': 'Ik heb met mijn oom een schuur gebouwd.', strengths: ['Ik houd vol', 'Ik werk netjes'] },
  'why-this-course': { wants: 'Ik wil iets maken met mijn handen.', why: 'Op de open dag mocht ik zelf iets maken. Dat paste bij mij.', explored: ['Open dag bezocht'], sure: 'Best zeker' },
  'what-i-need': { 'help-now': 'Ja', 'which-help': 'Meer tijd bij een toets.', 'helps-most': ['Uitleg in kleine stappen'], 'first-weeks': 'Ik vraag niet snel iets. Vraag het mij gerust.' },
};

const OF_THE_MENTOR = {
  'goes-well': 'Werkt door tot het af is en helpt klasgenoten.', 'works-well': 'Eén opdracht tegelijk, met een voorbeeld erbij.', attention: 'Op tijd komen in de eerste weken.',
  advice: 'Ja, past goed', 'warm-handover': 'Nee',
};

/** Passports as people write them: who decides alone has shared one, who is under 16 asks a parent or is halfway. Through the same services, in their own name. */
export async function writePassports(worker: Tx, web: Tx, clock: Clock, publicUrl: URL): Promise<void> {
  for (const somebody of await worker.run(WORKER, (sql) => sql<Somebody>(STUDENTS, [clock.today()]))) {
    const { leaver: leaverId, member: memberId, school: organisationId, region, shares } = somebody;
    const actor: Actor = { kind: 'student', memberId, organisationId, region, leaverId, day: clock.today() };
    for (const [section, typed] of Object.entries(WORDS).slice(0, shares ? undefined : 2)) await write(web, clock, actor, somebody, { section, typed });
    if (!shares) continue;
    await mentorWrites(web, clock, somebody);
    await new ReadingFirst(web, clock).say(actor, 'mentor-part', { version: 1, agrees: true, reason: '' });
    await shareAll(new Sharing(web, clock), actor, publicUrl);
  }
}

async function write(web: Tx, clock: Clock, actor: Actor, { schoolType }: Somebody, { section: code, typed }: { section: string; typed: Readonly<Record<string, unknown>> }): Promise<void> {
  const section = sectionOf(code);
  if (section) await new Passports(web, clock).write(actor, { section: code, ...answersFrom(section, schoolType, typed), done: true, version: 0 });
}

async function mentorWrites(web: Tx, clock: Clock, { mentor, school, region, leaver, schoolType }: Somebody): Promise<void> {
  const section = sectionOf('mentor-part');
  const actor: Actor = { kind: 'mentor', memberId: mentor, organisationId: school, region, day: clock.today() };
  if (section) await new SchoolParts(web, clock).write(actor, leaver, { section: section.code, ...answersFrom(section, schoolType, OF_THE_MENTOR), done: true, version: 0 });
}

/** With every school that can receive it, all that was written; then the button. */
async function shareAll(sharing: Sharing, actor: Actor, publicUrl: URL): Promise<void> {
  const { receivers } = await sharing.now(actor);
  for (const section of Object.keys(WORDS)) await sharing.choose(actor, section, Object.fromEntries(receivers.map(({ application }) => [application, 'yes'])));
  const { shareable } = await sharing.now(actor);
  const agreed = shareable.map(({ application, section: code, version, early }) => {
    const [section, receiver] = [sectionOf(code), receivers.find((row) => row.application === application)];
    return { application, section: code, version, early, text: section && receiver ? agreedText(section, receiver.college, receiver.programme ?? '', early) : '' };
  });
  await sharing.share(actor, agreed, guardianLinks(publicUrl));
}

const sectionOf = (code: string): Section | undefined => sections.find((row) => row.code === code);

const STUDENTS = `select l.id as leaver, m.id as member, l.school_id as school, o.region, coalesce(l.school_type, '') as "schoolType", l.mentor_id as mentor,
  $1::date >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) or exists (select from app.guardian g where g.leaver_id = l.id) as shares
  from app.membership m join app.leaver l on l.id = m.leaver_id join app.organisation o on o.id = l.school_id
  where m.role = 'student' and m.accepted_at is not null and l.mentor_id is not null order by l.birth_date, l.id`;
