import type { Actor, Clock, Tx } from '#platform';
import { movedDays } from '../reading/moved-days.ts';

/** A part that can go, or went, to one application. */
export interface ReportPart {
  readonly section: string;
  /** Null when it cannot be sent any more, such as a part that the mentor took back to write on. */
  readonly version: number | null;
  /** What the student said of it; null when there was no answer, or nothing to say. */
  readonly agrees: boolean | null;
  readonly sentOn: string | null;
  /** Was never sent, or changed since. */
  readonly isNew: boolean;
}

export interface ReportTo {
  readonly application: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly parts: readonly ReportPart[];
}

export interface ReportShown {
  readonly section: string;
  readonly version: number;
  /** What stood on the page; kept with the record. */
  readonly text: string;
}

/** What a school hands over on a legal ground, whatever the student shares: sent by the mentor, read by the college when the release moment comes. */
export class SchoolReports {
  constructor(
    private readonly tx: Tx,
    private readonly clock: Pick<Clock, 'now' | 'today'>,
  ) {}

  /** The applications of a leaver of who asks, in the order of the student. */
  async of(actor: Actor, leaverId: string): Promise<ReportTo[]> {
    const rows = await this.tx.read<Row>(actor, { name: 'report-board', text: BOARD, values: [leaverId, this.clock.today(), movedDays(this.clock)] });
    const firsts = rows.filter(({ application }, at) => rows.findIndex((row) => row.application === application) === at);
    return firsts.map((first) => ({ ...first, parts: rows.filter(({ application }) => application === first.application).flatMap(partOf) }));
  }

  /** How many parts went; 0 when nothing was new, undefined when the application is none of the asker's. */
  send(actor: Actor, application: string, shown: readonly ReportShown[]): Promise<number | undefined> {
    return this.ask(actor, 'select app.send_report($1, $2, $3, $4, $5) as done', [application, JSON.stringify(shown), this.clock.today(), movedDays(this.clock), this.clock.now()]);
  }

  /** The college reads it no more from the next click on; the same answers as `send`. */
  takeBack(actor: Actor, application: string): Promise<number | undefined> {
    return this.ask(actor, 'select app.take_back_report($1, $2, $3) as done', [application, this.clock.today(), this.clock.now()]);
  }

  private async ask(actor: Actor, text: string, values: unknown[]): Promise<number | undefined> {
    const [row] = await this.tx.run(actor, (sql) => sql<{ done: number | null }>(text, values));
    return row?.done ?? undefined;
  }
}

interface Row extends Omit<ReportTo, 'parts'>, Omit<ReportPart, 'section'>, Record<string, unknown> {
  readonly section: string | null;
}

const partOf = ({ section, version, agrees, sentOn, isNew }: Row): ReportPart[] => (section === null ? [] : [{ section, version, agrees, sentOn, isNew }]);

const BOARD = `select application, college, programme, level, section, version, agrees, "sentOn"::text as "sentOn", "isNew" from app.report_board($1, $2, $3)`;
