import type { Actor, Tx } from '#platform';

/** Something that happened to a leaver of who asks, done by somebody else. */
export interface NewsRow {
  readonly id: string;
  readonly leaver: string;
  readonly name: string;
  readonly class: string | null;
  readonly kind: string;
  readonly was: string | null;
  readonly became: string | null;
  readonly day: string;
  readonly organisation: string | null;
  readonly programme: string | null;
}

export interface News {
  readonly rows: readonly NewsRow[];
  /** Of all that is new, also what does not fit. */
  readonly count: number;
  /** The newest of it, to say that it was read. */
  readonly last: string | null;
  /** The Monday mail is switched off. */
  readonly isMailOff: boolean;
}

const MOST = 100;
const DAYS = 14;
const DAY_MS = 86_400_000;

/** What happened since who asks said to have read it, at most two weeks back, newest first. Nothing about who died. */
export async function leaverNews(tx: Tx, actor: Actor, now: Date): Promise<News> {
  const [news] = await tx.read(actor, { name: 'leaver-news', text: NEWS, values: [new Date(now.getTime() - DAYS * DAY_MS), MOST] });
  return news as unknown as News;
}

/** Never goes back: of two pages that are open at once the newest counts. */
export async function readNews(tx: Tx, actor: Actor, last: string): Promise<void> {
  await tx.run(actor, (sql) => sql(READ, [actor.memberId, last]));
}

const NEWS = `
with settings as (select s.news_read_to, s.choices ->> 'monday-list' = 'never' as off from app.mail_setting s where s.member_id = app.my_member()),
mine as materialized (select c.leaver_id, c.display_name, c.class from app.card c where c.destination is distinct from 'deceased'),
happened as materialized (
  select e.*, m.display_name, m.class, m.leaver_id as about, null::uuid as of from mine m join app.event e on e.leaver_id = m.leaver_id where e.application_id is null
  union all
  select e.*, m.display_name, m.class, m.leaver_id, a.id from mine m join app.application a on a.leaver_id = m.leaver_id join app.event e on e.application_id = a.id),
fresh as materialized (
  select h.* from happened h where h.known_at > $1 and h.id > coalesce((select news_read_to from settings), 0)
    and (h.member_id is null or h.member_id <> all(app.my_members()))),
shown as (
  select f.id::text, f.about as leaver, f.display_name as name, f.class, f.kind, f.was, coalesce(f.became, undone.became) as became, f.as_of::text as day,
    o.name as organisation, coalesce(p.name, a.crebo) as programme
  from fresh f left join app.event undone on undone.id = f.retracts left join app.organisation o on o.id = f.organisation_id
  left join app.application a on a.id = f.of
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
  order by f.id desc limit $2)
select (select coalesce(json_agg(shown), '[]') from shown) as rows, (select count(*)::int from fresh) as count, (select max(id)::text from fresh) as last,
  coalesce((select off from settings), false) as "isMailOff"`;
const READ = `insert into app.mail_setting as s (member_id, news_read_to) values ($1, $2)
  on conflict (member_id) do update set news_read_to = greatest(s.news_read_to, excluded.news_read_to)`;
