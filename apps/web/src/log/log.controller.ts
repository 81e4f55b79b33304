import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, readingList, ReadingLog, unusualReadings, type Visitor } from '#people';
import { csvLine } from '#platform';
import { paths } from '#policy';
import { rememberSearch } from '#transfers';
import { leaveMessage } from '../pages/flash.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { inWords, logPage, SHEET } from './log-page.ts';
import { askedAt, filterOf, LogForm, LogQuery } from './log-query.ts';

const MOST_IN_A_FILE = 50_000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const HEADERS = ['dag', 'tijd', 'wie', 'rol', 'organisatie', 'wat', 'delen', 'hoe', 'leerlingnummer', 'school'];

/** Who read what, for the privacy officer: of the own people, and about the own students; never what they read. */
@May('log:see')
@Controller()
export class LogController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @Get(paths.readingLog)
  async see(@Query() query: LogQuery, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { tx, clock } = this.site;
    const from = (Number(query.blad ?? 1) - 1) * SHEET;
    const [list, unusual] = await Promise.all([
      readingList(tx, visitor.actor, filterOf(query, clock), { size: SHEET + 1, from }),
      unusualReadings(tx, visitor.actor, new Date(clock.now().getTime() - WEEK_MS)),
    ]);
    return this.pages.show(request, reply, 'log/list', logPage(list, unusual, { query, visitor, clock }));
  }

  /** Whom somebody looks for goes in the body; the address holds a token for it. */
  @Post(paths.readingLogFind)
  async find(@Body() form: LogForm, @Asking() visitor: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const typed = form.naam;
    const zoek = typed && (await this.site.tx.run(visitor.actor, (sql) => rememberSearch(sql, typed, this.site.clock.today())));
    void reply.code(303).redirect(askedAt(paths.readingLog, form, { zoek: zoek || undefined, wie: zoek ? form.wie : undefined }));
  }

  /** Taking the log along is reading too, and stands in it. */
  @Get(paths.readingLogFile)
  async file(@Query() query: LogQuery, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const { tx, clock } = this.site;
    const { lines } = await readingList(tx, visitor.actor, filterOf(query, clock), { size: MOST_IN_A_FILE + 1, from: 0 });
    if (lines.length > MOST_IN_A_FILE) {
      leaveMessage(request, reply, 'too-many-lines');
      return void reply.code(303).redirect(askedAt(paths.readingLog, query));
    }
    await this.log.note(visitor, request.ip, { what: 'log-exported', way: 'export', rows: lines.length });
    void reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', 'attachment; filename="logboek.csv"');
    return `\ufeff${csvLine(HEADERS)}${lines.map((line) => csvLine(cellsOf(inWords(line, clock)))).join('')}`;
  }
}

const cellsOf = ({ day, time, person, role, organisation, what, parts, way, number, school }: ReturnType<typeof inWords>): string[] =>
  [day, time, person, role, organisation, what, parts, way, number, school];
