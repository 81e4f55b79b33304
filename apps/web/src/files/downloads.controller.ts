import { Readable } from 'node:stream';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusedRows, seenDelivery } from '#exchange';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { filesOf, paths } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { Site } from '../site.ts';
import { exampleFile } from './examples.ts';

/** Files that people take with them: what was refused, to mend; and how each kind of file looks. */
@May('file:bring')
@Controller()
export class DownloadsController {
  constructor(
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @Get(paths.fileRefused(':id'))
  async refused(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor, role } = visitor;
    const delivery = await seenDelivery(this.site.tx, actor, filesOf(role).map(({ code }) => code), id);
    if (!delivery?.refused.length) throw new NotFoundException();
    await this.log.note(visitor, ip, { what: 'refused-rows', way: 'export', rows: delivery.report?.refused ?? delivery.refused.length });
    asFile(reply, `fouten-${delivery.kind}.csv`).send(Readable.from(refusedRows(this.site.tx, actor, id)));
  }

  @Get(paths.fileExample(':kind'))
  example(@Param('kind') kind: string, @Asking() { role }: Visitor, @Res() reply: FastifyReply): void {
    const text = filesOf(role).some(({ code }) => code === kind) && exampleFile(kind);
    if (!text) throw new NotFoundException();
    asFile(reply, `voorbeeld-${kind}.csv`).send(text);
  }
}

const asFile = (reply: FastifyReply, name: string): FastifyReply =>
  reply.type('text/csv; charset=utf-8').header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`);
