import { mailsOf } from '#alerts';
import { Clock, render, WORKER } from '#platform';
import { applied, leaver, type World } from './world.ts';
import type { Story } from '../personas/people.ts';

type Reports = Story['applications'][number]['reported'];
export const placed: Reports = [['submitted', '2026-02-02'], ['admitted', '2026-05-12']];
export const noShow: Reports = [...placed, ['no-show', '2026-08-26']];
export const rejected: Reports = [['submitted', '2026-02-02'], ['not-admitted', '2026-03-20']];

/** Somebody of the usual kind with one application. */
export const one = (key: string, reported: Reports, differs: Partial<Story> = {}): Story => leaver(key, { applications: [applied(reported)], ...differs });

/** Who is told what by the digests of a day: "fatima: mentor no-show". */
export async function toldOn(at: World, day: string): Promise<string[]> {
  const rows = await at.sql<{ line: string }>(
    `select split_part(m.to_address, '@', 1) || ': ' || i.reason || ' ' || i.kind || case when count(*) > 1 then ' x' || count(*) else '' end as line
     from app.mail m join app.mail_item i on i.mail_id = m.id where m.day = $1 and m.template = 'digest'
     group by m.to_address, i.reason, i.kind order by 1`, [day]);
  return rows.map(({ line }) => line);
}

/** The last digest to somebody as it would be sent on a day. */
export async function letterOn(at: World, to: string, day: string): Promise<'dropped' | { subject: string; text: string; html: string }> {
  const [mail] = await at.sql<{ id: string; day: string }>(
    `select id, day::text from app.mail where to_address like $1 and template = 'digest' and state = 'queued' order by app.mail.day desc limit 1`, [`${to}@%`]);
  if (!mail) throw new Error(`${to} has no digest`);
  const handler = mailsOf(new Clock({ today: day }), new URL('https://overstap.example')).handlers.get('digest')!;
  const page = await at.tx.run(WORKER, (sql) => handler(sql, { id: mail.id, day: mail.day, to: '', template: 'digest', page: {} }));
  if (page === 'dropped') return page;
  const [subject, text, html] = ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/digest.${kind}`, page).trim());
  return { subject: subject!, text: text!, html: html! };
}

/** Somebody beside those of test/personas, with a role there. */
export async function newcomer(at: World, name: string, code: string, role: string): Promise<void> {
  await at.sql(`with a as (insert into app.account (email, given_name, name_prefix, family_name) values ($1 || '@werk.example', initcap($1), '', 'Los') returning id)
    insert into app.membership (account_id, organisation_id, role) select a.id, o.id, $3 from a, app.organisation o where o.code = $2`, [name, code, role]);
}

export const memberOf = (person: string): string => `(select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like '${person}@%')`;
