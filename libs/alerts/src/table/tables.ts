import type { Tx } from '#platform';
import { tableSeasonOf, tableYearOf } from '#policy';
import type { Done, Worker } from '../cases/acting.ts';
import { AT_RISK } from './at-risk.ts';

/** When a school sits together, and who is there. */
export interface TablePlan {
  readonly heldOn: string;
  readonly attendees: string;
}

/** A school's tables: opening one makes its list, unfinished agreements first. */
export class Tables {
  constructor(private readonly tx: Tx) {}

  /** The table of that day; the one there is when somebody opened it already. */
  open(who: Worker, { heldOn, attendees }: TablePlan): Promise<string> {
    return this.tx.run(who.actor, async (sql) => {
      await sql(OPEN, [who.organisationId, heldOn, attendees, who.memberId]);
      const [table] = await sql<{ id: string }>('select id from app.transition_table where held_on = $1', [heldOn]);
      if (!table) throw new Error(`No table of ${heldOn}`);
      await sql(LIST, [tableYearOf(heldOn), table.id, who.organisationId, tableSeasonOf(heldOn).takes]);
      return table.id;
    });
  }

  /** `taken`: another table of the school is on that day. */
  change(who: Worker, id: string, { heldOn, attendees }: TablePlan): Promise<Done | 'taken'> {
    return this.tx.run(who.actor, async (sql) => {
      const [other] = await sql('select from app.transition_table where held_on = $2 and id <> $1', [id, heldOn]);
      if (other) return 'taken';
      const changed = await sql('update app.transition_table set held_on = $2, attendees = $3 where id = $1 returning id', [id, heldOn, attendees]);
      return changed.length ? 'done' : 'gone';
    });
  }

  /** Puts on the list who came at risk since it was made. Who was left out stays left out. */
  renew(who: Worker, id: string): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const [table] = await sql<{ heldOn: string }>('select held_on::text as "heldOn" from app.transition_table where id = $1', [id]);
      if (!table) return 'gone';
      await sql(LIST, [tableYearOf(table.heldOn), id, who.organisationId, tableSeasonOf(table.heldOn).takes]);
      return 'done';
    });
  }

  add(who: Worker, id: string, leaver: string): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const added = await sql(ADD, [id, leaver, who.organisationId]);
      return added.length ? 'done' : 'gone';
    });
  }

  /** With a reason: left out. Without: on the list again. */
  leaveOut(who: Worker, place: string, reason: string | null): Promise<Done> {
    return this.tx.run(who.actor, async (sql) => {
      const changed = await sql('update app.table_place set left_out_because = $2 where id = $1 returning id', [place, reason]);
      return changed.length ? 'done' : 'gone';
    });
  }
}

const OPEN = `insert into app.transition_table (organisation_id, held_on, attendees, opened_by) values ($1, $2, $3, $4)
  on conflict (organisation_id, held_on) do nothing`;

const LIST = `with ${AT_RISK}
insert into app.table_place (table_id, organisation_id, leaver_id, reason, place)
select $2, $3, leaver_id, reason, place + (select coalesce(max(p.place), 0) from app.table_place p where p.table_id = $2)
from at_risk where reason = any($4) on conflict (table_id, leaver_id) do nothing`;

const ADD = `
insert into app.table_place (table_id, organisation_id, leaver_id, reason, place)
select t.id, $3, l.id, 'by-hand', (select coalesce(max(p.place), 0) + 1 from app.table_place p where p.table_id = t.id)
from app.transition_table t, app.leaver l where t.id = $1 and l.id = $2
on conflict (table_id, leaver_id) do update set left_out_because = null returning id`;
