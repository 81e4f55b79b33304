import type { Clock, Tx } from '#platform';
import { tell, type Done, type Worker } from './acting.ts';

/** What a region administrator does with cases that have no desk (rules 6, row 2, and 8). */
export class RegionQueue {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  /** Gives the case to a desk of this service. `gone` when it has one already, another than this. */
  assign(who: Worker, caseId: string, deskId: string): Promise<Done> {
    const day = this.clock.today();
    return this.tx.run(who.actor, async (sql) => {
      await sql('select app.take_turn()');
      const [found] = await sql<{ id: string; leaver: string; desk: string | null }>(FIND, [caseId]);
      const [desk] = await sql<{ route: string }>(DESK, [deskId]);
      if (found?.desk === deskId) return 'done';
      if (!found || !desk || found.desk) return 'gone';
      await sql('update app.desk_case set desk_id = $2, route = $3, at_desk_since = $4 where id = $1', [caseId, deskId, desk.route, day]);
      await tell(sql, who, found, day, { kind: 'case-assigned', became: desk.route });
      await sql('select app.settle($1, array[$2::uuid])', [day, found.leaver]);
      return 'done';
    });
  }

  /** The case waits for a desk again, when this region gave it to one and nobody there picked it up. */
  takeBack(who: Worker, caseId: string, givenSince: string): Promise<Done> {
    const day = this.clock.today();
    return this.tx.run(who.actor, async (sql) => {
      await sql('select app.take_turn()');
      const [found] = await sql<{ id: string; leaver: string }>(GIVEN, [caseId, givenSince]);
      if (!found) return 'gone';
      await sql("update app.desk_case set desk_id = null, route = 'region-queue' where id = $1", [caseId]);
      await sql('select app.settle($1, array[$2::uuid])', [day, found.leaver]);
      await tell(sql, who, found, day, { kind: 'case-taken-back' });
      return 'done';
    });
  }
}

const FIND = 'select id, leaver_id as leaver, desk_id as desk from app.desk_case where id = $1 and closed_on is null for update';
const GIVEN = `select c.id, c.leaver_id as leaver from app.desk_case c join app.assigned_by_my_region($2) a on a.case_id = c.id
  where c.id = $1 and c.desk_id is not null and c.owner_id is null and c.picked_up_on is null and c.closed_on is null for update of c`;
const DESK = `select kind as route from app.organisation where id = $1 and kind in ('leerplicht', 'doorstroompunt')`;
