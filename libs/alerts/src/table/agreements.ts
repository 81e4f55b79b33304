import type { Actor, Clock, Sql, Tx } from '#platform';
import type { Done, Worker } from '../cases/acting.ts';

export interface NewAgreement {
  readonly what: string;
  /** Somebody of the school; absent when it is somebody else. */
  readonly ownerId?: string;
  readonly ownerName: string;
  readonly dueOn: string;
}

export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface OwnAgreement {
  readonly id: string;
  readonly leaver: string;
  readonly name: string;
  readonly class: string | null;
  readonly what: string;
  readonly owner: string;
  readonly isMine: boolean;
  readonly agreedOn: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
}

/** What was agreed at a table about a leaver. */
export class Agreements {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** The same twice counts once. */
  make(who: Worker, place: string, { what, ownerId, ownerName, dueOn }: NewAgreement): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const [found] = await sql<{ leaver: string }>('select leaver_id as leaver from app.table_place where id = $1', [place]);
      if (!found) return 'gone';
      const made = await sql(MAKE, [place, what, ownerId ?? null, ownerName, dueOn, who.memberId, who.organisationId]);
      if (made.length) await this.tell(sql, who, found.leaver, 'agreement-made');
      return 'done';
    });
  }

  /** Ticked off by its owner, or by who runs the table. */
  finish(who: Worker, id: string): Promise<Done> {
    const set = 'update app.table_agreement set done_on = $2, done_by = $3 where id = $1 and done_on is null returning leaver_id as leaver';
    return this.change(who, id, 'agreement-done', set, [id, this.clock.today(), who.memberId]);
  }

  reopen(who: Worker, id: string): Promise<Done> {
    return this.change(who, id, 'agreement-open', 'update app.table_agreement set done_on = null, done_by = null where id = $1 and done_on is not null returning leaver_id as leaver', [id]);
  }

  remove(who: Worker, id: string): Promise<Done> {
    return this.change(who, id, 'agreement-removed', 'delete from app.table_agreement where id = $1 returning leaver_id as leaver', [id]);
  }

  /** Those of who asks, and of whom they stand in for: open ones by the day they are due, then what was done since a day. */
  mine(actor: Actor, since: string): Promise<OwnAgreement[]> {
    return this.tx.read<OwnAgreement & Record<string, unknown>>(actor, { name: 'agreements-mine', text: `${AGREEMENTS} and g.owner_id = any(app.my_members()) and (g.done_on is null or g.done_on >= $1) order by g.done_on desc nulls first, g.due_on, g.id`, values: [since] });
  }

  /** All about one leaver. */
  about(actor: Actor, leaver: string): Promise<OwnAgreement[]> {
    return this.tx.read<OwnAgreement & Record<string, unknown>>(actor, { name: 'agreements-about', text: `${AGREEMENTS} and g.leaver_id = $1 order by g.done_on desc nulls first, g.due_on, g.id`, values: [leaver] });
  }

  /** Who of the school may do something about a leaver: who sees them anyhow. */
  owners(actor: Actor, leaver: string): Promise<Owner[]> {
    return this.tx.read<Owner & Record<string, unknown>>(actor, { name: 'agreement-owners', text: OWNERS, values: [leaver, this.clock.today()] });
  }

  private change(who: Worker, id: string, kind: string, text: string, values: unknown[]): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const [found] = await sql<{ leaver: string }>('select leaver_id as leaver from app.table_agreement where id = $1', [id]);
      if (!found) return 'gone';
      if (!(await mayChange(sql, id, who))) return 'gone';
      const changed = await sql(text, values);
      if (changed.length) await this.tell(sql, who, found.leaver, kind);
      return 'done';
    });
  }

  private async tell(sql: Sql, who: Worker, leaver: string, kind: string): Promise<void> {
    await sql(TELL, [leaver, kind, this.clock.today(), who.organisationId, who.memberId]);
  }
}

/** A mentor reads what others do for a student of theirs, and ticks off only their own. */
async function mayChange(sql: Sql, id: string, { actor }: Worker): Promise<boolean> {
  if (actor.kind === 'school') return true;
  return (await sql('select from app.table_agreement where id = $1 and owner_id = any(app.my_members())', [id])).length > 0;
}

const MAKE = `
insert into app.table_agreement (table_id, organisation_id, leaver_id, agreed_on, what, owner_id, owner_name, due_on, made_by)
select p.table_id, $7, p.leaver_id, t.held_on, $2, $3, $4, $5, $6 from app.table_place p join app.transition_table t on t.id = p.table_id where p.id = $1
on conflict (table_id, leaver_id, what, owner_name, due_on) do nothing returning id`;

const TELL = `insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id, member_id)
  values ($1, $2, $3, 'school', 'page', $4, $5)`;

/** Never about somebody who died. */
const AGREEMENTS = `
select g.id, g.leaver_id as leaver, c.display_name as name, c.class, g.what, g.owner_name as owner, coalesce(g.owner_id = any(app.my_members()), false) as "isMine",
  g.agreed_on::text as "agreedOn", g.due_on::text as "dueOn", g.done_on::text as "doneOn"
from app.table_agreement g join app.card c on c.leaver_id = g.leaver_id where c.destination is distinct from 'deceased'`;

const OWNERS = `
select m.id, app.full_name(a.given_name, a.name_prefix, a.family_name) as name, m.role
from app.leaver l join app.membership m on m.organisation_id = l.school_id join app.account a on a.id = m.account_id
where l.id = $1 and m.leaver_id is null and (m.ended_on is null or m.ended_on > $2) and (m.role in ('careers-dean', 'team-leader') or m.id = l.mentor_id
  or exists (select from app.stand_in i where i.mentor_id = l.mentor_id and i.by_id = m.id and i.kind <> 'for-good' and $2 between i.from_on and i.until_on))
order by m.id = l.mentor_id desc, a.family_name, m.id`;
