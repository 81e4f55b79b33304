import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { passportJson, passportPdf, passportXml, sharedCopy, type Dossier } from '#dossiers';
import { Asking, May, ReadingLog, type Visitor } from '#people';
import { paths, readings } from '#policy';
import { isUuid } from '../pages/is-uuid.ts';
import { partsNamed } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { sendFile } from './file-reply.ts';

const shows = readings.find(({ code }) => code === 'passport-taken')?.shows ?? [];

/** What was shared with a college, to take along: the parts that its page shows, and no other. The log has it before the file leaves. */
@May('shared-passport:export')
@Controller()
export class SharedCopyController {
  constructor(
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @Get(paths.sharedPdf(':id'))
  async pdf(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, 'paspoort.pdf', await passportPdf(await this.take(id, visitor, ip)));
  }

  @Get(paths.sharedJson(':id'))
  async json(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const schema = new URL(paths.schema('paspoort-1.json'), this.site.publicUrl).href;
    sendFile(reply, 'paspoort.json', passportJson(await this.take(id, visitor, ip), schema));
  }

  @Get(paths.sharedXml(':id'))
  async xml(@Param('id', isUuid) id: string, @Asking() visitor: Visitor, @Req() { ip }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendFile(reply, 'paspoort.xml', passportXml(await this.take(id, visitor, ip)));
  }

  private async take(id: string, visitor: Visitor, ip: string): Promise<Dossier> {
    const copy = await sharedCopy(this.site.tx, this.site.clock, visitor.actor, id);
    if (!copy) throw new NotFoundException();
    await this.log.note(visitor, ip, { what: 'passport-taken', way: 'export', applications: [id], sections: [...shows, ...partsNamed(copy.sections)] });
    return copy.dossier;
  }
}
