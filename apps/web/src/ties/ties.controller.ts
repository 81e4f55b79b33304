import { BadRequestException, Body, Controller, Get, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IsUUID, ValidateIf } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asking, May, type Visitor } from '#people';
import { paths, wordFor } from '#policy';
import { tieList, tieQuestion, Tying, type Decided } from '#transfers';
import { leaveMessage, type Message } from '../pages/flash.ts';
import { readForm } from '../pages/forms.ts';
import { isUuid } from '../pages/is-uuid.ts';
import { Pages } from '../pages/pages.ts';
import { Reads } from '../readings/reads.ts';
import { Site } from '../site.ts';
import { SHEET, tieListPage } from './tie-list-page.ts';
import { tiePage } from './tie-page.ts';

/** A leaver, nobody, or back to how it was: each is a button of its own. */
class DecisionForm {
  @ValidateIf(({ keuze }: DecisionForm) => keuze !== 'niemand' && keuze !== 'ongedaan')
  @IsUUID()
  keuze: string;
}

/** Applications that wait for a person: the region decides, a college sees what differs in its own administration. */
@Controller()
export class TiesController {
  private readonly tying: Tying;

  constructor(
    private readonly pages: Pages,
    private readonly site: Site,
  ) {
    this.tying = new Tying(site.tx, site.clock);
  }

  @May('tie:see')
  @Get(paths.ties)
  async list(@Query('blad') blad: unknown, @Asking() visitor: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const sheet = typeof blad === 'string' && /^[1-9]\d{0,4}$/.test(blad) ? Number(blad) : 1;
    const list = await tieList(this.site.tx, visitor.actor, { size: SHEET, skip: (sheet - 1) * SHEET });
    if (list.count && !list.waiting.length) throw new NotFoundException();
    const decides = wordFor('tie:decide', visitor.role) !== 'never';
    return this.pages.show(request, reply, 'ties/list', tieListPage(list, { decides, sheet }));
  }

  @May('tie:decide')
  @Reads('tie-opened')
  @Get(paths.tie(':id'))
  async see(@Param('id', isUuid) id: string, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const question = await tieQuestion(this.site.tx, actor, id);
    if (!question) throw new NotFoundException();
    return this.pages.show(request, reply, 'ties/tie', tiePage(question));
  }

  @May('tie:decide')
  @Post(paths.tie(':id'))
  async decide(@Param('id', isUuid) id: string, @Body() body: unknown, @Asking() { actor }: Visitor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<undefined> {
    const { form: { keuze }, errors } = await readForm(DecisionForm, body);
    if (errors.length) throw (await tieQuestion(this.site.tx, actor, id)) ? new BadRequestException() : new NotFoundException();
    if (keuze === 'niemand') return after(await this.tying.nobody(actor, id), 'tie-refused', request, reply);
    if (keuze === 'ongedaan') return after(await this.tying.undo(actor, id), 'untied', request, reply);
    return after(await this.tying.tie(actor, id, keuze), 'tied', request, reply);
  }
}

function after(decided: Decided, message: Message, request: FastifyRequest, reply: FastifyReply): undefined {
  if (decided === 'gone') throw new NotFoundException();
  leaveMessage(request, reply, decided === 'done' ? message : 'already-done');
  void reply.code(303).redirect(paths.ties);
}
