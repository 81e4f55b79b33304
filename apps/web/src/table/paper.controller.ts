import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agenda, type Agenda } from '#alerts';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { csvLine } from '#platform';
import { paths, tableYearOf, type Reading } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Site } from '../site.ts';
import { minutesOf } from './minutes.ts';
import { tablePage } from './table-page.ts';

/** What leaves the table: the list on paper and the minutes as a file. Everybody on it gets a line in the log first. */
@May('table:run')
@Controller()
export class TablePaperController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @Get(paths.tablePrint(':id'))
  async print(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = await this.taken(id, visitor, request, 'table-printed');
    const page = tablePage(found, { today: this.site.clock.today() });
    return this.pages.show(request, reply, 'table/print', { ...page, title: `${page.title}, ${page.table.school}`, back: { href: paths.table(id), text: 'Overstaptafel' } });
  }

  @Get(paths.tableMinutes(':id'))
  async minutes(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const found = await this.taken(id, visitor, request, 'table-minutes');
    void reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', `attachment; filename="overstaptafel-${found.table.heldOn}.csv"`);
    return `\ufeff${minutesOf(found).map(csvLine).join('')}`;
  }

  private async taken(id: string, visitor: Visitor, { ip }: FastifyRequest, what: Reading): Promise<Agenda> {
    const found = await agenda(this.site.tx, visitor.actor, id, tableYearOf(this.site.clock.today()));
    if (!found) throw new NotFoundException();
    const leavers = found.places.map(({ leaver }) => leaver);
    await this.log.note(visitor, ip, { what, way: what === 'table-minutes' ? 'export' : 'page', rows: leavers.length, leavers });
    return found;
  }
}
