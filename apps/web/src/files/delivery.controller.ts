import { Body, Controller, Get, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correctColumns, type DeliveryRemarks, discard, type SeenDelivery, seenDelivery, waitingForAPerson, wantImport, wantUndo } from '#exchange';
import { Asking, ForPrograms, May, mayDo, ReadingLog, type Visitor } from '#people';
import { filesOf, paths } from '#policy';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { asList } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { oneDeliveryAnswer } from '../programs/answers.ts';
import { Site } from '../site.ts';
import { canBeUndone, chosenColumns, deliveryPage, undoneSince } from './delivery-page.ts';

const Id = () => Param('id', isUuid);

class ColumnsForm {
  @Transform(asList)
  @IsString({ each: true })
  kolom: string[] = [];
}

class ImportForm {
  @IsOptional()
  @IsIn(['goede-rijen', 'alles-of-niets'])
  wijze?: string;
}

/** One file: look at what was found, correct, import, throw away, undo. The worker does the work; a page only asks. */
@May('file:bring')
@Controller()
export class DeliveryController {
  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
    private readonly log: ReadingLog,
  ) {}

  @ForPrograms()
  @Get(paths.file(':id'))
  async show(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | object> {
    const { tx, clock } = this.site;
    const delivery = await this.find(id, visitor);
    if (request.isProgram) {
      if (delivery.refused.length) await this.log.note(visitor, request.ip, { what: 'refused-rows', way: 'api', rows: delivery.refused.length });
      return oneDeliveryAnswer(delivery);
    }
    const waitingTies = delivery.state === 'done' && mayDo(visitor, 'tie:see') ? await waitingForAPerson(tx, visitor.actor) : undefined;
    return this.pages.show(request, reply, 'files/delivery', deliveryPage({ visitor, delivery, waitingTies, clock }));
  }

  @Post(paths.fileColumns(':id'))
  async correct(@Id() id: string, @Body() form: ColumnsForm, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const delivery = await this.find(id, visitor);
    const chosen = chosenColumns(delivery, form.kolom);
    const asked = await this.site.tx.run(visitor.actor, (sql) => correctColumns(sql, id, chosen));
    this.goTo(paths.file(id), asked ? 'columns-saved' : 'already-done', request, reply);
  }

  @Post(paths.fileImport(':id'))
  async import(@Id() id: string, @Body() { wijze }: ImportForm, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.find(id, visitor);
    const asked = await this.site.tx.run(visitor.actor, (sql) => wantImport(sql, id, wijze === 'alles-of-niets'));
    this.goTo(paths.file(id), asked ? 'import-started' : 'already-done', request, reply);
  }

  @Post(paths.fileDiscard(':id'))
  async discard(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.find(id, visitor);
    const asked = await this.site.tx.run(visitor.actor, (sql) => discard(sql, id));
    this.goTo(asked ? paths.files : paths.file(id), asked ? 'file-discarded' : 'already-done', request, reply);
  }

  @Get(paths.fileUndo(':id'))
  async askToUndo(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string | undefined> {
    const delivery = await this.find(id, visitor);
    if (!canBeUndone(delivery, this.site.clock)) return void reply.code(303).redirect(paths.file(id));
    const page = deliveryPage({ visitor, delivery, clock: this.site.clock });
    return this.pages.show(request, reply, 'files/undo', { ...page, title: 'Draai je dit bestand terug?', fileName: delivery.fileName });
  }

  @Post(paths.fileUndo(':id'))
  async undo(@Id() id: string, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { state } = await this.find(id, visitor);
    const asked = await this.site.tx.run(visitor.actor, (sql) => wantUndo(sql, id, undoneSince(this.site.clock)));
    this.goTo(paths.file(id), asked ? 'undo-started' : state === 'done' ? 'undo-too-late' : 'already-done', request, reply);
  }

  private async find(id: string, { actor, role }: Visitor): Promise<SeenDelivery & DeliveryRemarks> {
    const delivery = await seenDelivery(this.site.tx, actor, filesOf(role).map(({ code }) => code), id);
    if (!delivery) throw new NotFoundException();
    return delivery;
  }

  private goTo(address: string, message: Message, request: FastifyRequest, reply: FastifyReply): void {
    leaveMessage(request, reply, message);
    void reply.code(303).redirect(address);
  }
}
